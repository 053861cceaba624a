/** The queue of comments at the desk: its lists, what is done to those chosen, and the way back. */
import {
  actionBetween,
  COMMENT_STATES,
  type CommentAction,
  type CommentState,
  STATE_RULES,
} from '../../domain/comments/comment-state.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import { answerReports, lastActionOf } from '../../store/desk-queue.ts';
import { pageOfQueue, reportedComments } from '../../store/moderation-queue.ts';
import { moderate, type Person } from '../comments/moderation.ts';
import type { Deps } from '../deps.ts';
import { type DeskAction, type DeskComment, toDeskComments } from './desk-comments.ts';
import { type Listed, PAGE } from './listed.ts';

/** A list of the queue: comments in a state, or those that readers reported. */
export type QueueList = CommentState | 'reported';

export interface QueueChoice {
  list: QueueList;
  label: string;
  /** What may be done to many of it at once. */
  many: readonly DeskAction[];
}

const REPORTED: QueueChoice = { list: 'reported', label: 'Reported', many: ['keep', 'remove', 'hold'] };

const [WAITING, ...OTHERS] = COMMENT_STATES.map(
  (state): QueueChoice => ({ list: state, label: STATE_RULES[state].list, many: STATE_RULES[state].many }),
);

/** The lists as the desk offers them: what waits, what was reported, and the rest. */
export const QUEUE_CHOICES: readonly QueueChoice[] = [...(WAITING ? [WAITING] : []), REPORTED, ...OTHERS];

export interface Queue {
  /** Above those that wait: the first that were reported; in their own list, a page of them. */
  reported: Listed<DeskComment>;
  comments: Listed<DeskComment>;
  /** What this moderator did last, where it can still be undone: "approved 3 comments". */
  last: { at: string; words: string } | null;
}

/** Reported comments above those that wait; the rest have a list of their own. */
const REPORTED_ABOVE = 10;
const NONE = { items: [], next: null };

/** A page of a list, with what its reader (`actor`) did last. */
export async function readQueue(
  { db }: Pick<Deps, 'db'>,
  list: QueueList,
  { actor, cursor }: { actor: string; cursor: string | null },
): Promise<Queue> {
  const isReported = list === 'reported';
  const isFirst = !isReported && STATE_RULES[list].waits && cursor === null;
  const reports = isReported ? { cursor, limit: PAGE } : { cursor: null, limit: REPORTED_ABOVE };
  const [page, reported, last] = await Promise.all([
    isReported ? NONE : pageOfQueue(db, list, { cursor, limit: PAGE }),
    isReported || isFirst ? reportedComments(db, reports) : NONE,
    lastWords(db, actor),
  ]);
  const [items, flagged] = await Promise.all([
    toDeskComments(db, page.items),
    toDeskComments(db, reported.items),
  ]);
  return {
    reported: { items: flagged, next: reported.next },
    comments: { items, next: page.next },
    last,
  };
}

const DONE = {
  approve: 'approved',
  reject: 'rejected',
  remove: 'removed',
  restore: 'restored',
  hold: 'held',
} as const satisfies Record<CommentAction, string>;

async function lastWords(db: D1Database, actor: string): Promise<Queue['last']> {
  const last = await lastActionOf(db, actor);
  const [first] = last?.comments ?? [];
  if (!last || !first) return null;
  const action = actionBetween(first.from, first.to);
  const count = last.comments.length;
  return {
    at: last.at,
    words: `${DONE[action ?? 'hold']} ${count === 1 ? 'a comment' : `${count} comments`}`,
  };
}

/** Leads the last action's comments back to where they stood, those that nobody has touched since. */
export async function undoLast(
  deps: Pick<Deps, 'db' | 'now'>,
  actor: string,
): Promise<CommentOutcome<unknown>> {
  const last = await lastActionOf(deps.db, actor);
  if (last === null) return { kind: 'conflict', detail: 'There is nothing to undo.' };
  const back = Map.groupBy(last.comments, ({ from, to }) => actionBetween(to, from));
  for (const [action, comments] of back) {
    if (action === null) return { kind: 'conflict', detail: 'This cannot be undone.' };
    const ids = comments.map(({ id }) => id);
    const reason = `Undone: the action of ${last.at}.`;
    const undone = await moderate(deps, { action, ids, actor, reason });
    if (undone.kind !== 'done') return undone;
  }
  return { kind: 'done', value: null };
}

/** Does an action to comments; `keep` answers their reports and leaves them. */
export async function decide(
  deps: Pick<Deps, 'db' | 'now'>,
  action: DeskAction,
  ids: readonly string[],
  by: Person,
): Promise<CommentOutcome<unknown>> {
  if (action !== 'keep') return moderate(deps, { action, ids, ...by });
  const reason = by.reason ?? 'No reason was given.';
  const kept = await answerReports(deps.db, ids, { actor: by.actor, now: deps.now(), reason });
  return kept.length > 0
    ? { kind: 'done', value: kept }
    : { kind: 'conflict', detail: 'There is no open report of this comment.' };
}
