/** Every way of putting a topic on somebody's page, as text to paste; live, or pinned to the record of an instant. */
import type { Panel } from '../../projections/panel.ts';
import type { Words } from '../../projections/words/words.ts';

export interface SnippetOptions {
  origin: string;
  slug: string;
  /** Pins the record; null stays live. */
  knownAt: string | null;
  scheme: string | null;
  theme: string | null;
  limit: number;
  width: number;
  height: number;
  /** Where the script lies for good, with its integrity value. */
  pinnedScript: { path: string; integrity: string };
}

export interface Snippet {
  id: string;
  title: string;
  note: string;
  code: string;
}

export function snippetsFor(
  panel: Panel,
  ways: Words['snippets']['ways'],
  options: SnippetOptions,
): Snippet[] {
  const { origin, slug, height } = options;
  const script = `<script async src="${origin}/embed.js"></script>`;
  const page = `${origin}/t/${slug}${queryOf(options, false)}`;
  return [
    {
      id: 'script',
      ...ways.script,
      code: `<script async src="${origin}/embed.js"${attributes({ topic: slug, ...marks(options) }, 'data-')}></script>`,
    },
    {
      id: 'element',
      ...ways.element,
      code: `${element(panel, options)}\n${script}`,
    },
    {
      id: 'pinned-script',
      ...ways['pinned-script'],
      code: `${element(panel, options)}\n<script async src="${origin}${options.pinnedScript.path}" integrity="${options.pinnedScript.integrity}" crossorigin="anonymous"></script>`,
    },
    {
      id: 'iframe',
      ...ways.iframe,
      code: `<iframe src="${origin}/embed/${slug}${queryOf(options, true)}" title="${escaped(panel.title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`,
    },
    {
      id: 'oembed',
      ...ways.oembed,
      code: `${origin}/oembed?url=${encodeURIComponent(page)}`,
    },
    {
      id: 'wordpress',
      ...ways.wordpress,
      code: `${page}\n\nwp_oembed_add_provider( '${origin}/t/*', '${origin}/oembed?quote=no' );`,
    },
    {
      id: 'react',
      ...ways.react,
      code: reactCode(options),
    },
  ];
}

/** The element with its fallback: a real table of the same rows, with the page's address. */
function element(panel: Panel, options: SnippetOptions): string {
  const { origin, slug, height } = options;
  const rows = panel.groups.flatMap((group) =>
    group.rows.map(
      (row) =>
        `  <tr><th scope="row">${escaped(row.name)}</th><td>${escaped(row.text)}</td><td>${escaped(row.when)}</td></tr>`,
    ),
  );
  const link = `<a href="${origin}/t/${slug}">${escaped(panel.title)}</a>: ${escaped(panel.heading)}. ${escaped(panel.foot)}.`;
  return [
    `<by-source${attributes({ topic: slug, ...marks(options) }, '')} height="${height}"><table height="${height}">`,
    `  <caption>${link}</caption>`,
    ...rows,
    '</table></by-source>',
  ].join('\n');
}

/** Attributes shared by every form: only what differs from the defaults. */
function marks({ knownAt, scheme, theme, limit }: SnippetOptions): Record<string, string> {
  return {
    ...(knownAt === null ? {} : { 'known-at': knownAt }),
    ...(scheme === null ? {} : { scheme }),
    ...(theme === null ? {} : { theme }),
    ...(limit === 8 ? {} : { limit: String(limit) }),
  };
}

const attributes = (pairs: Record<string, string>, prefix: string): string =>
  Object.entries(pairs)
    .map(([name, value]) => ` ${prefix}${name}="${escaped(value)}"`)
    .join('');

function queryOf(options: SnippetOptions, drawn: boolean): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(marks(options))) {
    if (drawn || name === 'known-at' || name === 'scheme') query.set(name.replace('-', '_'), value);
  }
  return query.size > 0 ? `?${query}` : '';
}

function reactCode(options: SnippetOptions): string {
  const { origin, slug, height } = options;
  return `import { useEffect } from 'react';

export function BySource() {
  useEffect(() => {
    if (customElements.get('by-source')) return;
    const script = Object.assign(document.createElement('script'), { async: true, src: '${origin}/embed.js' });
    document.head.append(script);
  }, []);
  return <by-source${attributes({ topic: slug, ...marks(options) }, '')} height="${height}" />;
}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
