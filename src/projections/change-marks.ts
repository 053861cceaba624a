/** Recorded changes that a later amendment makes untrue: which they are, and the words by which they then say so. */
import type { Change } from '../domain/record/change.ts';
import { eventId, recordingId } from '../domain/record/change-id.ts';
import type { ClaimState, TopicRecord } from '../domain/record/record.ts';
import { wordsOf } from './words/words.ts';

/** Notes on the changes about a claim itself, and on those that name it as what stood before. */
export interface ChangeMarks {
  own: (ChangeKey & { standing: Amended; note: string })[];
  later: (ChangeKey & { replaced: string; note: string })[];
}
export interface ChangeKey {
  revision: number;
  id: string;
}
/** A line is noted upon, never rewritten or taken away: what was told stays to be seen. Withholding has its own, stricter way. */
type Amended = 'corrected' | 'voided' | 'retracted';

/** What gives way when a further note is made. */
export function passingNotes(lang: string): readonly [string, string] {
  const { own, later } = wordsOf(lang).changes.since.corrected;
  return [own, later];
}

/** The marks that the amendments among these changes make necessary; of several to one claim the last counts. */
export function marksOf(changes: readonly Change[], record: TopicRecord): ChangeMarks {
  const amended = new Map<string, Amended>();
  for (const { kind, claim } of changes)
    if (claim !== null && (kind === 'corrected' || kind === 'voided' || kind === 'retracted'))
      amended.set(claim, kind);
  const marks: ChangeMarks = { own: [], later: [] };
  const notes = wordsOf(record.topic.language).changes.since;
  if (amended.size === 0) return marks;
  const rows = Map.groupBy(record.claims, ({ claim }) => `${claim.source}\n${claim.measure}`);
  for (const [id, standing] of amended) {
    const state = record.held.get(id);
    if (!state) continue;
    const { own, later } = notes[standing];
    marks.own.push(...earlierOf(state).map((key) => ({ ...key, standing, note: own })));
    if (later === null) continue;
    const row = rows.get(`${state.claim.source}\n${state.claim.measure}`) ?? [];
    for (const other of row)
      if (other.revision > state.revision)
        marks.later.push({ revision: other.revision, id: recordingId(other), replaced: id, note: later });
  }
  return marks;
}

/** How the claim was recorded, and what was amended before its newest event; an import tells of no claim alone. */
function earlierOf(state: ClaimState): ChangeKey[] {
  const { revision, batch, events } = state;
  const recorded = batch === null ? [{ revision, id: recordingId(state) }] : [];
  const before = events.slice(0, -1).map((event, at) => ({
    revision: event.revision,
    id: eventId(state, event, at),
  }));
  return [...recorded, ...before];
}
