/** The element that draws a topic, with its rows as the page's own table for whoever runs no script. */
import type { Panel } from '../../projections/panel.ts';
import type { Words } from '../../projections/words/words.ts';
import { attributes, escaped } from './markup.ts';

export interface SnippetOptions {
  origin: string;
  slug: string;
  /** Pins the record; null stays live. */
  knownAt: string | null;
  scheme: string | null;
  measure: string | null;
  lang: string | null;
  dir: string | null;
  theme: string | null;
  /** Null for as many as are usual. */
  limit: number | null;
  /** Pixels, right at the width that was chosen. */
  height: number;
  /** The same for a frame, which has a margin of its own. */
  frameHeight: number;
  /** Where the script lies for good, with its integrity value. */
  pinnedScript: { path: string; integrity: string };
}

/** Attributes shared by every form: only what differs from the defaults. */
export function marksOf(options: SnippetOptions): Record<string, string> {
  const { knownAt, scheme, measure, lang, dir, theme, limit } = options;
  const all = { measure, 'known-at': knownAt, scheme, lang, dir, theme, limit: limit && String(limit) };
  return Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => Boolean(pair[1])));
}

/** The same as the query of a page or frame; `names` are those that it takes. */
export function queryOf(options: SnippetOptions, names?: readonly string[]): string {
  const pairs = Object.entries(marksOf(options)).map(([name, value]) => [name.replace('-', '_'), value]);
  const query = new URLSearchParams(pairs.filter(([name]) => names?.includes(name ?? '') ?? true));
  return query.size > 0 ? `?${query}` : '';
}

/** The parameters of a topic's page: what is drawn of it, not how. */
const VIEW = ['known_at', 'scheme', 'measure', 'lang'];

/** Where the topic stands with us. */
export const pageOf = (options: SnippetOptions): string =>
  `${options.origin}/t/${options.slug}${queryOf(options, VIEW)}`;

export const elementAttributes = (options: SnippetOptions): string =>
  attributes({ topic: options.slug, ...marksOf(options), height: String(options.height) });

export const element = (panel: Panel, options: SnippetOptions, words: Words['snippets']): string =>
  `<by-source${elementAttributes(options)}>${fallbackTable(panel, options, words)}</by-source>`;

/**
 * A real table of the same rows in the page's order, each saying what it counts. As a browser would write it (`tbody`),
 * so that no framework finds another tree than it made; without blank lines or indents, which Markdown would read.
 */
export function fallbackTable(panel: Panel, options: SnippetOptions, words: Words['snippets']): string {
  const rows = rowsOf(panel).map(({ what, row }) => {
    const name = [row.name, row.by].filter(Boolean).join(' · ');
    const when = [row.when, ...row.notes].join(' · ');
    const cells = [words.counted(what, row.text), when].map((text) => `<td>${escaped(text)}</td>`);
    return `<tr><th scope="row">${escaped(name)}</th>${cells.join('')}</tr>`;
  });
  const past = (panel.pinned ?? []).map((line) => ` ${escaped(line)}`).join('');
  const link = `<a href="${escaped(pageOf(options))}">${escaped(panel.title)}</a>`;
  return [
    `<table height="${options.height}"><caption>${link}: ${escaped(panel.heading)}. ${escaped(panel.foot)}.${past}</caption><tbody>`,
    ...rows,
    '</tbody></table>',
  ].join('\n');
}

/** The rows of a topic in one line, for a picture's alternative text. */
export const inWords = (panel: Panel, words: Words['snippets'], most: number): string =>
  [
    panel.title,
    ...rowsOf(panel)
      .slice(0, most)
      .map(({ what, row }) => `${row.name}: ${words.counted(what, row.text)}, ${row.when}`),
  ].join('. ');

const rowsOf = (panel: Panel) =>
  panel.groups.flatMap((group) => group.rows.map((row) => ({ row, what: row.of ?? group.label })));
