/** What goes when a claim is withheld: its content in the log, in the recorded changes and in answers kept for callers. */
import { claimOf, type Entry } from '../domain/record/entry.ts';
import { withoutContent } from '../domain/record/tombstone.ts';
import { chunked } from './packed.ts';

/** Reasons given before the withholding may quote what was said, so they go as well. */
const REASON = 'Withheld with the claim.';

/** The log as it may stay: who and which measure, and nothing that was said, corrected or withdrawn. */
export function redact(entries: readonly Entry[], withheld: ReadonlySet<string>): Entry[] {
  return entries.map((entry) => {
    const action = redacted(entry.action, withheld);
    return action === entry.action ? entry : { ...entry, action };
  });
}

function redacted(action: Entry['action'], withheld: ReadonlySet<string>): Entry['action'] {
  switch (action.kind) {
    case 'claim':
    case 'correct': {
      if (!withheld.has(action.claim.id)) return action;
      const claim = { ...withoutContent(action.claim), id: action.claim.id };
      return action.kind === 'claim'
        ? { kind: 'claim', claim, warnings: [] }
        : { kind: 'correct', claim, reason: REASON, fields: [] };
    }
    case 'evidence':
      return withheld.has(action.id) ? { ...action, evidence: [], readings: [], reason: null } : action;
    case 'void':
    case 'retract':
      return withheld.has(action.id) ? { ...action, reason: REASON } : action;
    case 'topic':
    case 'source':
    case 'metric':
    case 'unit':
    case 'withhold':
      return action;
  }
}

/** Carries a redaction into the log itself, row by row. The log's trigger lets only a withheld claim's rows change. */
export function redactLog(
  db: D1Database,
  topic: string,
  entries: readonly Entry[],
  withheld: ReadonlySet<string>,
): D1PreparedStatement[] {
  let n = 0;
  const rows = entries.flatMap(({ revision, action }, at) => {
    n = entries[at - 1]?.revision === revision ? n + 1 : 0;
    const id = claimOf(action);
    return id !== null && withheld.has(id) && action.kind !== 'withhold' ? [{ revision, n, action }] : [];
  });
  return chunked(rows).map((chunk) =>
    db
      .prepare(
        `UPDATE log SET action = (SELECT e.value -> 'action' FROM json_each(?2) AS e
           WHERE e.value ->> 'revision' = log.revision AND e.value ->> 'n' = log.n)
         WHERE topic = ?1 AND (revision, n) IN
           (SELECT e.value ->> 'revision', e.value ->> 'n' FROM json_each(?2) AS e)`,
      )
      .bind(topic, chunk),
  );
}

/** Rewrites the recorded changes of a topic; `rewrite` gives back the body it was given where nothing need go. */
export async function redactChanges(
  db: D1Database,
  topic: string,
  rewrite: (body: unknown) => unknown,
): Promise<D1PreparedStatement[]> {
  const { results } = await db
    .prepare('SELECT revision, id, body FROM changes WHERE topic = ?')
    .bind(topic)
    .all<{ revision: number; id: string; body: string }>();
  return results.flatMap(({ revision, id, body }) => {
    const given: unknown = JSON.parse(body);
    const kept = rewrite(given);
    if (kept === given) return [];
    return db
      .prepare('UPDATE changes SET body = ?4 WHERE topic = ?1 AND revision = ?2 AND id = ?3')
      .bind(topic, revision, id, JSON.stringify(kept));
  });
}

/**
 * Answers kept for callers who sent the claim: a withheld one keeps its id alone, one that answers it is worded as it
 * now stands. After the claims' own rows are written.
 */
export function redactAnswers(
  db: D1Database,
  withheld: ReadonlySet<string>,
  touched: readonly string[],
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE idempotency SET body = json_object('id', body ->> 'id', 'status', 'withheld')
         WHERE body ->> 'id' IN (SELECT value FROM json_each(?))`,
      )
      .bind(JSON.stringify([...withheld])),
    db
      .prepare(
        `UPDATE idempotency SET body = json_set(body, '$.claim.text',
           (SELECT claims.body ->> 'text' FROM claims WHERE claims.id = idempotency.body ->> 'id'))
         WHERE body ->> 'id' IN (SELECT value FROM json_each(?))`,
      )
      .bind(JSON.stringify(touched.filter((id) => !withheld.has(id)))),
  ];
}
