/** Comments for programs and for the desk: read by anyone, written by signed-in readers, judged by moderators. */
import { Hono } from 'hono';
import type { Actor } from '../../app/desk/editors.ts';
import type { CommentsPolicy, Reader } from '../../domain/comments/comment.ts';
import type { CommentAction } from '../../domain/comments/moderation.ts';
import type { PageRequest } from '../../domain/page.ts';
import type { Role } from '../../domain/role.ts';
import { answer, JSON_TYPE } from '../../http/answer.ts';
import { sealCursor } from '../../http/cursor.ts';
import { isFromOwnPage } from '../../http/form.ts';
import { problem, refused } from '../../http/problem.ts';
import type { CommentOutcome, ModeratedComment, PostedComment } from '../../projections/comment-answer.ts';
import { type CommentView, type ThreadView, toPosted } from '../../projections/comment-view.ts';
import { type Asked, bodyOf, type Verdict, writing } from './comment-requests.ts';
import { pageRequest } from './paging.ts';

export interface CommentDoors {
  actor(request: Request, role: Role): Promise<Actor>;
  fingerprint(text: string): Promise<string>;
  /** The reader whose session a request carries, or null. */
  readerOf(request: Request): Promise<Reader | null>;
  threads(topic: string, page: PageRequest): Promise<CommentsPage | null>;
  replies(topic: string, thread: string, page: PageRequest): Promise<RepliesPage | null>;
  post(order: {
    /** May prove that its sender speaks for this site. */
    request: Request;
    topic: string;
    reader: Reader;
    body: unknown;
    idempotency: { key: string; fingerprint: string } | null;
  }): Promise<CommentOutcome<PostedComment>>;
  report(comment: string, reader: Reader, reason: string | null): Promise<CommentOutcome<{ reported: true }>>;
  appeal(comment: string, reader: Reader, body: string): Promise<CommentOutcome<{ id: string }>>;
  takeBack(comment: string, reader: Reader): Promise<CommentOutcome<{ id: string }>>;
  /** Decides on a name that waits. */
  name(id: string, approved: boolean, by: By): Promise<CommentOutcome<{ id: string; name: string }>>;
  moderate(action: CommentAction, id: string, by: By): Promise<CommentOutcome<ModeratedComment>>;
  reader(id: string, state: Reader['state'], by: By): Promise<CommentOutcome<{ id: string }>>;
  policy(
    topic: string,
    state: CommentsPolicy,
    by: By,
  ): Promise<CommentOutcome<{ topic: string; state: CommentsPolicy }>>;
  admitReason(body: unknown): Verdict<{ reason: string | null }>;
  admitPolicy(body: unknown): Verdict<{ state: CommentsPolicy; reason: string | null }>;
  admitAppeal(body: unknown): Verdict<{ body: string }>;
}

interface CommentsPage {
  policy: CommentsPolicy;
  policyReason: string | null;
  threads: ThreadView[];
  next: string | null;
}
interface RepliesPage {
  replies: CommentView[];
  next: string | null;
}
interface By {
  actor: string;
  reason: string | null;
}

