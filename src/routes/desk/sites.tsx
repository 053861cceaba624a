/** Other sites whose comments are counted: what each thread counted last, and what went wrong in words. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { listOrigins, type OriginView } from '../../app/outside-counts/origins.ts';
import { deskGate } from './desk-gate.tsx';
import { deskPage } from './desk-page.tsx';
import { timeWords } from './desk-words.ts';

export function siteRoutes(deps: Deps): Hono {
  const routes = new Hono();

  /** GET /desk/sites */
  routes.get(
    '/desk/sites',
    deskGate(deps).page(null, async (_, at) => {
      const sites = await listOrigins(deps);
      return deskPage(
        { title: 'Other sites', path: '/desk/sites', at },
        <>
          <h1>Other sites</h1>
          <p class="fine">
            Sites whose readers’ comments are counted there. A thread that cannot be counted keeps its last
            count until that is too old, and is tried again with growing waits.
          </p>
          <SiteTable sites={sites} />
        </>,
      );
    }),
  );

  return routes;
}

/** How many threads could not be counted when last pulled. */
export const failingThreads = (sites: readonly OriginView[]): number =>
  sites.flatMap(({ threads }) => threads.filter(({ error }) => error !== null)).length;

const SiteTable = ({ sites }: { sites: readonly OriginView[] }) =>
  sites.length === 0 ? (
    <p>None yet.</p>
  ) : (
    <div class="scroll">
      <table class="plain">
        <thead>
          <tr>
            <th>Site</th>
            <th>Thread</th>
            <th>Topic</th>
            <th>Counted last (UTC)</th>
            <th>What went wrong</th>
          </tr>
        </thead>
        <tbody>
          {sites.flatMap((site) =>
            site.threads.map(({ thread, topic, countedAt, error, errorAt, due }) => (
              <tr>
                <td>
                  {site.origin} <small>{site.kind}</small>
                </td>
                <td>
                  <bdi>{thread}</bdi>
                </td>
                <td>
                  <a href={`/t/${topic}`}>{topic}</a>
                </td>
                <td>{countedAt === null ? 'never' : timeWords(countedAt)}</td>
                <td>
                  {error !== null && errorWords(error)}
                  {error !== null && errorAt && ` Since ${timeWords(errorAt)}`}
                  {error !== null && due && `, tried again ${timeWords(due)}.`}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );

/** What a reason means to who must mend it; the reason itself stands behind it. */
const REASONS: Readonly<Record<string, string>> = {
  'no-thread': 'There is no such thread.',
  'not-allowed': 'The site does not let us read it.',
  'rate-limited': 'The site asks us to come less often.',
  unreachable: 'The site does not answer.',
  'too-slow': 'The site takes too long.',
  malformed: 'The answer is not what this kind of site gives.',
  'content-type': 'The answer is not JSON.',
};

const errorWords = (error: string): string => {
  const words = REASONS[error.split(':')[0] ?? ''];
  return words === undefined ? `${error}.` : `${words} (${error})`;
};
