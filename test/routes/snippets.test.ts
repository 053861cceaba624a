// What a newsroom copies: every form of the snippet, live and pinned, and the script that stays for good.
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadReal } from '../workerd/real-data.ts';
import { ask, ORIGIN, sendWell } from '../workerd/site.ts';

const SLUG = 'north-korean-casualties-kursk';

beforeAll(async () => {
  await loadReal([SLUG]);
  await sendWell('/v1/loads', {});
});

/** The text of a snippet as a reader would copy it. */
async function snippet(id: string, query = ''): Promise<string> {
  const html = await (await ask(`/t/${SLUG}/embed${query}`)).text();
  const code = new RegExp(`<section id="${id}">.*?<code>(.*?)</code>`, 's').exec(html)?.[1] ?? '';
  return code
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('snippets', () => {
  test('the script tag names the topic and what differs from the defaults', async () => {
    expect(await snippet('script')).toBe(
      `<script async src="${ORIGIN}/embed.js" data-topic="${SLUG}"></script>`,
    );
    expect(await snippet('script', '?limit=5&theme=dark&scheme=acled')).toContain(
      'data-scheme="acled" data-theme="dark" data-limit="5"',
    );
  });

  test('the element holds its rows as a real table, with room kept for both', async () => {
    const code = await snippet('element');
    const [, outer, inner] = /<by-source [^>]*height="(\d+)"><table height="(\d+)">/.exec(code) ?? [];
    expect(outer).toBe(inner);
    // Eight rows, and the line of those who gave no figure.
    expect(code.match(/<tr><th scope="row">/g)).toHaveLength(9);
    expect(code).toContain('“about 4,700 casualties”');
    expect(code).toContain(`<a href="${ORIGIN}/t/${SLUG}">`);
    expect(Number(outer)).toBeLessThan(
      Number(/height="(\d+)"/.exec(await snippet('element', '?limit=20'))?.[1]),
    );
  });

  test('each row of the table says what it counts, in the frame’s order, in a tree that no parser changes', async () => {
    const code = await snippet('element', '?limit=20');
    expect(code).toMatch(/^<div><by-source [^>]*><table [^>]*><caption>.*<\/caption><tbody>\n<tr>/);
    expect(code).not.toMatch(/\n\s|\n$|\n\n/);
    const rows = [...code.matchAll(/<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><td>(.*?)<\/td><\/tr>/g)];
    // As many as were asked for, and the line of those who gave no figure.
    expect(rows).toHaveLength(21);
    for (const [, , text] of rows.slice(0, -1)) expect(text).toMatch(/^\p{L}[^“”]+: /u);
    const frame = await (await ask(`/embed/${SLUG}?limit=20`)).text();
    const names = [...frame.matchAll(/<th role="rowheader" scope="row">(.*?)<small>/g)].map(
      ([, name]) => name,
    );
    expect(rows.map(([, name]) => name?.split(' · ')[0])).toEqual(names);
  });

  test('every form is of what was chosen', async () => {
    const chosen = '?measure=killed&limit=3&words=en-GB&dir=rtl&theme=dark&width=390';
    const said = { measure: 'killed', lang: 'en-GB', dir: 'rtl', theme: 'dark', limit: '3' };
    for (const id of [
      'script',
      'tag-manager',
      'element',
      'pinned-script',
      'react',
      'next',
      'vue',
      'svelte',
    ]) {
      const code = await snippet(id, chosen);
      for (const [name, value] of Object.entries(said))
        expect([id, name, new RegExp(`${name}"?(=|, )"${value}"`).test(code)]).toEqual([id, name, true]);
    }
    for (const id of ['hugo', 'eleventy'])
      expect(await snippet(id, chosen)).toContain('measure="killed" lang="en-GB"');
    for (const id of ['iframe', 'amp'])
      expect(await snippet(id, chosen)).toContain(
        '?measure=killed&amp;lang=en-GB&amp;dir=rtl&amp;theme=dark&amp;limit=3"',
      );
    for (const id of ['wordpress', 'mail', 'markdown'])
      expect(await snippet(id, chosen)).toMatch(
        /\/t\/north-korean-casualties-kursk\?measure=killed&(amp;)?lang=en-GB/,
      );
    const element = await snippet('element', chosen);
    const texts = [...element.matchAll(/<td>(.*?)<\/td><td>/g)].map(([, text]) => text);
    expect(texts).toHaveLength(3);
    // Two gave a figure; the others share a line.
    for (const text of texts.slice(0, 2)) expect(text).toMatch(/^Killed, /);
    const page = await (await ask(`/t/${SLUG}/embed${chosen}`)).text();
    const [, src, width, height] =
      /<iframe class="preview" src="([^"]*)" [^>]*width="(\d+)" height="(\d+)"/.exec(page) ?? [];
    expect(src).toBe(`/embed/${SLUG}?measure=killed&amp;lang=en-GB&amp;dir=rtl&amp;theme=dark&amp;limit=3`);
    expect(width).toBe('390');
    for (const id of ['iframe', 'amp']) expect(await snippet(id, chosen)).toContain(`height="${height}"`);
    for (const [name, value] of [
      ['measure', 'killed'],
      ['dir', 'rtl'],
      ['theme', 'dark'],
      ['width', '390'],
    ])
      expect(page).toMatch(
        new RegExp(`<select name="${name}">(?:(?!</select>).)*<option value="${value}" selected>`),
      );
    expect(page.match(/<select name="measure">.*?<\/select>/)?.[0].match(/<option/g)?.length).toBeGreaterThan(
      3,
    );
  });

  test('the preview comes before the choices, and those before the snippets', async () => {
    const page = await (await ask(`/t/${SLUG}/embed`)).text();
    const places = ['class="preview"', '<form method="get"', '<section id="script">'].map((part) =>
      page.indexOf(part),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('pinned, every form names the instant of the record', async () => {
    const { knownAt } = (await (await ask(`/v1/topics/${SLUG}`)).json()) as { knownAt: string };
    for (const id of [
      'script',
      'element',
      'pinned-script',
      'react',
      'vue',
      'svelte',
      'next',
      'hugo',
      'eleventy',
    ]) {
      expect([id, (await snippet(id, '?pin=on')).includes(`known-at="${knownAt}"`)]).toEqual([id, true]);
    }
    for (const id of ['iframe', 'oembed', 'wordpress', 'amp', 'mail', 'markdown']) {
      expect([
        id,
        (await snippet(id, '?pin=on'))
          .replace(/%(25)?3A/g, ':')
          .replace('%3D', '=')
          .includes(`known_at=${knownAt}`),
      ]).toEqual([id, true]);
    }
    expect(await snippet('element')).not.toContain('known-at');
  });

  test.each([
    '?limit=0',
    '?limit=101',
    '?width=10',
    '?width=1281',
    '?scheme=nobody',
    '?measure=none',
    '?measure=%3Cb%3E',
  ])('%s is refused in a sentence', async (query) => {
    expect((await ask(`/t/${SLUG}/embed${query}`)).status).toBe(400);
  });
});

describe('the script for good', () => {
  test('has the hash and the integrity that the snippet shows, and never changes', async () => {
    const code = await snippet('pinned-script');
    const [, path, integrity] = /src="[^"]*(\/embed-[^"]+\.js)" integrity="sha384-([^"]+)"/.exec(code) ?? [];
    const response = await ask(path ?? '', { headers: { 'Accept-Encoding': 'identity' } });
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const digest = await crypto.subtle.digest('SHA-384', await response.clone().arrayBuffer());
    expect(btoa(String.fromCharCode(...new Uint8Array(digest)))).toBe(integrity);
    const alias = await ask('/embed.js', { headers: { 'Accept-Encoding': 'identity' } });
    // The alias says beside the same program where it was served from.
    expect(await alias.text()).toBe((await response.text()).replace(/""\)$/, `"${ORIGIN}")`));
    expect(alias.headers.get('Cache-Control')).toContain('max-age=30,');
  });

  test('one of an earlier release is still served; one that never was is not found', async () => {
    await env.DB.prepare("INSERT INTO documents (name, at, body) VALUES ('script:older', '2026-01-01', ?)")
      .bind(JSON.stringify('/* an older release */'))
      .run();
    const older = await ask('/embed-older.js');
    expect([older.status, await older.text()]).toEqual([200, '/* an older release */']);
    expect(older.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect((await ask('/embed-never.js')).status).toBe(404);
  });

  test('this release’s own is kept when the record is loaded', async () => {
    const kept = await env.DB.prepare(
      "SELECT body FROM documents WHERE name LIKE 'script:%' AND name <> 'script:older'",
    ).first<string>('body');
    expect(JSON.parse(kept ?? '""')).toBe(
      (await (await ask('/embed.js', { headers: { 'Accept-Encoding': 'identity' } })).text()).replace(
        /"[^"]*"\)$/,
        '"")',
      ),
    );
  });
});

