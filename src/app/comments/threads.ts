/** What everyone reads of a topic's comments: threads, their replies, one comment, and where each is drawn. */
import { type CommentsPolicy, POLICY_RULES } from '../../domain/comments/comments-policy.ts';
import {
  type CommentView,
  type ThreadView,
  toCommentView,
  toThreadView,
} from '../../projections/comment-view.ts';
import { readPage, storePage } from '../../store/comment-pages.ts';
import {
  cursorBefore,
  cursorOf,
  pageOfReplies,
  pageOfThreads,
  readComment,
  readPolicy,
} from '../../store/comments.ts';
import { topicExists } from '../../store/listings.ts';
import type { ReadDeps } from '../deps.ts';
import { whyUnseen } from './own-comments.ts';

/** Threads of a page of ours, and replies of one. */
export const THREADS = 20;
export const REPLIES = 100;
/** Replies that are drawn with their thread; the rest through its cursor. */
const WITH_THREAD = 20;
/** Replies drawn above the one that a link leads to, in a thread of many. */
const ABOVE = 20;
/** Goes up when the stored form changes. */
const SHAPE = '2';
/** Characters of one stored page; D1 keeps 2 MB a row. */
const LONGEST_PAGE = 250_000;

/** A part of a list: after which place, and how many. */
interface Part {
  cursor: string | null;
  limit: number;
}

export interface CommentPage {
  policy: CommentsPolicy;
  /** A moderator's word on a policy that is not open. */
  policyReason: string | null;
  threads: ThreadView[];
  next: string | null;
}

const EMPTY: CommentPage = { policy: 'open', policyReason: null, threads: [], next: null };

/** A page of a topic's visible threads, newest first; null when there is no such topic. */
export async function readThreads({ db }: ReadDeps, topic: string, part: Part): Promise<CommentPage | null> {
  const policy = await readPolicy(db, topic);
  const shown = POLICY_RULES[policy.state].shows
    ? await pageOfThreads(db, topic, { ...part, replies: WITH_THREAD })
    : { threads: [], next: null };
  if (shown.threads.length === 0 && !(await topicExists(db, topic))) return null;
  return {
    policy: policy.state,
    policyReason: policy.reason,
    threads: shown.threads.map((thread) => toThreadView(thread)),
    next: shown.next,
  };
}

/** The newest threads. One row, once they were read by anyone since the last change. */
export async function readFirstPage({ db }: ReadDeps, topic: string): Promise<CommentPage> {
  const stored = await readPage(db, topic, SHAPE);
  if (stored === null) return EMPTY;
  if (stored.body !== null) return JSON.parse(stored.body) as CommentPage;
  const page = cut((await readThreads({ db }, topic, { cursor: null, limit: THREADS })) ?? EMPTY);
  await storePage(db, topic, { version: stored.version, shape: SHAPE, body: JSON.stringify(page) });
  return page;
}

/** As many threads as fit, and where the rest begins. */
function cut(page: CommentPage): CommentPage {
  let room = LONGEST_PAGE;
  const fits = page.threads.findIndex((thread) => {
    room -= JSON.stringify(thread).length;
    return room < 0;
  });
  if (fits < 0) return page;
  const threads = page.threads.slice(0, Math.max(1, fits));
  const last = threads.at(-1);
  return { ...page, threads, next: last ? cursorOf(last) : page.next };
}

/** Further replies of one thread, oldest first; null when the topic has no such thread to see. */
export async function readReplies(
  { db }: ReadDeps,
  topic: string,
  thread: string,
  part: Part,
): Promise<{ replies: CommentView[]; next: string | null } | null> {
  const first = await readComment(db, thread);
  const hidden = first === null || first.topic !== topic || first.blocked > 0;
  if (hidden || !(await showsComments(db, topic))) return null;
  const { replies, next } = await pageOfReplies(db, topic, first.root, part);
  return { replies: replies.map((reply) => toCommentView(reply)), next };
}

/**
 * The thread that holds a comment, for a permalink: its first comment, and the comment itself; null when not visible. Its
 * own author (`reader`) sees it all the same, alone where its thread is hidden, and is told why others do not.
 */
export async function readPermalink(
  { db }: ReadDeps,
  topic: string,
  id: string,
  reader: string | null,
  lang: string,
): Promise<{ first: CommentView; comment: CommentView; standing: string | null } | null> {
  const comment = await readComment(db, id);
  if (comment === null || comment.topic !== topic) return null;
  const isHidden = comment.blocked > 0;
  if (isHidden && (reader === null || comment.reader !== reader)) return null;
  if (!(await showsComments(db, topic))) return null;
  const root = comment.root === id ? comment : await readComment(db, comment.root);
  const first = root === null || (isHidden && root.blocked > 0) ? comment : root;
  const standing = isHidden ? whyUnseen(comment, lang) : null;
  return { first: toCommentView(first, lang), comment: toCommentView(comment, lang), standing };
}

/** Where a comment is drawn: among the newest threads, or in its own thread from a place in its replies on. */
export type CommentPlace =
  | { on: 'topic' }
  /** `cursor` null for the thread's first page. */
  | { on: 'thread'; thread: string; cursor: string | null };

/** Where a visible comment is drawn; null for one that is not visible. */
export async function placeOnPage({ db }: ReadDeps, slug: string, id: string): Promise<CommentPlace | null> {
  const comment = await readComment(db, id);
  if (comment === null || comment.topic !== slug || comment.blocked > 0) return null;
  const { threads } = await readFirstPage({ db }, slug);
  const isThere = threads.some(
    (thread) => thread.id === id || thread.replies.some((reply) => reply.id === id),
  );
  if (isThere) return { on: 'topic' };
  const cursor = comment.root === id ? null : await cursorBefore(db, comment, ABOVE);
  return { on: 'thread', thread: comment.root, cursor };
}

const showsComments = async (db: D1Database, topic: string): Promise<boolean> =>
  POLICY_RULES[(await readPolicy(db, topic)).state].shows;
