/** The whole site as one Hono app: every face with what it asked for, one way to fail, one set of headers. */
import { Hono } from 'hono';
import { countRoutes } from '../faces/api/counts.ts';
import { embedDataRoutes } from '../faces/api/embed-data.ts';
import { recordRoutes } from '../faces/api/record.ts';
import { referenceRoutes } from '../faces/api/reference.ts';
import { topicRoutes } from '../faces/api/topics.ts';
import { healthRoutes } from '../faces/health/health.ts';
import { problem } from '../http/problem.ts';
import { type Means, countDoors, readDoors, writeDoors } from './doors.ts';

export function makeApp(means: Means): Hono {
  const reads = readDoors(means);
  const counts = countDoors(means);
  const app = new Hono();
  app.route('/', topicRoutes(reads));
  app.route('/', referenceRoutes(reads));
  app.route('/', embedDataRoutes(reads));
  app.route('/', countRoutes(counts));
  app.route('/', recordRoutes(writeDoors(means)));
  app.route('/', healthRoutes(reads));
  app.notFound((c) => problem('not-found', `There is nothing at ${new URL(c.req.url).pathname}.`));
  app.onError((error) => {
    console.error(error);
    return problem('server-error', 'The request failed and nothing was changed. It is logged; please try again.');
  });
  return app;
}
