/** The whole site as one Hono app: every face with what it asked for, one way to fail, one set of headers. */
import { Hono } from 'hono';
import { countRoutes } from '../faces/api/counts.ts';
import { embedDataRoutes } from '../faces/api/embed-data.ts';
import { recordRoutes } from '../faces/api/record.ts';
import { referenceRoutes } from '../faces/api/reference.ts';
import { topicRoutes } from '../faces/api/topics.ts';
import { cardRoutes } from '../faces/card/card.tsx';
import { embedRoutes } from '../faces/embed/embed.tsx';
import { healthRoutes } from '../faces/health/health.ts';
import { homeRoutes } from '../faces/home/home.tsx';
import { listRoutes } from '../faces/list/list.tsx';
import { pageRoutes } from '../faces/pages/page-routes.tsx';
import { topicPageRoutes } from '../faces/topic/topic-routes.tsx';
import { problem } from '../http/problem.ts';
import { countDoors, type Means, readDoors, writeDoors } from './doors.ts';

export function makeApp(means: Means): Hono {
  const reads = readDoors(means);
  const counts = countDoors(means);
  const app = new Hono();
  for (const routes of [
    homeRoutes(reads),
    topicPageRoutes(reads),
    cardRoutes(reads),
    listRoutes(reads),
    embedRoutes(reads),
    pageRoutes(reads),
  ]) {
    app.route('/', routes);
  }
  app.route('/', topicRoutes(reads));
  app.route('/', referenceRoutes(reads));
  app.route('/', embedDataRoutes(reads));
  app.route('/', countRoutes(counts));
  app.route('/', recordRoutes(writeDoors(means)));
  app.route('/', healthRoutes(reads));
  app.notFound((c) => problem('not-found', `There is nothing at ${new URL(c.req.url).pathname}.`));
  app.onError((error) => {
    console.error(error);
    return problem(
      'server-error',
      'The request failed and nothing was changed. It is logged; please try again.',
    );
  });
  return app;
}
