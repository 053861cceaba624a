/** Where words of a claim may stand outside its own topic's record: claims of other topics, comments of readers. */

/** Claims and comments read at most, the newest: a search for a few words in all that was ever written has an end. */
const MOST_READ = 20_000;
const MOST_FOUND = 200;

/** Claims of other topics whose text holds one of the phrases, letter for letter but for capitals of the Latin alphabet. */
export async function claimsHolding(
  db: D1Database,
  topic: string,
  phrases: readonly string[],
): Promise<{ id: string; topic: string; body: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT c.id, c.topic, c.body FROM (SELECT id, topic, body FROM claims WHERE topic <> ?1 LIMIT ${MOST_READ}) AS c
       WHERE EXISTS (SELECT 1 FROM json_each(?2) AS p WHERE instr(lower(c.body), p.value)) LIMIT ${MOST_FOUND}`,
    )
    .bind(topic, JSON.stringify(phrases))
    .all<{ id: string; topic: string; body: string }>();
  return results;
}

/** Comments on any topic that hold one of the phrases and are not erased, the newest first. */
export async function commentsHolding(db: D1Database, phrases: readonly string[]): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT c.id FROM (SELECT id, at, body FROM comments WHERE body <> '' ORDER BY at DESC LIMIT ${MOST_READ}) AS c
       WHERE EXISTS (SELECT 1 FROM json_each(?1) AS p WHERE instr(lower(c.body), p.value))
       ORDER BY c.at DESC LIMIT ${MOST_FOUND}`,
    )
    .bind(JSON.stringify(phrases))
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}
