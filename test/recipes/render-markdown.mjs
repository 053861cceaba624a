// Draws a Markdown text by two processors, as JSON: `node render-markdown.mjs TEXT_FILE`.
import { readFile } from 'node:fs/promises';
import { HtmlRenderer, Parser } from 'commonmark';
import { marked } from 'marked';

const text = await readFile(process.argv[2], 'utf8');
process.stdout.write(
  JSON.stringify({
    commonmark: new HtmlRenderer().render(new Parser().parse(text)),
    'without HTML': new HtmlRenderer({ safe: true }).render(new Parser().parse(text)),
    'GitHub-flavoured': marked.parse(text, { gfm: true }),
  }),
);
