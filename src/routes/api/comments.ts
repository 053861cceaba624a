/** Comments for programs: read by anyone, written, reported, appealed and taken back by signed-in readers. */
import { Hono } from 'hono';
import { appeal } from '../../app/comments/appealing.ts';
import { postComment } from '../../app/comments/posting.ts';
import { reportComment } from '../../app/comments/reporting.ts';
import { takeBack } from '../../app/comments/taking-back.ts';
import { readReplies, readThreads } from '../../app/comments/threads.ts';
import type { Deps } from '../../app/deps.ts';
import { sessionFor } from '../../app/readers/readers.ts';
import type { Reader } from '../../domain/comments/comment.ts';
import { answer, JSON_TYPE } from '../../http/answer.ts';
import { sessionOf } from '../../http/cookie.ts';
import { credentialsOf } from '../../http/credentials.ts';
import { sealCursor } from '../../http/cursor.ts';
import { isFromOwnPage } from '../../http/form.ts';
import { problem } from '../../http/problem.ts';
import { problemWords } from '../../layout/language.ts';
import { toPosted } from '../../projections/comment-view.ts';
import { bodyOf, json, outcome, type SentBody, writing } from './comment-requests.ts';
import { pageRequest } from './paging.ts';

export function commentRoutes(deps: Deps): Hono {
  const routes = new Hono();

  /** GET /v1/topics/:slug/comments?thread=&cursor=&limit= */
  routes.get('/v1/topics/:slug/comments', async (c) => {
    const slug = c.req.param('slug');
    const url = new URL(c.req.url);
    const thread = url.searchParams.get('thread');
    const listOf = (id: string) => `${url.pathname}?thread=${id}`;
    const page = pageRequest(url, thread ? listOf(thread) : url.pathname);
    if (page instanceof Response) return page;
    const sealed = (list: string, place: string | null) => (place === null ? null : sealCursor(list, place));
    if (thread) {
      const found = await readReplies(deps, slug, thread, page);
      if (found === null) return problem('not-found', problemWords(c.req.raw).thread(thread));
      return shown(c.req.raw, slug, { items: found.replies, nextCursor: sealed(listOf(thread), found.next) });
    }
    const found = await readThreads(deps, slug, page);
    if (found === null) return problem('not-found', problemWords(c.req.raw).topic(slug));
    const { policy, policyReason, threads, next } = found;
    const items = threads.map((each) => ({
      ...each,
      repliesCursor: sealed(listOf(each.id), each.repliesCursor),
    }));
    const nextCursor = sealed(url.pathname, next);
    return shown(c.req.raw, slug, { state: policy, reason: policyReason, items, nextCursor });
  });

  /** POST /v1/topics/:slug/comments `{body, parent?, claim?, staff?}`, by a signed-in reader */
  routes.post('/v1/topics/:slug/comments', (c) =>
    asReader(c.req.raw, deps, async ({ reader, body, idempotency }) => {
      const order = { topic: c.req.param('slug'), reader, body, idempotency };
      const posted = await postComment(deps, { ...order, credentials: credentialsOf(c.req.raw) });
      return outcome(posted, (comment) => json(toPosted(comment), 201));
    }),
  );

  /** POST /v1/comments/:id/take-back, by its author */
  routes.post('/v1/comments/:id/take-back', (c) =>
    asReader(c.req.raw, deps, async ({ reader }) => {
      const taken = await takeBack(deps, { comment: c.req.param('id'), reader: reader.id });
      return outcome(taken, (done) => json({ ...done, takenBack: true }));
    }),
  );

  /** POST /v1/comments/:id/report `{reason?}`, by a signed-in reader */
  routes.post('/v1/comments/:id/report', (c) =>
    asReader(c.req.raw, deps, async ({ reader, body }) => {
      const reported = await reportComment(deps, { comment: c.req.param('id'), reader, body });
      return outcome(reported, (done) => json(done, 202));
    }),
  );

  /** POST /v1/comments/:id/appeal `{body}`, by its author */
  routes.post('/v1/comments/:id/appeal', (c) =>
    asReader(c.req.raw, deps, async ({ reader, body }) => {
      const filed = await appeal(deps, { comment: c.req.param('id'), reader, body });
      return outcome(filed, (done) => json(done, 201));
    }),
  );

  return routes;
}

/** Session first: a stranger learns nothing of what a body should be. */
async function asReader(
  request: Request,
  deps: Deps,
  write: (sent: SentBody & { reader: Reader }) => Promise<Response>,
): Promise<Response> {
  const session = await sessionFor(deps, sessionOf(request));
  if (session === null) return problem('signed-out', problemWords(request).signIn);
  // A session is a cookie, which other sites' pages can make a browser send.
  if (!isFromOwnPage(request)) return problem('forbidden', problemWords(request).ownPages);
  const sent = await bodyOf(request);
  if (sent instanceof Response) return sent;
  return write({ ...sent, reader: session.reader });
}

const shown = (request: Request, topic: string, value: unknown): Promise<Response> =>
  answer(request, { body: writing(value), type: JSON_TYPE, tags: [`topic:${topic}`] });
