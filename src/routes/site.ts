/** The whole site as one Hono app: every face with what it asked for, one way to fail, one set of headers. */

import { Hono } from 'hono';
import type { Deps } from '../app/deps.ts';
import { methodNotAllowed, problem } from '../http/problem.ts';
import { problemWords } from '../layout/language.ts';
import { commentPart } from './comments/comment-section.tsx';
import * as FACES from './faces.ts';
import { subscribePart } from './subscriptions/subscribe-form.tsx';
import { topicPageRoutes } from './topic/topic-routes.tsx';

export const makeApp = (deps: Deps): Hono => joined(facesOf(deps));

/** Every face with what it needs; the topic's page also with what others add to it. */
export const facesOf = (deps: Deps): Hono[] => [
  topicPageRoutes(deps, [commentPart(deps), subscribePart(deps.turnstile?.siteKey ?? null)]),
  ...Object.values(FACES).map((routesOf) => routesOf(deps)),
];

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
