/** The ends of what several voices say, and what lies furthest from all that is already shown. */
import { newestFirst } from './time-order.ts';
import { distanceOf, endsOf, type Voice } from './voice.ts';

export interface Ends<V> {
  newest: V | null;
  lowest: V | null;
  highest: V | null;
}

/** Newest first; among equals as they came. */
export function inTimeOrder<V extends Voice>(voices: readonly V[]): V[] {
  const place = new Map(voices.map((voice, at) => [voice, at]));
  return newestFirst(
    voices,
    ({ said }) => said,
    (a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0),
  );
}

/**
 * The ends among voices that stand newest first. A date that the page gives is newer than one that we bounded; of
 * equal numbers the one that says least beyond them, then the one that repeats nobody, then the newest.
 */
export function endsAmong<V extends Voice>(voices: readonly V[]): Ends<V> {
  const numbered = voices.flatMap((voice) => {
    const ends = endsOf(voice);
    return ends ? [{ voice, ...ends, adopts: Number(voice.adopts) }] : [];
  });
  const [lowest] = numbered.toSorted((a, b) => a.low - b.low || a.high - b.high || a.adopts - b.adopts);
  const [highest] = numbered.toSorted((a, b) => b.high - a.high || b.low - a.low || a.adopts - b.adopts);
  return {
    newest: voices.find(({ said }) => said?.inferred === false) ?? voices[0] ?? null,
    lowest: lowest?.voice ?? null,
    highest: highest?.voice ?? null,
  };
}

/**
 * The voices in the order in which each lies furthest from the nearest of those shown, itself shown from then on; of
 * equals the first, and what has no numbers last. At most `most` of them.
 */
export function furthestFirst<V extends Voice>(voices: readonly V[], shown: readonly V[], most: number): V[] {
  const gaps = new Map(voices.map((voice) => [voice, null as number | null]));
  const narrow = (by: V) => {
    for (const [voice, gap] of gaps) {
      const own = distanceOf(voice, by);
      if (own !== null && (gap === null || own < gap)) gaps.set(voice, own);
    }
  };
  for (const each of shown) narrow(each);
  const found: V[] = [];
  while (gaps.size > 0 && found.length < most) {
    const [next] = [...gaps].reduce((best, each) => ((each[1] ?? -1) > (best[1] ?? -1) ? each : best));
    gaps.delete(next);
    found.push(next);
    narrow(next);
  }
  return found;
}
