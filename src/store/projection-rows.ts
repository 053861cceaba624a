/** The rows made from a topic's log beside its views: listing, claims, changes, and the site's one-row documents. */
import { chunked } from './packed.ts';

/** Everything made from a topic's log after a write; texts are JSON. */
export interface Projection {
  /** Names the code that made it, so that a later release makes it anew. */
  shape: string;
  listing: unknown;
  views: { kind: string; text: string }[];
  /** The claims that this write touched, as they now stand. */
  claims: { id: string; sort: string; source: string; measure: string | null; body: unknown }[];
  changes: { id: string; at: string; kind: string; body: unknown }[];
  /** Changes recorded earlier that this write makes untrue. */
  marks: {
    own: { revision: number; id: string; standing: string; note: string }[];
    later: { revision: number; id: string; replaced: string; note: string }[];
    /** Notes that give way to a further one. */
    passing: readonly [string, string];
  };
}

/** Statements for everything of a write but its log and views. */
export function listingStatements(
  db: D1Database,
  topic: string,
  revision: number,
  now: string,
  made: Projection,
): D1PreparedStatement[] {
  const claims = claimStatements(db, topic, made);
  const changes = chunked(made.changes).map((chunk) =>
    db
      .prepare(
        `INSERT INTO changes (topic, revision, id, at, kind, body)
         SELECT ?1, ?3, e.value ->> 'id', e.value ->> 'at', e.value ->> 'kind', e.value -> 'body'
         FROM json_each(?2) AS e`,
      )
      .bind(topic, chunk, revision),
  );
  return [
    ...claims,
    ...changes,
    ...markStatements(db, topic, made.marks),
    ...siteStatements(db, topic, now, made),
  ];
}

/** Notes in the text of earlier changes what became of their claim, or of the one before it; each note stands once. */
function markStatements(
  db: D1Database,
  topic: string,
  { own, later, passing }: Projection['marks'],
): D1PreparedStatement[] {
  const noted = "replace(replace(body ->> 'text', ?3, ''), ?4, '') || (e.value ->> 'note')";
  const named = "topic = ?1 AND changes.revision = e.value ->> 'revision' AND changes.id = e.value ->> 'id'";
  const statement = (chunk: string, set: string, condition: string) =>
    db
      .prepare(
        `UPDATE changes SET body = json_set(body, ${set}) FROM json_each(?2) AS e WHERE ${named} ${condition}`,
      )
      .bind(topic, chunk, ...passing);
  return [
    ...chunked(own).map((chunk) =>
      statement(chunk, `'$.standing', e.value ->> 'standing', '$.text', ${noted}`, ''),
    ),
    ...chunked(later).map((chunk) =>
      statement(chunk, `'$.text', ${noted}`, "AND changes.body ->> 'replaced' = e.value ->> 'replaced'"),
    ),
  ];
}

/** The topic's listing; the front page and the newest amendments are one row each, made anew from the rows just written. */
export function siteStatements(
  db: D1Database,
  topic: string,
  now: string,
  made: Projection,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        // A write that changes no figure, such as another name, leaves the newest change that was told.
        `INSERT OR REPLACE INTO topics (slug, updated, body)
         SELECT ?1, ?2, CASE WHEN json_type(?3, '$.latest') = 'null' THEN json_set(?3, '$.latest',
           json((SELECT body -> '$.latest' FROM topics WHERE slug = ?1))) ELSE ?3 END`,
      )
      .bind(topic, now, JSON.stringify(made.listing)),
    db
      .prepare(
        `INSERT OR REPLACE INTO documents (name, at, body) SELECT 'front', ?1, json_group_array(json(body))
         FROM (SELECT body FROM topics ORDER BY updated DESC, slug LIMIT 50)`,
      )
      .bind(now),
    db
      .prepare(
        `INSERT OR REPLACE INTO documents (name, at, body) SELECT 'amendments', ?1, json_group_array(json(body))
         FROM (SELECT body FROM changes WHERE kind IN ('corrected', 'voided', 'retracted', 'withheld')
               ORDER BY at DESC LIMIT 200)`,
      )
      .bind(now),
  ];
}

/** Each touched claim as it stands now; one that stands as before is not written again. */
export function claimStatements(db: D1Database, topic: string, made: Projection): D1PreparedStatement[] {
  return chunked(made.claims).map((chunk) =>
    db
      .prepare(
        `INSERT INTO claims (topic, sort, id, source, measure, body)
         SELECT ?1, e.value ->> 'sort', e.value ->> 'id', e.value ->> 'source', e.value ->> 'measure', e.value -> 'body'
         FROM json_each(?2) AS e WHERE true
         ON CONFLICT (topic, id) DO UPDATE SET sort = excluded.sort, source = excluded.source,
           measure = excluded.measure, body = excluded.body
         WHERE excluded.body <> claims.body OR excluded.sort <> claims.sort`,
      )
      .bind(topic, chunk),
  );
}
