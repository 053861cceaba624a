/** The whole site as one Hono app: every face with what it asked for, one way to fail, one set of headers. */
import { Hono } from 'hono';
import { changeRoutes } from '../faces/api/changes.ts';
import { commentRoutes } from '../faces/api/comments.ts';
import { countRoutes } from '../faces/api/counts.ts';
import { previewRoutes } from '../faces/api/digest-preview.ts';
import { digestRunRoutes } from '../faces/api/digest-runs.ts';
import { embedDataRoutes } from '../faces/api/embed-data.ts';
import { mailEventRoutes } from '../faces/api/mail-events.ts';
import { originRoutes } from '../faces/api/origins.ts';
import { recordRoutes } from '../faces/api/record.ts';
import { referenceRoutes } from '../faces/api/reference.ts';
import { strangerRoutes } from '../faces/api/strangers.ts';
import { topicRoutes } from '../faces/api/topics.ts';
import { cardRoutes } from '../faces/card/card.tsx';
import { commentFormRoutes } from '../faces/comments/comment-form-routes.tsx';
import { commentPageRoutes } from '../faces/comments/comment-routes.tsx';
import { commentPart } from '../faces/comments/comment-section.tsx';
import { deskRoutes } from '../faces/desk/desk-routes.ts';
import { archiveRoutes } from '../faces/digest/archive-routes.ts';
import { frameRoutes } from '../faces/embed/embed.tsx';
import { oembedRoutes } from '../faces/embed/oembed.ts';
import { scriptRoutes } from '../faces/embed/script.ts';
import { snippetRoutes } from '../faces/embed/snippets.tsx';
import { trackingRoutes } from '../faces/embed/tracking.ts';
import { healthRoutes } from '../faces/health/health.ts';
import { homeRoutes } from '../faces/home/home.tsx';
import { listRoutes } from '../faces/list/list.tsx';
import { pageRoutes } from '../faces/pages/page-routes.tsx';
import { enterRoutes } from '../faces/readers/enter-routes.tsx';
import { readerRoutes } from '../faces/readers/readers-routes.tsx';
import { choicesRoutes } from '../faces/subscriptions/choices-routes.tsx';
import { subscribePart } from '../faces/subscriptions/subscribe-form.tsx';
import { subscribeRoutes } from '../faces/subscriptions/subscribe-routes.tsx';
import { unsubscribeRoutes } from '../faces/subscriptions/unsubscribe-routes.tsx';
import { topicPageRoutes } from '../faces/topic/topic-routes.tsx';
import { methodNotAllowed, problem } from '../http/problem.ts';
import { commentDoors } from './comment-doors.ts';
import { commentSectionDoors } from './comment-section.ts';
import { deskDoors } from './desk.ts';
import { archivedDigest } from './digest/archive.ts';
import { previewDigest } from './digest/preview.ts';
import { runDoors } from './digest/run-doors.ts';
import { countDoors, type Means, readDoors, writeDoors } from './doors.ts';
import { mailEventDoors } from './mail-events.ts';
import { originDoors } from './origins.ts';
import { readerDoors, subscriptionDoors } from './reader-doors.ts';

export function makeApp(means: Means): Hono {
  const reads = readDoors(means);
  const writes = writeDoors(means);
  const counts = countDoors(means);
  const readers = readerDoors(means.letters, means.written);
  const subscriptions = subscriptionDoors(means.letters);
  const comments = commentSectionDoors(means);
  const app = new Hono();
  for (const routes of [
    homeRoutes(reads),
    topicPageRoutes(reads, [commentPart(comments), subscribePart(subscriptions.siteKey)]),
    commentPageRoutes(comments),
    commentFormRoutes(comments),
    cardRoutes(reads),
    listRoutes(reads),
    frameRoutes(reads),
    scriptRoutes(reads),
    oembedRoutes(reads),
    snippetRoutes(reads),
    trackingRoutes(),
    pageRoutes(reads),
    enterRoutes(readers),
    readerRoutes(readers),
    subscribeRoutes(subscriptions),
    choicesRoutes(subscriptions),
    unsubscribeRoutes(subscriptions),
    topicRoutes(reads),
    changeRoutes(reads),
    referenceRoutes(reads),
    embedDataRoutes(reads),
    countRoutes(counts),
    strangerRoutes({ signIn: readers.ask, subscribe: subscriptions.ask }),
    commentRoutes(commentDoors(means, writes)),
    recordRoutes(writes),
    originRoutes(originDoors(means, writes.actor)),
    archiveRoutes({ archived: (token, origin) => archivedDigest(means.letters, token, origin) }),
    previewRoutes({ actor: writes.actor, preview: (origin) => previewDigest(means.db, means.now(), origin) }),
    digestRunRoutes(runDoors(means.digests, writes.actor)),
    mailEventRoutes(mailEventDoors(means.mailEvents)),
    deskRoutes(deskDoors(means)),
    healthRoutes(reads),
  ]) {
    app.route('/', routes);
  }
  app.notFound((c) => {
    const meant = withoutSlash(c.req.raw);
    if (meant && methodsOf(app, meant.pathname).includes('GET')) return c.redirect(meant.href, 301);
    const allowed = methodsOf(app, c.req.path);
    return allowed.length > 0
      ? methodNotAllowed(c.req.method, allowed)
      : problem('not-found', `There is nothing at ${new URL(c.req.url).pathname}.`);
  });
  app.onError((error) => {
    console.error(error);
    return problem(
      'server-error',
      'The request failed and nothing was changed. It is logged; please try again.',
    );
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
