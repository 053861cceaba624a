/** What moderators do by program: to comments, to readers and their names, to whether a topic takes comments. */
import { Hono } from 'hono';
import { withPolicy, withReason } from '../../app/comments/admitted.ts';
import {
  COMMENT_ACTIONS,
  moderateOne,
  type Person,
  setPolicy,
  setReaderState,
} from '../../app/comments/moderation.ts';
import type { Deps } from '../../app/deps.ts';
import { decideOnName } from '../../app/readers/reader-names.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import { bodyOf, json, outcome } from './comment-requests.ts';
import { editorWho } from './editor.ts';

export function moderationRoutes(deps: Deps): Hono {
  const routes = new Hono();

  for (const action of COMMENT_ACTIONS) {
    /** POST /v1/comments/:id/{approve,reject,remove,restore,hold} `{reason?}`, by a moderator */
    routes.post(`/v1/comments/:id/${action}`, (c) =>
      withPerson(c.req.raw, deps, (by) => moderateOne(deps, c.req.param('id'), { action, ...by })),
    );
  }

  /** POST /v1/readers/:id/suspend `{reason?}`, by a moderator */
  routes.post('/v1/readers/:id/suspend', (c) =>
    withPerson(c.req.raw, deps, (by) => setReaderState(deps, c.req.param('id'), 'suspended', by)),
  );

  /** POST /v1/readers/:id/reinstate `{reason?}`, by a moderator */
  routes.post('/v1/readers/:id/reinstate', (c) =>
    withPerson(c.req.raw, deps, (by) => setReaderState(deps, c.req.param('id'), 'active', by)),
  );

  /** POST /v1/readers/:id/approve-name `{reason?}`, by a moderator */
  routes.post('/v1/readers/:id/approve-name', (c) =>
    withPerson(c.req.raw, deps, (by) => decideOnName(deps, c.req.param('id'), { approved: true, ...by })),
  );

  /** POST /v1/readers/:id/refuse-name `{reason?}`, by a moderator */
  routes.post('/v1/readers/:id/refuse-name', (c) =>
    withPerson(c.req.raw, deps, (by) => decideOnName(deps, c.req.param('id'), { approved: false, ...by })),
  );

  /** POST /v1/topics/:slug/comments-state `{state: open|held|closed|disabled, reason?}`, by a moderator */
  routes.post('/v1/topics/:slug/comments-state', (c) =>
    asModerator(c.req.raw, deps, (actor, body) =>
      withPolicy(body, ({ state, reason }) => setPolicy(deps, c.req.param('slug'), state, { actor, reason })),
    ),
  );

  return routes;
}

/** For what takes a reason and nothing else. */
const withPerson = <T>(
  request: Request,
  deps: Deps,
  act: (by: Person) => Promise<CommentOutcome<T>>,
): Promise<Response> =>
  asModerator(request, deps, (actor, body) => withReason(body, (reason) => act({ actor, reason })));

/** The role first: whoever has none learns nothing of what a body should be. */
async function asModerator<T>(
  request: Request,
  deps: Deps,
  act: (actor: string, body: unknown) => Promise<CommentOutcome<T>>,
): Promise<Response> {
  const actor = await editorWho(deps, request, { role: 'moderator', whose: 'the moderator’s' });
  if (actor instanceof Response) return actor;
  const sent = await bodyOf(request);
  if (sent instanceof Response) return sent;
  return outcome(await act(actor.name, sent.body), json);
}
