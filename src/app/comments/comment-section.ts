/** A topic page's comments: one stored row for everyone, and what the reader who is signed in sees beside it. */

import { sessionOf } from '../../http/cookie.ts';
import { credentialsOf } from '../../http/credentials.ts';
import { pageAddress } from '../../http/cursor.ts';
import type { CommentSectionDoors } from '../../routes/comments/section-doors.ts';
import { readPage, storePage } from '../../store/comment-pages.ts';
import { cursorBefore, cursorOf, readComment } from '../../store/comments.ts';
import type { Deps } from '../deps.ts';
import { speakerOf } from '../desk/editors.ts';
import { sessionFor } from '../readers/readers.ts';
import { readTopic } from '../record/read-topic.ts';
import {
  appeal,
  type CommentPage,
  readPermalink,
  readReplies,
  readThreads,
  readUnseen,
  reportComment,
} from './comments.ts';
import { postComment } from './posting.ts';
import { takeBack } from './taking-back.ts';

/** Goes up when the stored form changes. */
const SHAPE = '2';
const THREADS = 20;
/** Characters of one stored page; D1 keeps 2 MB a row. */
const LONGEST_PAGE = 250_000;

const EMPTY: CommentPage = { policy: 'open', policyReason: null, threads: [], next: null };

/** The newest threads. One row, once they were read by anyone since the last change. */
export async function readFirstPage(db: D1Database, topic: string): Promise<CommentPage> {
  const stored = await readPage(db, topic, SHAPE);
  if (stored === null) return EMPTY;
  if (stored.body !== null) return JSON.parse(stored.body) as CommentPage;
  const page = cut((await readThreads(db, topic, { cursor: null, limit: THREADS })) ?? EMPTY);
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

/** Replies drawn above the one that a link leads to, in a thread of many. */
const ABOVE = 20;

/** The address at which a visible comment is drawn, under its own name; null for one that is not visible. */
export async function placeOnPage(db: D1Database, slug: string, id: string): Promise<string | null> {
  const comment = await readComment(db, id);
  if (comment === null || comment.topic !== slug || comment.blocked > 0) return null;
  const { threads } = await readFirstPage(db, slug);
  const isThere = threads.some(
    (thread) => thread.id === id || thread.replies.some((reply) => reply.id === id),
  );
  if (isThere) return `/t/${slug}#comment-${id}`;
  const thread = `/t/${slug}/comments/${comment.root}`;
  const cursor = comment.root === id ? null : await cursorBefore(db, comment, ABOVE);
  return `${cursor === null ? thread : pageAddress(thread, cursor)}#comment-${id}`;
}

export function commentSectionDoors(deps: Deps): CommentSectionDoors {
  const { db, now, newId, turnstile } = deps;
  return {
    siteKey: turnstile?.siteKey ?? null,
    topic: (slug) => readTopic(deps, slug, new URLSearchParams()),
    firstPage: (slug) => readFirstPage(db, slug),
    threads: (slug, cursor) => readThreads(db, slug, { cursor, limit: THREADS }),
    permalink: (slug, id, session) => readPermalink(db, slug, id, session?.reader.id ?? null),
    replies: (slug, thread, cursor) => readReplies(db, slug, thread, { cursor, limit: 100 }),
    session: (request) => sessionFor(deps, sessionOf(request)),
    unseen: (slug, reader) => readUnseen(db, slug, reader.id),
    speaksForSite: async (request) => (await speakerOf(deps, credentialsOf(request))) !== null,
    post: (request, topic, reader, body) => {
      const staff = () => speakerOf(deps, credentialsOf(request));
      return postComment(db, { topic, reader, body, staff, id: newId(), now: now(), idempotency: null });
    },
    takeBack: (comment, reader) => takeBack(db, { comment, reader: reader.id, now: now() }),
    standsAt: (slug, id) => placeOnPage(db, slug, id),
    report: (comment, reader, reason) => reportComment(db, { comment, reader, reason, now: now() }),
    appeal: (comment, reader, body) => appeal(db, { id: newId(), comment, reader, body, now: now() }),
  };
}
