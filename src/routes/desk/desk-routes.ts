/** The editors' desk: every page of it, behind one gate. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { appealRoutes } from './appeals.tsx';
import type { DeskDoors } from './desk-doors.ts';
import { digestRoutes } from './digests.tsx';
import { logRoutes } from './log.tsx';
import { loginRoutes } from './login.tsx';
import { nameRoutes } from './names.tsx';
import { overviewRoutes } from './overview.tsx';
import { peopleRoutes } from './people.tsx';
import { queueRoutes } from './queue.tsx';
import { siteRoutes } from './sites.tsx';
import { suppressionRoutes } from './suppressions.tsx';
import { topicPolicyRoutes } from './topic-policies.tsx';
import { warningRoutes } from './warnings.tsx';

export function deskRoutes(doors: DeskDoors, deps: Pick<Deps, 'db' | 'now' | 'digests'>): Hono {
  const routes = new Hono();
  for (const pages of [
    loginRoutes(doors),
    overviewRoutes(doors, deps.digests),
    queueRoutes(doors),
    peopleRoutes(doors),
    appealRoutes(doors),
    nameRoutes(doors),
    topicPolicyRoutes(doors),
    digestRoutes(doors, deps.digests),
    siteRoutes(doors),
    suppressionRoutes(doors, deps),
    warningRoutes(doors),
    logRoutes(doors),
  ]) {
    routes.route('/', pages);
  }
  return routes;
}
