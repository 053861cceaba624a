// Draws an HTML card and a Markdown card as Ghost does, by its own renderers: `node render-with-ghost.mjs TEXT_FILE`.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { DEFAULT_NODES } = require('@tryghost/kg-default-nodes');
const { LexicalHTMLRenderer: Renderer } = require('@tryghost/kg-lexical-html-renderer');

const text = await readFile(process.argv[2], 'utf8');
const root = { direction: null, format: '', indent: 0, type: 'root', version: 1 };
const render = (card) =>
  new Renderer({ nodes: DEFAULT_NODES }).render(JSON.stringify({ root: { ...root, children: [card] } }), {
    target: 'html',
  });
const html = await render({ type: 'html', version: 1, html: text });
const markdown = await render({ type: 'markdown', version: 1, markdown: `Before.\n\n${text}\n\nAfter.` });
process.stdout.write(JSON.stringify({ html, markdown }));
