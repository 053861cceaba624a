// oEmbed as its consumers meet it: answers, limits, refusals, discovery.
import { beforeAll, describe, expect, test } from 'vitest';
import { loadReal } from '../workerd/real-data.ts';
import { ask, ORIGIN, read } from '../workerd/site.ts';

const SLUG = 'hurricane-maria-deaths';
const PAGE = `${ORIGIN}/t/${SLUG}`;
const at = (query: Record<string, string>) => `/oembed?${new URLSearchParams(query)}`;
interface Oembed {
  type: string;
  version: string;
  width: number;
  height: number;
  html: string;
  title: string;
  thumbnail_url: string;
}

beforeAll(() => loadReal([SLUG]));

describe('an answer', () => {
  test('is rich, of this site, with a quotation and a frame and nothing else', async () => {
    const body = await read<Oembed>(at({ url: PAGE }));
    expect(body).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_name: 'By Source',
      provider_url: ORIGIN,
    });
    expect(body.html.replace(/<\/?(blockquote|a|iframe)\b[^>]*>/g, '')).toBe(body.title);
    expect(body.html).toContain(`src="${ORIGIN}/embed/${SLUG}"`);
    expect(body.html).toContain(`width="${body.width}" height="${body.height}"`);
    const thumbnail = await ask(new URL(body.thumbnail_url).pathname);
    expect(thumbnail.headers.get('Content-Type')).toBe('image/png');
  });

  test.each(['t', 'card', 'embed'])('is given for /%s/ addresses', async (face) => {
    expect((await read<Oembed>(at({ url: `${ORIGIN}/${face}/${SLUG}` }))).type).toBe('rich');
  });

  test('is never wider than maxwidth nor taller than maxheight, and stands taller where it is narrower', async () => {
    const wide = await read<Oembed>(at({ url: PAGE }));
    const narrow = await read<Oembed>(at({ url: PAGE, maxwidth: '300', maxheight: '900' }));
    const free = await read<Oembed>(at({ url: PAGE, maxwidth: '400' }));
    expect([narrow.width, narrow.height]).toEqual([300, 900]);
    expect(wide.width).toBeLessThanOrEqual(640);
    expect(free.height).toBeGreaterThanOrEqual(Math.min(1_000, wide.height));
  });

  test.each([
    ['120', '90', 120, 90],
    ['239', undefined, 239, null],
    ['1', '1', 1, 1],
  ] as const)(
    'keeps to a maxwidth of %s and a maxheight of %s',
    async (maxwidth, maxheight, width, height) => {
      const body = await read<Oembed>(at({ url: PAGE, maxwidth, ...(maxheight ? { maxheight } : {}) }));
      expect(body.width).toBe(width);
      if (height) expect(body.height).toBe(height);
      expect(body.html).toContain(`width="${width}" height="${body.height}"`);
    },
  );

  test.each([`${PAGE}/`, `${PAGE}//`, `${ORIGIN}/card/${SLUG}/?x=1#y`])('is given for %s', async (url) => {
    expect((await read<Oembed>(at({ url }))).html).toContain(`src="${ORIGIN}/embed/${SLUG}"`);
  });

  test('has no quotation for who would show it beside the frame', async () => {
    const body = await read<Oembed>(at({ url: PAGE, quote: 'no' }));
    expect(body.html).toMatch(/^<iframe [^>]*><\/iframe>$/);
  });

  test('carries a pinned record through to its frame', async () => {
    const knownAt = '2099-01-01T00:00:00Z';
    const { html } = await read<Oembed>(at({ url: `${PAGE}?known_at=${knownAt}` }));
    expect(html).toContain(`/embed/${SLUG}?known_at=2099-01-01T00%3A00%3A00Z`);
  });

  test('of one measure is of that measure', async () => {
    const { html, height } = await read<Oembed>(at({ url: `${PAGE}?measure=deaths-linked` }));
    expect(html).toContain(`/embed/${SLUG}?measure=deaths-linked`);
    expect(height).toBeLessThan((await read<Oembed>(at({ url: PAGE }))).height);
  });

  test('says the same in XML, escaped', async () => {
    const response = await ask(at({ url: PAGE, format: 'xml' }));
    expect(response.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
    const xml = await response.text();
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="utf-8" standalone="yes"\?><oembed><version>1.0<\/version>/,
    );
    expect(xml).toContain('&lt;blockquote&gt;');
    expect(xml).not.toContain('<iframe');
  });
});

test.each([
  ['no address', {}, 404],
  ['an unknown topic', { url: `${ORIGIN}/t/nothing-here` }, 404],
  ['another site', { url: `https://elsewhere.example/t/${SLUG}` }, 404],
  ['another page of this site', { url: `${ORIGIN}/method` }, 404],
  ['no address at all', { url: 'javascript:alert(1)' }, 404],
  ['an unknown format', { url: PAGE, format: 'yaml' }, 501],
  ['a width in words', { url: PAGE, maxwidth: 'wide' }, 400],
] as [string, Record<string, string>, number][])('%s is refused', async (_what, query, status) => {
  const response = await ask(at(query));
  expect([response.status, response.headers.get('Content-Type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
});

test('the topic’s page names both forms, and they answer', async () => {
  const html = await (await ask(`/t/${SLUG}`)).text();
  for (const [at, type] of ['application/json+oembed', 'text/xml+oembed'].entries()) {
    const pinned = await (await ask(`/t/${SLUG}?known_at=2099-01-01&utm_source=x`)).text();
    expect(pinned.split('oembed?')[at + 1]?.split('"')[0]).toMatch(/known_at%3D2099-01-01(&|$)/);
    const href = new RegExp(`type="${type.replace(/[+/]/g, '\\$&')}" href="([^"]+)"`).exec(html)?.[1];
    const address = new URL((href ?? '').replaceAll('&amp;', '&'));
    expect(address.origin).toBe(ORIGIN);
    expect((await ask(address.pathname + address.search)).status).toBe(200);
  }
});
