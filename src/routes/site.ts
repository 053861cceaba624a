/** The whole site as one Hono app: every face with what it asked for, one way to fail, one set of headers. */

import { Hono } from 'hono';
import type { Deps } from '../app/deps.ts';
import { methodNotAllowed, problem } from '../http/problem.ts';
import { problemWords } from '../layout/language.ts';
import { anonymousRoutes } from './api/anonymous.ts';
import { changeRoutes } from './api/changes.ts';
import { commentRoutes } from './api/comments.ts';
import { countRoutes } from './api/counts.ts';
import { previewRoutes } from './api/digest-preview.ts';
import { digestRunRoutes } from './api/digest-runs.ts';
import { embedDataRoutes } from './api/embed-data.ts';
import { mailEventRoutes } from './api/mail-events.ts';
import { moderationRoutes } from './api/moderation.ts';
import { originRoutes } from './api/origins.ts';
import { recordRoutes } from './api/record.ts';
import { referenceRoutes } from './api/reference.ts';
import { topicRoutes } from './api/topics.ts';
import { cardRoutes } from './card/card.tsx';
import { commentFormRoutes } from './comments/comment-form-routes.tsx';
import { commentPageRoutes } from './comments/comment-routes.tsx';
import { commentPart } from './comments/comment-section.tsx';
import { deskRoutes } from './desk/desk-routes.ts';
import { archiveRoutes } from './digest/archive-routes.ts';
import { frameRoutes } from './embed/embed.tsx';
import { oembedRoutes } from './embed/oembed.ts';
import { scriptRoutes } from './embed/script.ts';
import { snippetRoutes } from './embed/snippets.tsx';
import { trackingRoutes } from './embed/tracking.ts';
import { healthRoutes } from './health/health.ts';
import { homeRoutes } from './home/home.tsx';
import { listRoutes } from './list/list.tsx';
import { pageRoutes } from './pages/page-routes.tsx';
import { enterRoutes } from './readers/enter-routes.tsx';
import { readerRoutes } from './readers/readers-routes.tsx';
import { choicesRoutes } from './subscriptions/choices-routes.tsx';
import { subscribePart } from './subscriptions/subscribe-form.tsx';
import { subscribeRoutes } from './subscriptions/subscribe-routes.tsx';
import { unsubscribeRoutes } from './subscriptions/unsubscribe-routes.tsx';
import { topicPageRoutes } from './topic/topic-routes.tsx';

export const makeApp = (deps: Deps): Hono => joined(facesOf(deps));

/** Every face, in any order: no two take the same address. A new one is a line here. */
export function facesOf(deps: Deps): Hono[] {
  return [
    homeRoutes(deps),
    topicPageRoutes(deps, [commentPart(deps), subscribePart(deps.turnstile?.siteKey ?? null)]),
    commentPageRoutes(deps),
    commentFormRoutes(deps),
    cardRoutes(deps),
    listRoutes(deps),
    frameRoutes(deps),
    scriptRoutes(deps),
    oembedRoutes(deps),
    snippetRoutes(deps),
    trackingRoutes(),
    pageRoutes(deps),
    enterRoutes(deps),
    readerRoutes(deps),
    subscribeRoutes(deps),
    choicesRoutes(deps),
    unsubscribeRoutes(deps),
    topicRoutes(deps),
    changeRoutes(deps),
    referenceRoutes(deps),
    embedDataRoutes(deps),
    countRoutes(deps),
    anonymousRoutes(deps),
    commentRoutes(deps),
    moderationRoutes(deps),
    recordRoutes(deps),
    originRoutes(deps),
    archiveRoutes(deps),
    previewRoutes(deps),
    digestRunRoutes(deps),
    mailEventRoutes(deps),
    deskRoutes(deps),
    healthRoutes(deps),
  ];
}

/** One app of all faces: what none of them takes, and what fails, is answered here. */
export function joined(faces: readonly Hono[]): Hono {
  const app = new Hono();
  for (const routes of faces) app.route('/', routes);
  app.notFound((c) => {
    const meant = withoutSlash(c.req.raw);
    if (meant && methodsOf(app, meant.pathname).includes('GET')) return c.redirect(meant.href, 301);
    const allowed = methodsOf(app, c.req.path);
    return allowed.length > 0
      ? methodNotAllowed(c.req.method, allowed)
      : problem('not-found', problemWords(c.req.raw).nothingAt(new URL(c.req.url).pathname));
  });
  app.onError((error, c) => {
    console.error(error);
    return problem('server-error', problemWords(c.req.raw).failed);
  });
  return app;
}

/** A page's address as it is, where a slash was added to it; null where none was, or nothing is being read. */
function withoutSlash(request: Request): URL | null {
  const url = new URL(request.url);
  if (!/^(GET|HEAD)$/.test(request.method) || !/[^/]\/+$/.test(url.pathname)) return null;
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/** The methods that a path takes; none for a path that nothing answers. */
function methodsOf(app: Hono, path: string): string[] {
  const takes = (method: string) => app.router.match(method, path)[0].length > 0;
  const methods = [...(takes('GET') ? ['GET', 'HEAD'] : []), ...(takes('POST') ? ['POST'] : [])];
  return methods.length > 0 ? [...methods, 'OPTIONS'] : [];
}
