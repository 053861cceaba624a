/** Readers and their comments: the threads they read, what they report and appeal, what is held of them, and forgetting it. */
import type { Comment, CommentsPolicy, Reader } from '../../domain/comments/comment.ts';
import { APPEAL_PACES, REPORT_PACES } from '../../domain/comments/moderation.ts';
import { paceLimit, paceSince, waitOf } from '../../domain/comments/pace.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import { excerptOf } from '../../projections/comment-text.ts';
import {
  type CommentView,
  commentUrl,
  goneWords,
  type ThreadView,
  toCommentView,
  toThreadView,
} from '../../projections/comment-view.ts';
import {
  commentsOfReader,
  type NamedComment,
  pageOfReplies,
  pageOfThreads,
  readComment,
  readComments,
  readPolicy,
  unseenOfReader,
} from '../../store/comments.ts';
import { topicExists } from '../../store/listings.ts';
import { appealsSince, hasReported, reportsSince, storeAppeal, storeReport } from '../../store/moderation.ts';
import { appealsOfReader } from '../../store/moderation-queue.ts';
import { eraseReader as eraseRows } from '../../store/reader-erasure.ts';
import { rankAfter } from '../outside-counts/ranking.ts';

/** Replies that are drawn with their thread; the rest through its cursor. */
const REPLIES = 20;

export interface CommentPage {
  policy: CommentsPolicy;
  /** A moderator's word on a policy that is not open. */
  policyReason: string | null;
  threads: ThreadView[];
  next: string | null;
}

/** A page of a topic's visible threads, newest first; null when there is no such topic. */
export async function readThreads(
  db: D1Database,
  topic: string,
  page: { cursor: string | null; limit: number },
): Promise<CommentPage | null> {
  const policy = await readPolicy(db, topic);
  const shown =
    policy.state === 'disabled'
      ? { threads: [], next: null }
      : await pageOfThreads(db, topic, { ...page, replies: REPLIES });
  if (shown.threads.length === 0 && !(await topicExists(db, topic))) return null;
  return {
    policy: policy.state,
    policyReason: policy.reason,
    threads: shown.threads.map((thread) => toThreadView(thread)),
    next: shown.next,
  };
}

/** Further replies of one thread, oldest first; null when the topic has no such thread to see. */
export async function readReplies(
  db: D1Database,
  topic: string,
  thread: string,
  page: { cursor: string | null; limit: number },
): Promise<{ replies: CommentView[]; next: string | null } | null> {
  const first = await readComment(db, thread);
  const hidden = first === null || first.topic !== topic || first.blocked > 0;
  if (hidden || (await readPolicy(db, topic)).state === 'disabled') return null;
  const { replies, next } = await pageOfReplies(db, topic, first.root, page);
  return { replies: replies.map((reply) => toCommentView(reply)), next };
}

/**
 * The thread that holds a comment, for a permalink: its first comment, and the comment itself; null when not visible. Its
 * own author (`reader`) sees it all the same, alone where its thread is hidden, and is told why others do not.
 */
export async function readPermalink(
  db: D1Database,
  topic: string,
  id: string,
  reader: string | null,
): Promise<{ first: CommentView; comment: CommentView; standing: string | null } | null> {
  const comment = await readComment(db, id);
  if (comment === null || comment.topic !== topic) return null;
  const isHidden = comment.blocked > 0;
  if (isHidden && (reader === null || comment.reader !== reader)) return null;
  if ((await readPolicy(db, topic)).state === 'disabled') return null;
  const root = comment.root === id ? comment : await readComment(db, comment.root);
  const first = root === null || (isHidden && root.blocked > 0) ? comment : root;
  const standing = isHidden ? standingOf(comment) : null;
  return { first: toCommentView(first), comment: toCommentView(comment), standing };
}

/** A comment that its author alone sees, and why. */
export interface UnseenComment extends CommentView {
  state: 'pending' | 'approved' | 'rejected' | 'removed';
  /** "Held for review: …", in words. */
  standing: string;
  /** What it answers, where everyone can see that; null for one that answers none. */
  answers: { name: string | null; url: string; text: string } | null;
}

/** What a reader wrote on a topic and others do not see, newest first. */
export async function readUnseen(db: D1Database, topic: string, reader: string): Promise<UnseenComment[]> {
  const own = await unseenOfReader(db, topic, reader);
  const answered = await readComments(
    db,
    own.flatMap(({ parent }) => parent ?? []),
  );
  return own.map((comment) => ({
    ...toCommentView(comment),
    state: comment.state,
    standing: standingOf(comment),
    answers: answersOf(answered.find(({ id }) => id === comment.parent)),
  }));
}

