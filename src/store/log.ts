/** The log of a topic: read whole from its packed row, appended to, never overwritten. */
import { z } from 'zod';
import { claimOf, Entry } from '../domain/record/entry.ts';
import { chunked, isFull, pack, partsOf, unpack } from './packed.ts';
import { parseStored } from './stored-text.ts';

/** Changes when packed entries are no longer read as they were; an older row is then made anew from the log. */
const SHAPE = 3;

/** All entries of a topic in order; empty when there is no such topic. One row read for most topics. */
export async function readLog(db: D1Database, topic: string): Promise<Entry[]> {
  return (await readRecord(db, topic)).entries;
}

export interface StoredRecord {
  entries: Entry[];
  /** The topic's visible comments and the people who wrote them, kept beside its log. */
  comments: { visible: number; commenters: number };
}

/** The log with the topic's numbers, at the same cost. */
export async function readRecord(db: D1Database, topic: string): Promise<StoredRecord> {
  const found = await readPacked(db, topic);
  if (found === null) return { entries: [], comments: { visible: 0, commenters: 0 } };
  const packed = JSON.parse(await unpack(found.body)) as { shape: number; entries: Entry[] };
  const entries = packed.shape === SHAPE ? packed.entries : await rebuildLog(db, topic);
  return { entries, comments: { visible: found.comments, commenters: found.commenters } };
}

type PackedRow = { body: string; comments: number; commenters: number };

/** The packed log, or null. A walk over the parts would read the next topic's row too: one row names itself. */
async function readPacked(db: D1Database, topic: string): Promise<PackedRow | null> {
  const first = await db
    .prepare('SELECT body, comments, commenters FROM records WHERE topic = ? AND part = 0')
    .bind(topic)
    .first<PackedRow>();
  if (first === null || !isFull(first.body)) return first;
  const { results } = await db
    .prepare('SELECT body FROM records WHERE topic = ? AND part > 0 ORDER BY part')
    .bind(topic)
    .all<{ body: string }>();
  return { ...first, body: first.body + results.map((row) => row.body).join('') };
}

/** Reads the log row by row and holds each to its schema: a row that does not parse throws, it is never skipped. */
export async function rebuildLog(db: D1Database, topic: string): Promise<Entry[]> {
  const { results } = await db
    .prepare('SELECT revision, recorded, batch, action FROM log WHERE topic = ? ORDER BY revision, n')
    .bind(topic)
    .all<{ revision: number; recorded: string; batch: string | null; action: string }>();
  return results.map(({ action, ...row }) => {
    const parsed = parseStored(Entry, JSON.stringify({ ...row, action: JSON.parse(action) }));
    if (parsed.success) return parsed.data;
    throw new Error(`log of ${topic}, revision ${row.revision}: ${z.prettifyError(parsed.error)}`);
  });
}

/** Statements that append entries of one new revision; a racing writer of the same revision fails whole. */
export function appendLog(
  db: D1Database,
  topic: string,
  actor: string,
  fresh: readonly Entry[],
): D1PreparedStatement[] {
  const rows = fresh.map(({ revision, recorded, batch, action }, n) => {
    return { revision, n, recorded, batch, claim: claimOf(action), action };
  });
  return chunked(rows).map((chunk) =>
    db
      .prepare(
        `INSERT INTO log (topic, revision, n, recorded, actor, batch, claim, action)
         SELECT ?1, e.value ->> 'revision', e.value ->> 'n', e.value ->> 'recorded', ?2, e.value ->> 'batch',
                e.value ->> 'claim', e.value -> 'action' FROM json_each(?3) AS e`,
      )
      .bind(topic, actor, chunk),
  );
}

/** Statements that replace the packed row with the whole log. */
export async function storeLog(
  db: D1Database,
  topic: string,
  entries: readonly Entry[],
): Promise<D1PreparedStatement[]> {
  const parts = partsOf(await pack(JSON.stringify({ shape: SHAPE, entries })));
  return [
    db.prepare('DELETE FROM records WHERE topic = ?').bind(topic),
    ...parts.map((body, part) =>
      db.prepare('INSERT INTO records (topic, part, body) VALUES (?, ?, ?)').bind(topic, part, body),
    ),
  ];
}
