/** Keeps a topic's log self-contained: the sources its claims name are written into it, each before its first claim. */
import type { Action } from '../domain/record/entry.ts';
import type { TopicRecord } from '../domain/record/record.ts';
import type { Source } from '../domain/record/source.ts';

/** The actions, led by those of every source that the log does not hold as it now stands. */
export function withSources(
  actions: readonly Action[],
  held: TopicRecord | null,
  sources: ReadonlyMap<string, Source>,
): Action[] {
  const named = actions.flatMap((action) =>
    action.kind === 'claim' || action.kind === 'correct'
      ? [action.claim.source, action.claim.about?.source ?? null]
      : [],
  );
  const wanted = new Map<string, Source>();
  for (const id of named) {
    for (let at = id; at !== null && !wanted.has(at); ) {
      const source = sources.get(at);
      if (!source) break;
      wanted.set(at, source);
      at = source.within;
    }
  }
  const fresh = [...wanted.values()].filter((source) => !isHeld(held, source));
  return [...fresh.map((source): Action => ({ kind: 'source', source })), ...actions];
}

/** True when the log holds the source exactly so. */
export function isHeld(held: TopicRecord | null, source: Source): boolean {
  return JSON.stringify(held?.sources.get(source.id)) === JSON.stringify(source);
}
