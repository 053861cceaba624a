/** The digest as plain text, for readers and programs that show no HTML: 72 columns, links on lines of their own. */
import type { DigestLine, DigestTopic, DigestView } from '../projections/digest.ts';
import { wordsOf } from '../projections/words/words.ts';

/** Addresses that a mail carries for its reader alone. */
export interface DigestLinks {
  origin: string;
  unsubscribe: string;
  preferences: string;
  archive: string;
  /** Where what a mail leaves out can be read; null on that page itself, which leads to the topics. */
  rest: string | null;
  /** On the page that keeps a digest: the day it was sent, in words. */
  sentOn?: string;
}

/** Where the lines are that a part does not show. */
export const restOf = (
  { slug, url }: Pick<DigestTopic, 'slug' | 'url'>,
  { origin, rest }: DigestLinks,
): string => (rest === null ? `${origin}${url}#timeline` : `${rest}#${slug}`);

/** Of topics that cannot be drawn, this many are named. */
const NAMED = 5;

/** "“A flood” could not be drawn and is left out of this digest": a sentence and where its page is. */
export function leftOutNotes({ leftOut }: DigestView, lang: string): { text: string; url: string }[] {
  const words = wordsOf(lang).mails;
  const notes = leftOut.slice(0, NAMED).map(({ title, url }) => ({
    text: words.undrawn(title),
    url,
  }));
  const more = leftOut.length - notes.length;
  return more > 0 ? [...notes, { text: words.undrawnToo(more), url: '/' }] : notes;
}

/** RFC 5322 asks for less than 78 characters a line; newsletters in plain text keep to 72. */
const COLUMNS = 72;

export function digestText(view: DigestView, links: DigestLinks, lang: string): string {
  const words = wordsOf(lang).mails;
  const { mostCommented } = view;
  const list = mostCommented.items.map((item, at) => [
    ...wrap(`${at + 1}. ${words.listed(item.title, item.people)}`, '', '   '),
    `   ${links.origin}${item.url}`,
  ]);
  return [
    words.site.toUpperCase(),
    '',
    ...wrap(view.opening),
    ...view.topics.flatMap((topic) => ['', ...topicText(topic, links, lang)]),
    ...(view.moreTopics > 0
      ? ['', ...addressed(words.moreTopics(view.moreTopics), links.rest ?? links.origin, '', lang)]
      : []),
    ...leftOutNotes(view, lang).flatMap(({ text, url }) => [
      '',
      ...addressed(text, links.origin + url, '', lang),
    ]),
    ...(list.length > 0 ? ['', words.mostCommented.toUpperCase(), ...list.flat()] : []),
    ...(view.moreListed > 0
      ? addressed(words.more(view.moreListed), `${links.origin}/most-commented`, '   ', lang)
      : []),
    '',
    '-'.repeat(COLUMNS),
    ...words.footLines(links.archive, links.preferences, links.unsubscribe),
    '',
  ].join('\n');
}

function topicText(topic: DigestTopic, links: DigestLinks, lang: string): string[] {
  const heading = [...wrap(topic.title.toUpperCase()), links.origin + topic.url];
  const body = topic.parts.flatMap(({ heading: of, lines, more }) => [
    '',
    ...wrap(of),
    ...lines.flatMap((line) => lineText(line, links.origin, lang)),
    ...(more > 0 ? addressed(wordsOf(lang).mails.more(more), restOf(topic, links), '  ', lang) : []),
  ]);
  return [...heading, ...body];
}

const lineText = (
  { text, small, url: own, places, otherPlaces }: DigestLine,
  origin: string,
  lang: string,
): string[] => [
  ...wrap(text, '- ', '  '),
  ...wrap(small, '  '),
  ...places.flatMap(([outlet, url]) => addressed(outlet, url, '  ', lang)),
  ...(otherPlaces > 0
    ? addressed(wordsOf(lang).mails.moreOutlets(otherPlaces), origin + own, '  ', lang)
    : []),
];

/** Words and an address, on one line where it stays short enough to read, else on lines of their own. */
function addressed(text: string, url: string, indent: string, lang: string): string[] {
  const lines = wrap(wordsOf(lang).mails.addressed(text), indent);
  const last = lines.at(-1) ?? indent;
  return last.length + 1 + url.length <= COLUMNS
    ? [...lines.slice(0, -1), `${last} ${url}`]
    : [...lines, `${indent}${url}`];
}

/** Breaks at spaces; a word longer than a line stands whole, so that an address is never broken. */
export function wrap(text: string, first = '', rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return empty ? lines : [...lines, line];
}