const standingOf = ({ state, held }: Pick<Comment, 'state' | 'held'>): string =>
  STANDING[state] + (state === 'pending' ? ` ${held ?? ''}` : '');

function answersOf(parent: NamedComment | undefined): UnseenComment['answers'] {
  if (parent === undefined) return null;
  const { name, url, body } = toCommentView(parent);
  return parent.blocked > 0
    ? { name: null, url, text: 'a comment that was taken down' }
    : { name, url, text: body === null ? goneWords() : excerptOf(body, EXCERPT) };
}

/** Characters of a comment that is answered. */
const EXCERPT = 120;

const STANDING = {
  pending: 'Held for review.',
  approved: 'Not shown: a comment that it answers was taken down.',
  rejected: 'A moderator decided not to show this. You may appeal.',
  removed: 'A moderator took this down. You may appeal.',
} as const;

/** A reader reports a visible comment of another; again changes nothing. */
export async function reportComment(
  db: D1Database,
  order: { comment: string; reader: Reader; reason: string | null; now: string },
): Promise<CommentOutcome<{ reported: true }>> {
  if (order.reader.state === 'suspended')
    return { kind: 'forbidden', detail: 'This account is suspended and cannot report.' };
  const comment = await readComment(db, order.comment);
  if (comment === null || comment.blocked > 0 || comment.reader === null)
    return { kind: 'unknown', detail: `There is no comment "${order.comment}" to report.` };
  if (comment.reader === order.reader.id) return { kind: 'conflict', detail: 'This comment is your own.' };
  if (await hasReported(db, comment.id, order.reader.id)) return { kind: 'done', value: { reported: true } };
  const since = paceSince(REPORT_PACES, order.now);
  const made = await reportsSince(db, order.reader.id, since, paceLimit(REPORT_PACES));
  const wait = waitOf(made, order.now, REPORT_PACES, (most) => `reported ${most} comments`);
  if (wait) return { kind: 'too fast', detail: wait.sentence, retryAfter: wait.retryAfter };
  const reason = order.reason ?? 'No reason was given.';
  await storeReport(db, { ...order, reader: order.reader.id, reason });
  return { kind: 'done', value: { reported: true } };
}

/** A reader appeals against what befell a comment of theirs, or (`comment` null) against their suspension. */
export async function appeal(
  db: D1Database,
  order: { id: string; comment: string | null; reader: Reader; body: string; now: string },
): Promise<CommentOutcome<{ id: string }>> {
  const { id, reader, body, now } = order;
  if (order.comment === null && reader.state !== 'suspended')
    return { kind: 'conflict', detail: 'This account is not suspended.' };
  if (order.comment !== null) {
    const comment = await readComment(db, order.comment);
    if (comment === null || comment.reader !== reader.id)
      return { kind: 'unknown', detail: `You have no comment "${order.comment}".` };
    if (comment.state !== 'rejected' && comment.state !== 'removed')
      return { kind: 'conflict', detail: `This comment is ${comment.state}; there is nothing to appeal.` };
  }
  const since = paceSince(APPEAL_PACES, now);
  const made = await appealsSince(db, reader.id, since, paceLimit(APPEAL_PACES));
  const wait = waitOf(made, now, APPEAL_PACES, (most) => `appealed ${most} times`);
  if (wait) return { kind: 'too fast', detail: wait.sentence, retryAfter: wait.retryAfter };
  const stored = await storeAppeal(db, { id, comment: order.comment, reader: reader.id, body, at: now });
  return stored === 'stored'
    ? { kind: 'done', value: { id } }
    : { kind: 'conflict', detail: 'Your appeal on this is already waiting for an answer.' };
}

/** Forgets a reader: account, sessions, reports, appeals; comments keep their place as "removed by its author". */
export async function eraseReader(db: D1Database, reader: string, now: string): Promise<void> {
  await eraseRows(db, reader, now);
  await rankAfter(db, now);
}

/** What a reader wrote, for the export: as written, with what befell it. */
export async function exportComments(db: D1Database, reader: string) {
  const [comments, appeals] = [await commentsOfReader(db, reader), await appealsOfReader(db, reader)];
  return {
    comments: comments.map(({ id, topic, claim, parent, body, state, held, at }) => ({
      id,
      topic,
      url: commentUrl(topic, id),
      claim,
      parent,
      body,
      state,
      held,
      at,
    })),
    appeals: appeals.map(({ reader: _, actor: __, ...rest }) => rest),
  };
}
