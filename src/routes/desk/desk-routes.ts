/** The editors' desk: every page of it, behind one gate. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { appealRoutes } from './appeals.tsx';
import { codebookRoutes } from './codebook.tsx';
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

export function deskRoutes(deps: Deps): Hono {
  const routes = new Hono();
  for (const pages of [
    loginRoutes(deps),
    overviewRoutes(deps),
    queueRoutes(deps),
    peopleRoutes(deps),
    appealRoutes(deps),
    nameRoutes(deps),
    topicPolicyRoutes(deps),
    digestRoutes(deps),
    codebookRoutes(deps),
    siteRoutes(deps),
    suppressionRoutes(deps),
    warningRoutes(deps),
    logRoutes(deps),
  ]) {
    routes.route('/', pages);
  }
  return routes;
}
