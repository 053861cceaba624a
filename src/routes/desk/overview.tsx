/** The desk's first page: what waits, what ran hot, what changed last, and how the last digests went. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { type DeskSpike, type DeskTopic, newestDeskTopics, readSpikes } from '../../app/desk/desk-topics.ts';
import {
  readDeskLog,
  readWaiting,
  readWarnedTopics,
  type Waiting,
  type WarnedTopic,
} from '../../app/desk/overview.ts';
import { newestReports } from '../../app/digest/runs.ts';
import { listOrigins } from '../../app/outside-counts/origins.ts';
import { deskGate } from './desk-gate.tsx';
import { DeskForm, deskPage, type Seat } from './desk-page.tsx';
import { ageWords, countWords, plural, timeWords } from './desk-words.ts';
import { RunTable } from './digest-parts.tsx';
import { ActionTable } from './log.tsx';
import { failingThreads } from './sites.tsx';

const RUNS = 3;
const ACTIONS = 8;

export function overviewRoutes(deps: Deps): Hono {
  const routes = new Hono();

  /** GET /desk */
  routes.get(
    '/desk',
    deskGate(deps).page(null, async (_, at) => {
      const moderates = at.editor.roles.includes('moderator');
      const [waiting, heated, newest, runs, log, sites, warned] = await Promise.all([
        readWaiting(deps),
        readSpikes(deps),
        newestDeskTopics(deps),
        newestReports(deps.digests, RUNS),
        readDeskLog(deps, null),
        listOrigins(deps),
        readWarnedTopics(deps),
      ]);
      return deskPage(
        { title: 'Overview', path: '/desk', at },
        <>
          <h1>Overview</h1>
          <WaitingTable waiting={waiting} now={deps.now()} moderates={moderates} />
          {heated.length > 0 && <h2>Far above their own past</h2>}
          {heated.map((spike) => (
            <Spike spike={spike} at={at} back="/desk" moderates={moderates} />
          ))}
          <Uncounted threads={failingThreads(sites)} />
          <Warned topics={warned} />
          <h2>Latest changes to the record</h2>
          <Changes topics={newest} />
          <h2>Digests</h2>
          <RunTable runs={runs} />
          <h2>Done last</h2>
          <ActionTable actions={log.items.slice(0, ACTIONS)} />
        </>,
      );
    }),
  );

  return routes;
}

const Warned = ({ topics }: { topics: readonly WarnedTopic[] }) => {
  const statements = topics.reduce((sum, { warnings }) => sum + warnings, 0);
  return statements === 0 ? null : (
    <p>
      <a href="/desk/warnings">{plural(statements, 'statement')}</a> of the record{' '}
      {statements === 1 ? 'has' : 'have'} a warning.
    </p>
  );
};

interface WaitingProps {
  waiting: Waiting;
  now: string;
  moderates: boolean;
}

const WaitingTable = ({ waiting, now, moderates }: WaitingProps) => {
  const rows = [
    ['Comments held', waiting.pending, '/desk/comments'],
    ['Comments reported', waiting.reported, '/desk/comments?show=reported'],
    ['Appeals', waiting.appeals, '/desk/appeals'],
    ['Names that readers want', waiting.names, '/desk/names'],
    ['Topics far above their past', waiting.heated, '/desk'],
  ] as const;
  return (
    <table class="plain figures ledger">
      <tbody>
        {rows.map(([label, count, to]) => (
          <tr>
            <th>{moderates ? <a href={to}>{label}</a> : label}</th>
            <td>{countWords(count)}</td>
            <td>
              {label === 'Comments held' &&
                waiting.oldest &&
                `the oldest for ${ageWords(waiting.oldest, now)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Uncounted = ({ threads }: { threads: number }) =>
  threads === 0 ? null : (
    <p>
      <a href="/desk/sites">{plural(threads, 'thread')} of other sites</a> could not be counted.
    </p>
  );

const Changes = ({ topics }: { topics: readonly DeskTopic[] }) => (
  <table class="plain">
    <tbody>
      {topics.map(({ slug, title, updated, latest }) => (
        <tr>
          <td>
            <time datetime={updated}>{timeWords(updated)}</time>
          </td>
          <td>
            <a href={`/t/${slug}`}>{title}</a>
            {latest && <div>{latest}</div>}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

export const Spike = ({
  spike,
  at,
  back,
  moderates,
}: {
  spike: DeskSpike;
  at: Seat;
  back: string;
  moderates: boolean;
}) => (
  <div class="spike">
    <p>
      <a href={`/desk/topics/${spike.topic}`}>{spike.title}</a> since {timeWords(spike.at)}: {spike.reason}{' '}
      {spike.lifted && `Looked at by ${spike.actor} ${timeWords(spike.lifted)}: ${spike.why}`}
    </p>
    {moderates && spike.lifted === null && (
      <DeskForm at={at} to={`/desk/topics/${spike.topic}/heat`} back={back}>
        <label>
          Why it may rank freely <input type="text" name="reason" required maxLength={300} />
        </label>
        <button type="submit">Let it rank</button>
      </DeskForm>
    )}
  </div>
);
