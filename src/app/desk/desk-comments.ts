/** Comments as the desk shows them: with what surrounds them, and what can be done to each now. */
import { COMMENT_ACTIONS, stateAfter, undoOf } from '../../domain/comments/moderation.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import { excerptOf, revealedText } from '../../projections/comment-text.ts';
import type {
  DeskAction,
  DeskAppeal,
  DeskComment,
  LastAction,
  LoggedAction,
} from '../../routes/desk/desk-doors.ts';
import { logOfComment, type NamedComment, readComment } from '../../store/comments.ts';
import { answerReports, lastActionOf, surroundingsOf } from '../../store/desk-queue.ts';
import type { Appeal, QueuedComment } from '../../store/moderation-queue.ts';
import { type ModerationOrder, moderate, type Person } from '../comments/moderation.ts';

/** Characters of a comment that is answered, and of a claim. */
const EXCERPT = 160;

type Shown = NamedComment & Partial<Pick<QueuedComment, 'approved' | 'rejected' | 'readerState'>>;

export async function toDeskComments(db: D1Database, comments: readonly Shown[]): Promise<DeskComment[]> {
  if (comments.length === 0) return [];
  const around = await surroundingsOf(db, comments);
  return comments.map((comment) => {
    const { id, topic, at, state, held, blocked } = comment;
    const claim = comment.claim === null ? undefined : around.claims.get(comment.claim);
    const parent = comment.parent === null ? undefined : around.parents.get(comment.parent);
    const reports = (around.reports.get(id) ?? []).map((report) => ({
      at: report.at,
      text: revealedText(report.text),
      times: report.times,
    }));
    return {
      id,
      topic: { slug: topic, title: around.titles.get(topic)?.text ?? topic },
      claim: claim ? { id: claim.id ?? '', text: excerptOf(claim.text ?? '', EXCERPT) } : null,
      parent: parent
        ? {
            id: parent.id ?? '',
            name: revealedText(parent.name ?? ''),
            text: revealedText(excerptOf(parent.text ?? '', EXCERPT)),
          }
        : null,
      reader: toReader(comment),
      text: revealedText(comment.body),
      at,
      state,
      held,
      hidden: blocked > 0,
      reports,
      reported: around.reports.get(id)?.[0]?.total ?? 0,
      actions: actionsFor(comment, reports.length > 0),
    };
  });
}

function toReader({ reader, name, approved, rejected, readerState }: Shown): DeskComment['reader'] {
  if (reader === null) return null;
  const decided = typeof approved === 'number' && typeof rejected === 'number';
  return {
    id: reader,
    name: revealedText(name ?? ''),
    standing: decided
      ? approved + rejected === 0
        ? 'new here'
        : `${approved} approved, ${rejected} rejected`
      : null,
    suspended: readerState === 'suspended',
  };
}

/** An erased comment can only be taken down; a reported one that stands can also be left as it is. */
function actionsFor({ state, reader }: Shown, reported: boolean): DeskAction[] {
  const able = COMMENT_ACTIONS.filter((action) => {
    const to = stateAfter(action, state);
    return to !== null && (reader !== null || to === 'removed');
  });
  return reported && state === 'approved' ? [...able, 'keep'] : able;
}

/** A comment with its log; null when there is none. */
export async function readDeskComment(
  db: D1Database,
  id: string,
): Promise<{ comment: DeskComment; log: LoggedAction[] } | null> {
  const found = await readComment(db, id);
  if (found === null) return null;
  const [[comment], log] = await Promise.all([toDeskComments(db, [found]), logOfComment(db, id)]);
  if (comment === undefined) throw new Error(`The comment ${id} was read and is not shown.`);
  const actions = log.map(({ at, actor, from, to, reason }) => ({
    at,
    actor,
    kind: 'comment',
    subject: id,
    action: from === null ? `written, ${to}` : `${from} → ${to}`,
    reason,
  }));
  return { comment, log: actions.reverse() };
}

export async function toDeskAppeals(db: D1Database, appeals: readonly Appeal[]): Promise<DeskAppeal[]> {
  const ids = appeals.flatMap(({ comment }) => comment ?? []);
  const found = await Promise.all([...new Set(ids)].map((id) => readComment(db, id)));
  const shown = await toDeskComments(
    db,
    found.filter((comment) => comment !== null),
  );
  return appeals.map(({ id, reader, at, body, state, answer, comment }) => ({
    id,
    reader,
    at,
    text: revealedText(body),
    state,
    answer,
    comment: shown.find((each) => each.id === comment) ?? null,
  }));
}

const PAST = {
  approve: 'approved',
  reject: 'rejected',
  remove: 'removed',
  restore: 'restored',
  hold: 'held',
} as const;

/** What a moderator did last, where it can still be undone. */
export async function lastWords(db: D1Database, actor: string): Promise<LastAction | null> {
  const last = await lastActionOf(db, actor);
  const [first] = last?.comments ?? [];
  if (!last || !first) return null;
  const action = COMMENT_ACTIONS.find((each) => stateAfter(each, first.from) === first.to);
  const count = last.comments.length;
  return {
    at: last.at,
    words: `${PAST[action ?? 'hold']} ${count === 1 ? 'a comment' : `${count} comments`}`,
  };
}

/** Leads the last action's comments back to where they stood, those that nobody has touched since. */
export async function undoLast(db: D1Database, actor: string, now: string): Promise<CommentOutcome<unknown>> {
  const last = await lastActionOf(db, actor);
  if (last === null) return { kind: 'conflict', detail: 'There is nothing to undo.' };
  const back = Map.groupBy(last.comments, ({ from, to }) => undoOf(from, to));
  for (const [action, comments] of back) {
    if (action === null) return { kind: 'conflict', detail: 'This cannot be undone.' };
    const ids = comments.map(({ id }) => id);
    const undone = await moderate(db, {
      action,
      ids,
      actor,
      now,
      reason: `Undone: the action of ${last.at}.`,
    });
    if (undone.kind !== 'done') return undone;
  }
  return { kind: 'done', value: null };
}

/** Does an action to comments; `keep` answers their reports and leaves them. */
export async function decide(
  db: D1Database,
  action: DeskAction,
  ids: readonly string[],
  by: Person,
): Promise<CommentOutcome<unknown>> {
  if (action !== 'keep') return moderate(db, { action, ids, ...by } satisfies ModerationOrder);
  const reason = by.reason ?? 'No reason was given.';
  const kept = await answerReports(db, ids, { ...by, reason });
  return kept.length > 0
    ? { kind: 'done', value: kept }
    : { kind: 'conflict', detail: 'There is no open report of this comment.' };
}
