// Random actions upon random trees of comments, as the statements of the store, and a recount of the rows from nothing.
import fc from 'fast-check';
import {
  COMMENT_ACTIONS,
  type CommentAction,
  type CommentState,
  stateAfter,
} from '../../src/domain/comments/comment-state.ts';
import { changeStates, postStatements } from '../../src/store/comment-writes.ts';
import { erasureStatements } from '../../src/store/reader-erasure.ts';

export type Action =
  | { kind: 'post'; reader: number; topic: number; parent: number; hour: number; held: boolean }
  | { kind: 'moderate'; action: CommentAction; picks: number[] }
  | { kind: 'erase'; reader: number };

const READERS = 4;
const TOPICS = 2;
const pick = fc.nat({ max: 1_000 });

export const actions: fc.Arbitrary<Action[]> = fc.array(
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('post' as const),
        reader: fc.nat({ max: READERS - 1 }),
        topic: fc.nat({ max: TOPICS - 1 }),
        parent: pick,
        hour: fc.nat({ max: 5 }),
        held: fc.boolean(),
      }),
    },
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('moderate' as const),
        action: fc.constantFrom(...COMMENT_ACTIONS),
        picks: fc.array(pick, { minLength: 1, maxLength: 6 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('erase' as const), reader: fc.nat({ max: READERS - 1 }) }),
    },
  ),
  { minLength: 4, maxLength: 24 },
);

interface Held {
  id: string;
  topic: string;
  parent: string | null;
  reader: string | null;
  state: CommentState;
  version: number;
}

/** The statements of a run of actions, under names that begin with `run`; its readers and topics are made first. */
export function statementsOf(
  db: D1Database,
  run: string,
  sequence: readonly Action[],
): D1PreparedStatement[] {
  const held: Held[] = [];
  const gone = new Set<string>();
  const byId = (id: string | null) => held.find((comment) => comment.id === id);
  const seen = (comment: Held | undefined): boolean =>
    comment?.state === 'approved' && (comment.parent === null || seen(byId(comment.parent)));
  const statements = Array.from({ length: READERS }, (_, n) =>
    db
      .prepare(
        "INSERT INTO readers (id, email, name, created) VALUES (?1, ?1 || '@reader.example', ?1, '2026')",
      )
      .bind(`${run}-r${n}`),
  );
  sequence.forEach((action, n) => {
    const now = new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
    switch (action.kind) {
      case 'post': {
        const [id, reader, topic] = [`${run}-c${n}`, `${run}-r${action.reader}`, `${run}-t${action.topic}`];
        if (gone.has(reader)) return;
        const parents = [undefined, ...held.filter((comment) => comment.topic === topic && seen(comment))];
        const parent = parents[action.parent % parents.length]?.id ?? null;
        const state = action.held ? 'pending' : 'approved';
        const at = new Date(Date.UTC(2026, 0, 1, action.hour, 59 - n)).toISOString();
        held.push({ id, topic, parent, reader, state, version: 1 });
        const fresh = { id, topic, claim: null, parent, reader, body: 'x', state, held: null, at } as const;
        statements.push(...postStatements(db, fresh, { since: '9999', written: 0 }));
        return;
      }
      case 'moderate': {
        const chosen = new Set(action.picks.flatMap((each) => held[each % Math.max(1, held.length)] ?? []));
        const changes = [...chosen].flatMap((comment) => {
          const to = stateAfter(action.action, comment.state);
          return to === null ? [] : [{ comment, change: { ...comment, from: comment.state, to } }];
        });
        for (const { comment, change } of changes) {
          comment.state = change.to;
          comment.version++;
        }
        const by = { actor: 'moderator', reason: 'A test.', now };
        statements.push(
          ...changeStates(
            db,
            changes.map(({ change }) => change),
            by,
          ),
        );
        return;
      }
      case 'erase': {
        const reader = `${run}-r${action.reader}`;
        const own = held.filter((comment) => comment.reader === reader);
        for (const comment of own) {
          comment.reader = null;
          comment.version++;
          if (comment.state === 'pending') comment.state = 'removed';
        }
        gone.add(reader);
        statements.push(...erasureStatements(db, reader, [...new Set(own.map(({ topic }) => topic))], now));
      }
    }
  });
  return statements;
}

