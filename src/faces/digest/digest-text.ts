/** The digest as plain text, for readers and programs that show no HTML: 72 columns, links on lines of their own. */
import type { DigestTopic, DigestView } from '../../read/digest.ts';

/** Addresses that a mail carries for its reader alone. */
export interface DigestLinks {
  origin: string;
  unsubscribe: string;
  preferences: string;
  archive: string;
}

/** RFC 5322 asks for less than 78 characters a line; newsletters in plain text keep to 72. */
const COLUMNS = 72;

export function digestText(view: DigestView, links: DigestLinks): string {
  const { mostCommented } = view;
  const list = mostCommented.items.map((item, at) => [
    ...wrap(`${at + 1}. ${item.title}: ${item.people}`, '', '   '),
    `   ${links.origin}${item.url}`,
  ]);
  return [
    'BY SOURCE',
    '',
    ...wrap(view.opening),
    ...view.topics.flatMap((topic) => ['', ...topicText(topic, links.origin)]),
    ...(list.length > 0 ? ['', 'MOST COMMENTED', ...list.flat()] : []),
    '',
    '-'.repeat(COLUMNS),
    `This digest on the web: ${links.archive}`,
    `Topics, hour, language: ${links.preferences}`,
    `Unsubscribe:            ${links.unsubscribe}`,
    '',
  ].join('\n');
}

function topicText({ title, url, parts }: DigestTopic, origin: string): string[] {
  const heading = [...wrap(title.toUpperCase()), origin + url];
  const body = parts.flatMap((part) => [
    '',
    part.heading,
    ...part.lines.flatMap((line) => [
      ...wrap(line.text, '- ', '  '),
      ...(line.small ? wrap(line.small, '  ', '  ') : []),
    ]),
  ]);
  return [...heading, ...body];
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
