/** What goes when a claim is withheld: its content in the log, in the recorded changes and in answers kept for callers. */
import type { Entry } from '../domain/record/entry.ts';
import { withoutContent } from '../domain/record/record.ts';
import { chunked } from './packed.ts';

/** Reasons given before the withholding may quote what was said, so they go as well. */
const REASON = 'Withheld with the claim.';

/** The log as it may stay: who and which measure, and nothing that was said, corrected or withdrawn. */
export function redact(entries: readonly Entry[], withheld: ReadonlySet<string>): Entry[] {
  return entries.map((entry) => {
    const deed = redacted(entry.deed, withheld);
    return deed === entry.deed ? entry : { ...entry, deed };
  });
}

function redacted(deed: Entry['deed'], withheld: ReadonlySet<string>): Entry['deed'] {
  switch (deed.kind) {
    case 'claim':
    case 'correct': {
      if (!withheld.has(deed.claim.id)) return deed;
      const claim = { ...withoutContent(deed.claim), id: deed.claim.id };
      return deed.kind === 'claim'
        ? { kind: 'claim', claim, warnings: [] }
        : { kind: 'correct', claim, reason: REASON, fields: [] };
    }
    case 'evidence':
      return withheld.has(deed.id) ? { ...deed, evidence: [], readings: [], reason: null } : deed;
    case 'void':
    case 'retract':
      return withheld.has(deed.id) ? { ...deed, reason: REASON } : deed;
    case 'topic':
    case 'source':
    case 'withhold':
      return deed;
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
  const rows = entries.flatMap(({ revision, deed }, at) => {
    n = entries[at - 1]?.revision === revision ? n + 1 : 0;
    const id = 'claim' in deed ? deed.claim.id : 'id' in deed ? deed.id : null;
    return id !== null && withheld.has(id) && deed.kind !== 'withhold' ? [{ revision, n, deed }] : [];
  });
  return chunked(rows).map((chunk) =>
    db
      .prepare(
        `UPDATE log SET deed = (SELECT e.value -> 'deed' FROM json_each(?2) AS e
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
