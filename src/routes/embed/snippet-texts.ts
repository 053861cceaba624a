/** Every way of putting a topic on somebody's page, as text to paste; live, or pinned to the record of an instant. */
import type { Panel } from '../../projections/panel.ts';
import type { Words } from '../../projections/words/words.ts';
import { element, inWords, marksOf, pageOf, queryOf, type SnippetOptions } from './element-markup.ts';
import { frameworkSnippets } from './framework-snippets.ts';
import { attributes, escaped, literal, plainMarkdown } from './markup.ts';

export interface Snippet {
  id: keyof Words['snippets']['ways'];
  title: string;
  note: string;
  code: string;
}

/** Rows that the picture shows, as its alternative text says them. */
const PICTURED = 5;

/** All are of one panel and one set of choices, so that none can say what another does not. */
export function snippetsFor(panel: Panel, words: Words['snippets'], options: SnippetOptions): Snippet[] {
  const { origin, slug, frameHeight, pinnedScript } = options;
  const title = escaped(panel.title);
  const page = pageOf(options);
  const frame = escaped(`${origin}/embed/${slug}${queryOf(options)}`);
  const picture = `${origin}/card/${slug}.png${queryOf(options, ['known_at', 'scheme', 'lang'])}`;
  const alternative = inWords(panel, words, PICTURED);
  const marks = { topic: slug, ...marksOf(options) };
  const whole = element(panel, options, words);
  const codes: Pick<Snippet, 'id' | 'code'>[] = [
    { id: 'script', code: `<script async src="${origin}/embed.js"${attributes(marks, 'data-')}></script>` },
    { id: 'element', code: block(whole, `<script async src="${origin}/embed.js"></script>`) },
    {
      id: 'pinned-script',
      code: block(
        whole,
        `<script async src="${origin}${pinnedScript.path}" integrity="${pinnedScript.integrity}" crossorigin="anonymous"></script>`,
      ),
    },
    {
      id: 'iframe',
      code: `<iframe src="${frame}" title="${title}" width="100%" height="${frameHeight}" loading="lazy" style="border:0"></iframe>`,
    },
    { id: 'oembed', code: `${origin}/oembed?url=${encodeURIComponent(page)}` },
    {
      id: 'wordpress',
      code: `${page}\n\nwp_oembed_add_provider( '${origin}/t/*', '${origin}/oembed?quote=no' );`,
    },
    { id: 'markdown', code: `[![${plainMarkdown(alternative)}](<${picture}>)](<${page}>)` },
    { id: 'tag-manager', code: tagManager(`${origin}/embed.js`, marks) },
    { id: 'amp', code: amp(frame, frameHeight, title, escaped(page), escaped(words.whole)) },
    {
      id: 'mail',
      code: `<a href="${escaped(page)}"><img src="${escaped(picture)}" alt="${escaped(alternative)}" width="600" height="315" border="0" style="max-width:100%;height:auto"></a>`,
    },
    ...frameworkSnippets(panel, options, words),
  ];
  return codes.map(({ id, code }) => ({ id, ...words.ways[id], code }));
}

/**
 * One block that every Markdown processor passes on as it is: it begins with a tag that all of them know for a block
 * (CommonMark, HTML blocks, kind 6), and no line of it is blank or indented. The element alone would stand in a paragraph,
 * which no table may.
 */
const block = (whole: string, script: string): string => `<div>${whole}\n${script}</div>`;

/** A tag manager makes scripts anew and drops attributes that it does not know: so the script is made by a script. */
const tagManager = (src: string, marks: Readonly<Record<string, string>>): string => {
  const named = Object.entries(marks).map(
    ([name, value]) => `  script.setAttribute(${literal(`data-${name}`)}, ${literal(value)});`,
  );
  return [
    '<script>',
    '(function () {',
    "  var script = document.createElement('script');",
    '  script.async = true;',
    `  script.src = ${literal(src)};`,
    ...named,
    '  document.head.appendChild(script);',
    '})();',
    '</script>',
  ].join('\n');
};

/** Grows to the height that the frame tells, when its reader says so; a link stands until it has loaded. */
const amp = (frame: string, height: number, title: string, page: string, more: string): string =>
  [
    '<script async custom-element="amp-iframe" src="https://cdn.ampproject.org/v0/amp-iframe-0.1.js"></script>',
    '',
    `<amp-iframe src="${frame}" title="${title}" layout="fixed-height" height="${height}" frameborder="0" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" resizable>`,
    `<a placeholder href="${page}">${title}</a>`,
    `<div overflow tabindex="0" role="button" aria-label="${more}">${more}</div>`,
    '</amp-iframe>',
  ].join('\n');
