/** A digest made shorter: fewer lines of each part, then fewer topics, and always how many more there are. */
import type { DigestLine, DigestView } from './digest.ts';

export interface Room {
  /** Lines of each part. */
  lines: number;
  topics: number;
}

/** What a mail shows at most, however much room there is: beyond this it is not read. */
export const MAIL: Room = { lines: 25, topics: 250 };
/** A first digest shows each topic as small faces do. */
const FIRST = 12;

/** From the most to the least that is still a digest. */
export const ROOMS: readonly Room[] = [
  MAIL,
  ...[15, 10, 6, 4, 2, 1].map((lines) => ({ ...MAIL, lines })),
  ...[100, 50, 25, 12, 6, 3, 1].map((topics) => ({ lines: 1, topics })),
  // Even one line may hold several long addresses.
  { lines: 0, topics: 1 },
];

export function cut(view: DigestView, { lines, topics }: Room): DigestView {
  const kept = view.topics.slice(0, topics).map((topic) => ({
    ...topic,
    parts: topic.parts.map((part) => {
      const shown = part.first ? ranked(part.lines, Math.min(lines, FIRST)) : part.lines.slice(0, lines);
      return { ...part, lines: shown, more: part.more + part.lines.length - shown.length };
    }),
  }));
  return { ...view, topics: kept, moreTopics: view.topics.length - kept.length };
}

/** The first in rank, in the order in which they stood. */
function ranked(lines: readonly DigestLine[], most: number): DigestLine[] {
  const ranks = new Map(lines.map((line, at) => [line, line.rank ?? at + 1]));
  const rankOf = (line: DigestLine) => ranks.get(line) ?? 0;
  const kept = new Set(lines.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, most));
  return lines.filter((line) => kept.has(line));
}

/** Lines that a view draws: what its size grows with. */
export const linesIn = (view: DigestView): number =>
  view.topics.reduce((sum, { parts }) => sum + parts.reduce((all, part) => all + part.lines.length, 0), 0);
