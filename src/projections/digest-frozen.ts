/** How a run keeps what one topic has to tell: each line once, and for each instant of a last digest which lines, in which parts. */
import type { DigestTopicContent } from './digest.ts';
import type { KeptPart, ToldLine } from './digest-told.ts';

export interface FrozenTopic extends Omit<DigestTopicContent, 'told'> {
  /** The instant of the newest entry shown: whoever was sent it is told nothing. */
  updated: string;
  lines: ToldLine[];
  since: Record<string, (Omit<KeptPart, 'lines'> & { lines: number[] })[]>;
}

/** Characters of one frozen topic, well below the 2,000,000 bytes that D1 allows a row. */
const LARGEST = 600_000;

/** Instants are given newest first; the oldest are left out where the topic would grow too large. */
export function frozenTold(
  told: Iterable<readonly [cursor: string, parts: KeptPart[]]>,
): Pick<FrozenTopic, 'lines' | 'since'> {
  const numbers = new Map<string, number>();
  const since: FrozenTopic['since'] = {};
  let size = 0;
  for (const [cursor, parts] of told) {
    since[cursor] = parts.map(({ lines, ...part }) => ({
      ...part,
      lines: lines.map((line) => {
        const text = JSON.stringify(line);
        const known = numbers.get(text);
        if (known !== undefined) return known;
        size += text.length;
        numbers.set(text, numbers.size);
        return numbers.size - 1;
      }),
    }));
    if (size > LARGEST) break;
  }
  return { lines: [...numbers.keys()].map((text) => JSON.parse(text) as ToldLine), since };
}

/** What readers last sent the record of `cursor` are told; null where nothing was frozen for them. */
export function toldFor({ updated, lines, since }: FrozenTopic, cursor: string | null): KeptPart[] | null {
  if (cursor === null || cursor >= updated) return [];
  return (
    since[cursor]?.map((part) => ({
      ...part,
      lines: part.lines.flatMap((number) => lines[number] ?? []),
    })) ?? null
  );
}