describe('a pinned embed', () => {
  test('shows the record it names, says that it has changed since, and shows every correction and withdrawal', async () => {
    const { knownAt } = (await (await ask(`/v1/topics/${SLUG}`)).json()) as { knownAt: string };
    const claim = {
      topic: SLUG,
      measure: 'killed-or-wounded',
      source: 'south-korea-nis',
      stance: 'states',
      value: { kind: 'point', point: 5100, hedge: 'about', stated: 'about 5,100' },
      said: '2025-11-04',
    };
    const { id } = await sendWell('/v1/claims', claim);
    const pinned = `known_at=${encodeURIComponent(knownAt)}`;
    for (const path of [
      `/embed/${SLUG}?${pinned}`,
      `/v1/embed?topics=${SLUG}&${pinned}`,
      `/card/${SLUG}?${pinned}`,
    ]) {
      const shown = await (await ask(path)).text();
      expect([
        path,
        shown.includes('4,700'),
        shown.includes('5,100'),
        shown.includes('1 change since'),
      ]).toEqual([path, true, false, true]);
    }
    await sendWell(`/v1/claims/${String(id)}/retract`, {
      reason: 'The service withdrew its figure.',
      on: '2025-11-06',
    });
    for (const path of [`/embed/${SLUG}?${pinned}`, `/v1/embed?topics=${SLUG}&${pinned}`]) {
      expect([path, (await (await ask(path)).text()).includes('The service withdrew its figure.')]).toEqual([
        path,
        true,
      ]);
    }
  });
});

test('the statement on tracking can be read by machines', async () => {
  const statement = (await (await ask('/.well-known/does-not-track.json')).json()) as Record<string, unknown>;
  expect(statement).toMatchObject({
    'does-not-track': true,
    cookies: false,
    storage: false,
    third_party_requests: false,
  });
});
