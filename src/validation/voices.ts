/** Keeps a topic's log self-contained: the voices its claims name are written into it, each before its first claim. */
import type { Deed } from '../domain/record/entry.ts';
import type { TopicRecord } from '../domain/record/record.ts';
import type { Source } from '../domain/record/source.ts';

/** The deeds, led by those of every voice that the log does not hold as it now stands. */
export function withVoices(
  deeds: readonly Deed[],
  held: TopicRecord | null,
  sources: ReadonlyMap<string, Source>,
): Deed[] {
  const named = deeds.flatMap((deed) =>
    deed.kind === 'claim' || deed.kind === 'correct'
      ? [deed.claim.source, deed.claim.about?.source ?? null]
      : [],
  );
  const voices = new Map<string, Source>();
  for (const id of named) {
    for (let at = id; at !== null && !voices.has(at); ) {
      const source = sources.get(at);
      if (!source) break;
      voices.set(at, source);
      at = source.within;
    }
  }
  const fresh = [...voices.values()].filter((source) => !isHeld(held, source));
  return [...fresh.map((source): Deed => ({ kind: 'source', source })), ...deeds];
}

/** True when the log holds the source exactly so. */
export function isHeld(held: TopicRecord | null, source: Source): boolean {
  return JSON.stringify(held?.sources.get(source.id)) === JSON.stringify(source);
}