export function commentRoutes(doors: CommentDoors): Hono {
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
      const found = await doors.replies(slug, thread, page);
      if (found === null) return problem('not-found', `There is no thread "${thread}" to see on this topic.`);
      return shown(c.req.raw, slug, { items: found.replies, nextCursor: sealed(listOf(thread), found.next) });
    }
    const found = await doors.threads(slug, page);
    if (found === null) return problem('not-found', `There is no topic "${slug}".`);
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
    asReader(c.req.raw, doors, async ({ reader, body, idempotency }) => {
      const topic = c.req.param('slug');
      const order = { request: c.req.raw, topic, reader, body, idempotency };
      return outcome(await doors.post(order), (posted) => json(toPosted(posted), 201));
    }),
  );

  /** POST /v1/comments/:id/take-back, by its author */
  routes.post('/v1/comments/:id/take-back', (c) =>
    asReader(c.req.raw, doors, async ({ reader }) =>
      outcome(await doors.takeBack(c.req.param('id'), reader), (done) => json({ ...done, takenBack: true })),
    ),
  );

  /** POST /v1/comments/:id/report `{reason?}`, by a signed-in reader */
  routes.post('/v1/comments/:id/report', (c) =>
    asReader(c.req.raw, doors, async ({ reader, body }) => {
      const given = doors.admitReason(body);
      if (!given.ok) return refused('invalid', given.problems);
      return outcome(await doors.report(c.req.param('id'), reader, given.value.reason), (done) =>
        json(done, 202),
      );
    }),
  );

  /** POST /v1/comments/:id/appeal `{body}`, by its author */
  routes.post('/v1/comments/:id/appeal', (c) =>
    asReader(c.req.raw, doors, async ({ reader, body }) => {
      const given = doors.admitAppeal(body);
      if (!given.ok) return refused('invalid', given.problems);
      return outcome(await doors.appeal(c.req.param('id'), reader, given.value.body), (done) =>
        json(done, 201),
      );
    }),
  );

  /** POST /v1/comments/:id/{approve,reject,remove,restore,hold} `{reason?}`, by a moderator */
  routes.post('/v1/comments/:id/:action{approve|reject|remove|restore|hold}', (c) =>
    asModerator(c.req.raw, doors, async ({ actor, body }) => {
      const given = doors.admitReason(body);
      if (!given.ok) return refused('invalid', given.problems);
      const action = c.req.param('action') as CommentAction;
      return outcome(await doors.moderate(action, c.req.param('id'), { actor, ...given.value }), json);
    }),
  );

  /** POST /v1/readers/:id/{suspend,reinstate} `{reason?}`, by a moderator */
  routes.post('/v1/readers/:id/:action{suspend|reinstate}', (c) =>
    asModerator(c.req.raw, doors, async ({ actor, body }) => {
      const given = doors.admitReason(body);
      if (!given.ok) return refused('invalid', given.problems);
      const state = c.req.param('action') === 'suspend' ? 'suspended' : 'active';
      return outcome(await doors.reader(c.req.param('id'), state, { actor, ...given.value }), json);
    }),
  );

  /** POST /v1/readers/:id/{approve-name,refuse-name} `{reason?}`, by a moderator */
  routes.post('/v1/readers/:id/:action{approve-name|refuse-name}', (c) =>
    asModerator(c.req.raw, doors, async ({ actor, body }) => {
      const given = doors.admitReason(body);
      if (!given.ok) return refused('invalid', given.problems);
      const approved = c.req.param('action') === 'approve-name';
      return outcome(await doors.name(c.req.param('id'), approved, { actor, ...given.value }), json);
    }),
  );

  /** POST /v1/topics/:slug/comments-state `{state: open|held|closed|disabled, reason?}`, by a moderator */
  routes.post('/v1/topics/:slug/comments-state', (c) =>
    asModerator(c.req.raw, doors, async ({ actor, body }) => {
      const given = doors.admitPolicy(body);
      if (!given.ok) return refused('invalid', given.problems);
      const { state, reason } = given.value;
      return outcome(await doors.policy(c.req.param('slug'), state, { actor, reason }), json);
    }),
  );

  return routes;
}

/** Session first: a stranger learns nothing of what a body should be. */
async function asReader(
  request: Request,
  doors: CommentDoors,
  write: (asked: Asked & { reader: Reader }) => Promise<Response>,
): Promise<Response> {
  const reader = await doors.readerOf(request);
  if (reader === null) return problem('signed-out', 'Sign in on our own pages first.');
  // A session is a cookie, which other sites' pages can make a browser send.
  if (!isFromOwnPage(request)) return problem('forbidden', 'Comments are written on our own pages.');
  const asked = await bodyOf(request, doors.fingerprint);
  return asked instanceof Response ? asked : write({ ...asked, reader });
}

async function asModerator(
  request: Request,
  doors: CommentDoors,
  write: (asked: Asked & { actor: string }) => Promise<Response>,
): Promise<Response> {
  const actor = await doors.actor(request, 'moderator');
  if (actor === 'unauthorised')
    return problem('unauthorised', 'Send the moderator’s token as "Authorization: Bearer …".');
  if (actor === 'forbidden') return problem('forbidden', 'This needs the role of moderator.');
  const asked = await bodyOf(request, doors.fingerprint);
  return asked instanceof Response ? asked : write({ ...asked, actor: actor.name });
}

function outcome<T>(found: CommentOutcome<T>, done: (value: T) => Response): Response {
  switch (found.kind) {
    case 'done':
      return done(found.value);
    case 'refused':
      return refused('invalid', found.problems);
    case 'unknown':
      return problem('not-found', found.detail);
    case 'forbidden':
      return problem('forbidden', found.detail);
    case 'conflict':
      return problem('conflict', found.detail);
    case 'too fast': {
      const response = problem('too-many', found.detail);
      response.headers.set('Retry-After', String(found.retryAfter));
      return response;
    }
  }
}

const json = (value: unknown, status = 200): Response =>
  new Response(writing(value), {
    status,
    headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' },
  });

const shown = (request: Request, topic: string, value: unknown): Promise<Response> =>
  answer(request, { body: writing(value), type: JSON_TYPE, tags: [`topic:${topic}`] });