/** The counters as the tables hold them, all runs together, in one order. */
export async function readCounters(db: D1Database): Promise<Record<string, unknown[]>> {
  const asked = {
    blocked: 'SELECT id, blocked FROM comments ORDER BY id',
    commenters: 'SELECT topic, reader, comments, last_at FROM commenters ORDER BY topic, reader',
    hours: 'SELECT topic, hour, comments, commenters FROM comment_hours ORDER BY topic, hour',
    totals: 'SELECT topic, comments, commenters FROM comment_totals ORDER BY topic',
    readers: 'SELECT id, approved, rejected FROM readers ORDER BY id',
    versions: 'SELECT comment AS id, max(n) AS version FROM comment_log GROUP BY comment ORDER BY comment',
  };
  const results = await db.batch(Object.values(asked).map((sql) => db.prepare(sql)));
  return Object.fromEntries(Object.keys(asked).map((name, at) => [name, results[at]?.results ?? []]));
}

interface Row extends Held {
  at: string;
}

/** The same, counted anew from nothing but each comment's place, author and state. */
export async function recount(db: D1Database): Promise<Record<string, unknown[]>> {
  const { results: rows } = await db
    .prepare('SELECT id, topic, parent, reader, state, version, at FROM comments ORDER BY id')
    .all<Row>();
  const { results: readers } = await db.prepare('SELECT id FROM readers ORDER BY id').all<{ id: string }>();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const blockedOf = (row: Row): number => {
    const parent = row.parent === null ? undefined : byId.get(row.parent);
    return Number(row.state !== 'approved') + (parent ? blockedOf(parent) : 0);
  };
  const counted = rows.filter((row) => row.reader !== null && blockedOf(row) === 0);
  const commenters = [...Map.groupBy(counted, ({ topic, reader }) => `${topic}\n${reader}`).values()].map(
    (own) => ({
      topic: own[0]?.topic ?? '',
      reader: own[0]?.reader ?? '',
      comments: own.length,
      last_at: own.map(({ at }) => at).reduce((a, b) => (a > b ? a : b)),
    }),
  );
  const hourOf = ({ topic }: { topic: string }, at: string) => `${topic}\n${at.slice(0, 13)}`;
  const written = Map.groupBy(counted, (row) => hourOf(row, row.at));
  const last = Map.groupBy(commenters, (row) => hourOf(row, row.last_at));
  const people = Map.groupBy(commenters, ({ topic }) => topic);
  const sorted = <T extends object>(list: T[]) =>
    list.sort((a, b) => (Object.values(a).join('\n') < Object.values(b).join('\n') ? -1 : 1));
  return {
    blocked: rows.map((row) => ({ id: row.id, blocked: blockedOf(row) })),
    commenters: sorted(commenters),
    hours: sorted(
      [...new Set([...written.keys(), ...last.keys()])].map((key) => ({
        topic: key.split('\n')[0],
        hour: key.split('\n')[1],
        comments: written.get(key)?.length ?? 0,
        commenters: last.get(key)?.length ?? 0,
      })),
    ),
    totals: sorted(
      [...people].map(([topic, own]) => ({
        topic,
        comments: own.reduce((sum, each) => sum + each.comments, 0),
        commenters: own.length,
      })),
    ),
    readers: readers.map(({ id }) => {
      const states = rows.filter(({ reader }) => reader === id).map(({ state }) => state);
      return {
        id,
        approved: states.filter((state) => state === 'approved').length,
        rejected: states.filter((state) => state === 'rejected' || state === 'removed').length,
      };
    }),
    versions: rows.map(({ id, version }) => ({ id, version })),
  };
}
