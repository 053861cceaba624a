/** Statements with warnings, as the desk lists them. */
import type { Warning } from '../domain/record/entry.ts';

export interface WarnedTopic {
  slug: string;
  title: string;
  /** Statements in force that an editor was warned of. */
  warnings: number;
}

/** The topics changed last that have warnings; each topic's listing holds its own count. */
export async function warnedTopics(db: D1Database, limit: number): Promise<WarnedTopic[]> {
  const { results } = await db
    .prepare(
      `SELECT slug, body ->> 'title' AS title, body ->> 'warnings' AS warnings FROM topics
       WHERE body ->> 'warnings' > 0 ORDER BY updated DESC, slug LIMIT ?`,
    )
    .bind(limit)
    .all<WarnedTopic>();
  return results;
}

export interface WarnedClaim {
  id: string;
  name: string;
  text: string;
  when: string;
  warnings: Warning[];
}

/** A topic's statements in force with warnings, newest first after a `sort`; reads the topic's claims until a page is full. */
export async function pageOfWarned(
  db: D1Database,
  topic: string,
  before: string | null,
  limit: number,
): Promise<{ items: WarnedClaim[]; next: string | null }> {
  const { results } = await db
    .prepare(
      `SELECT sort, id, body ->> 'name' AS name, body ->> 'text' AS text, body ->> 'when' AS said,
         body -> 'warnings' AS warnings FROM claims
       WHERE topic = ?1 AND (?2 IS NULL OR sort < ?2) AND json_array_length(body, '$.warnings') > 0
         AND body ->> 'status' NOT IN ('voided', 'retracted', 'withheld')
       ORDER BY sort DESC LIMIT ?3`,
    )
    .bind(topic, before, limit + 1)
    .all<{ sort: string; id: string; name: string; text: string; said: string; warnings: string }>();
  const items = results.slice(0, limit).map(({ id, name, text, said, warnings }) => ({
    id,
    name,
    text,
    when: said,
    warnings: JSON.parse(warnings) as Warning[],
  }));
  return { items, next: results.length > limit ? (results[limit - 1]?.sort ?? null) : null };
}
