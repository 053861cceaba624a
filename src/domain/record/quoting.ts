/** Who else repeats the words of a claim: what an editor who withholds it should look at as well. */
import type { Value } from '../figure/value.ts';
import type { Claim } from './claim.ts';
import type { Warning } from './entry.ts';
import { formsOf, type TopicRecord } from './record.ts';

/** A bare number shorter than this is everybody's. */
const SHORTEST_NUMBER = 4;
/** Claims that are named one by one. */
const MOST_NAMED = 20;

/** The words that a claim holds, each once: as said, as summed up, as read, as disclosed. A page’s title is shared by all that cite it. */
export function wordsOf(claim: Claim): string[] {
  const { value, words, summary, method, readings, alternatives } = claim;
  const all = [
    ...figureOf(value),
    words?.stated,
    words?.gloss,
    summary,
    method?.sponsor,
    method?.note,
    ...readings.map(({ text }) => text),
    ...alternatives.flatMap((each) => figureOf(each.value)),
  ];
  return [...new Set(all.flatMap((text) => (text ? [text.trim()] : [])))].filter(isTelling);
}

/** What was read from a table has no words of its own: its numbers, bare and grouped as English does, are what others repeat. */
function figureOf(value: Value | null): (string | null)[] {
  if (value === null || value.stated !== null) return [value?.stated ?? null, value?.gloss ?? null];
  return [value.low, value.point, value.high].flatMap((n) =>
    n === null ? [] : [String(n), n.toLocaleString('en', { maximumSignificantDigits: 15 })],
  );
}

const isTelling = (text: string): boolean =>
  /\p{L}/u.test(text) || text.replace(/\D/g, '').length >= SHORTEST_NUMBER;

/** One warning for each other claim of the record that repeats words of this one, and for the topic's own; never the words. */
export function quotedWarnings(record: TopicRecord, id: string): Warning[] {
  const state = record.held.get(id);
  if (state === undefined || state.standing === 'withheld') return [];
  const words = [...new Set(formsOf(state).flatMap(wordsOf))].map(patternOf);
  const quoting = record.claims.flatMap(({ claim, events, standing }) => {
    if (claim.id === id || standing === 'withheld') return [];
    const { id: _, topic: __, source, ...said } = claim;
    const texts = [
      ...textsIn(said),
      ...events.flatMap((event) => [event.reason, ...(event.kind === 'corrected' ? textsIn(event.was) : [])]),
    ];
    return texts.some((text) => isAmong(words, text)) ? [{ id: claim.id, source }] : [];
  });
  const named = quoting.slice(0, MOST_NAMED).map(
    (each): Warning => ({
      code: 'quoted',
      path: `claims.${each.id}`,
      message: `The claim ${each.id} of ${each.source} repeats words of this one; withhold or correct it too if they must go.`,
    }),
  );
  const more = quoting.length - named.length;
  if (more > 0)
    named.push({
      code: 'quoted',
      path: 'claims',
      message: `${more} further claims of this topic repeat words of it.`,
    });
  const { title, summary } = record.topic;
  if ([title, summary].some((text) => isAmong(words, text ?? '')))
    named.push({
      code: 'quoted',
      path: 'topic',
      message: 'The topic’s own title or summary repeats words of this claim; change it too if they must go.',
    });
  return named;
}

/** Whole words, whatever their capitals, blanks and quotation marks. */
export function patternOf(words: string): RegExp {
  const parts = plain(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'u');
}

export const isAmong = (words: readonly RegExp[], text: string): boolean => {
  const read = plain(text);
  return words.some((pattern) => pattern.test(read));
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Every text in a value, at any depth. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
