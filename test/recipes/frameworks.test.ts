// The snippets of frameworks and site builders, built by the real ones: whole in the page, drawn over, and never more than text.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser/chromium.ts';
import { findCommand } from '../engines/processes.ts';
import { BUILDERS } from './builders.ts';
import { expectWell } from './sight.ts';
import { filesOf, HOSTILE, KURSK, recordHostile, snippetsOf } from './snippets-of.ts';

let browser: Browser;
let usual: Record<string, string>;
let hostile: Record<string, string>;

beforeAll(async () => {
  browser = await openBrowser();
  await recordHostile();
  [usual, hostile] = await Promise.all([snippetsOf(KURSK), snippetsOf(HOSTILE)]);
});
afterAll(() => browser?.close());

const of = (kind: string, id: string): string => (kind === 'hostile' ? hostile : usual)[id] ?? '';

describe.for(['usual', 'hostile'])('%s names', (kind) => {
  const isHostile = kind === 'hostile';

  test.for([
    ['react', 'by-source.jsx'],
    ['vue', 'BySource.vue'],
    ['svelte', 'BySource.svelte'],
  ] as const)(
    '%s: drawn on the server, taken over without a difference, drawn anew',
    async ([framework, file]) => {
      const built = await BUILDERS.vite(framework, `${framework}-${kind}`, { [file]: of(kind, framework) });
      await expectWell(browser, built, { presses: true, hostile: isHostile });
    },
  );

  test('Eleventy: the shortcode in Markdown and in Nunjucks, and the element by itself', async () => {
    const { 'eleventy.config.js': config = '', 'post.md': use = '' } = filesOf(of(kind, 'eleventy'));
    const article = (text: string): string =>
      `<main>\n\n# Article\n\nBefore.\n\n${text}\n\n<p id="after">After.</p>\n\n</main>\n`;
    const built = await BUILDERS.eleventy(`eleventy-${kind}`, {
      'eleventy.config.js': config,
      'post.md': article(use),
      'pages.njk': article(use),
      'plain.md': article(of(kind, 'element')),
    });
    for (const path of ['post/', 'pages/', 'plain/'])
      await expectWell(browser, built, { path, hostile: isHostile });
  });
});

test('Next: a static export, whole without a script', async () => {
  const page = `import { BySource } from './by-source.jsx';\nexport default function Page() {\n  return <main><BySource /><p id="after">What follows.</p></main>;\n}\n`;
  const built = await BUILDERS.next('next', {
    'app/by-source.jsx': usual.next ?? '',
    'app/hostile/by-source.jsx': hostile.next ?? '',
    'app/hostile/page.jsx': page,
  });
  await expectWell(browser, built);
  await expectWell(browser, built, { path: 'hostile.html', hostile: true });
});

const hugo = findCommand('hugo');
if (hugo === null) console.log('Not on this machine, so not run: hugo.');
test(`Hugo: ${hugo ? 'the shortcode, and the element by itself' : 'not here, which is said'}`, async () => {
  for (const [kind, snippets] of Object.entries({ usual, hostile })) {
    const parts = filesOf(snippets.hugo ?? '');
    const shortcode = parts['layouts/shortcodes/by-source.html'] ?? '';
    expect(shortcode).toContain('{{ .Inner }}');
    if (hugo === null) continue;
    const post = (text: string): string =>
      `---\ntitle: Article\n---\nBefore.\n\n${text}\n\n<p id="after">After.</p>\n`;
    const built = await BUILDERS.hugo(hugo, `hugo-${kind}`, {
      'layouts/shortcodes/by-source.html': shortcode,
      'content/post.md': post(parts['content/post.md'] ?? ''),
      'content/plain.md': post(snippets.element ?? ''),
    });
    for (const path of ['post.html', 'plain.html'])
      await expectWell(browser, built, { path, hostile: kind === 'hostile' });
  }
});
