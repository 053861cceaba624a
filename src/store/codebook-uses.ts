/** Which topics' logs hold which metrics and units, and of which revision of the codebook. */

/** A metric or a unit by its id. */
export interface CodebookUse {
  kind: 'metric' | 'unit';
  id: string;
}

/** What a write brings of the codebook into the topic's log, as the codebook stood at this revision. */
export const usesStatement = (
  db: D1Database,
  topic: string,
  revision: number,
  uses: readonly CodebookUse[],
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT OR REPLACE INTO codebook_uses (kind, id, topic, revision)
       SELECT e.value ->> 'kind', e.value ->> 'id', ?1, ?2 FROM json_each(?3) AS e`,
    )
    .bind(topic, revision, JSON.stringify(uses));

/** Topics whose log holds less than the codebook: an older wording, or, from before metrics were kept, none at all. */
export async function topicsBehind(db: D1Database): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT topic FROM codebook_uses AS held JOIN metrics ON held.kind = 'metric' AND metrics.id = held.id
       WHERE metrics.revision > held.revision
       UNION
       SELECT topic FROM codebook_uses AS held JOIN units ON held.kind = 'unit' AND units.id = held.id
       WHERE units.revision > held.revision
       UNION
       SELECT slug FROM topics WHERE slug NOT IN (SELECT topic FROM codebook_uses)
       ORDER BY 1`,
    )
    .all<{ topic: string }>();
  return results.map((row) => row.topic);
}

/** Everything of the codebook that some topic's log holds. */
export async function readUses(db: D1Database): Promise<(use: CodebookUse) => boolean> {
  const { results } = await db.prepare('SELECT DISTINCT kind, id FROM codebook_uses').all<CodebookUse>();
  const used = new Set(results.map(({ kind, id }) => `${kind} ${id}`));
  return ({ kind, id }) => used.has(`${kind} ${id}`);
}
