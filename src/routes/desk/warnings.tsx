/** Statements that an editor was warned of when they were entered, each with what to look at twice. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import {
  readWarnedClaims,
  readWarnedTopics,
  type WarnedClaim,
  type WarnedTopic,
} from '../../app/desk/overview.ts';
import { cursorAsked, pageAddress } from '../../http/cursor.ts';
import { deskGate } from './desk-gate.tsx';
import { deskPage } from './desk-page.tsx';
import { plural } from './desk-words.ts';

export function warningRoutes(deps: Deps): Hono {
  const routes = new Hono();

  /** GET /desk/warnings */
  routes.get(
    '/desk/warnings',
    deskGate(deps).page(null, async (_, at) => {
      const topics = await readWarnedTopics(deps);
      return deskPage(
        { title: 'Warnings', path: '/desk/warnings', at },
        <>
          <h1>Warnings</h1>
          <p class="fine">
            Statements that were recorded with a warning: a figure that is not in its words, a hedge left out,
            no address, a figure like another’s. A correction is looked at anew.
          </p>
          <TopicTable topics={topics} />
        </>,
      );
    }),
  );

  /** GET /desk/warnings/:topic?cursor= */
  routes.get(
    '/desk/warnings/:topic',
    deskGate(deps).page(null, async (c, at) => {
      const topic = c.req.param('topic') ?? '';
      const asked = cursorAsked(new URL(c.req.url));
      if (asked instanceof Response) return asked;
      const { items, next } = await readWarnedClaims(deps, topic, asked.place);
      return deskPage(
        { title: `Warnings on ${topic}`, path: '/desk/warnings', at },
        <>
          <h1>
            Warnings on <a href={`/t/${topic}`}>{topic}</a>
          </h1>
          <ClaimTable topic={topic} claims={items} />
          {next && (
            <p>
              <a href={pageAddress(`/desk/warnings/${topic}`, next)}>Earlier</a>
            </p>
          )}
        </>,
      );
    }),
  );

  return routes;
}

const TopicTable = ({ topics }: { topics: readonly WarnedTopic[] }) =>
  topics.length === 0 ? (
    <p>No statement has a warning.</p>
  ) : (
    <table class="plain">
      <tbody>
        {topics.map(({ slug, title, warnings }) => (
          <tr>
            <td>
              <a href={`/desk/warnings/${slug}`}>{title}</a>
            </td>
            <td>{plural(warnings, 'statement')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

const ClaimTable = ({ topic, claims }: { topic: string; claims: readonly WarnedClaim[] }) =>
  claims.length === 0 ? (
    <p>No statement here has a warning.</p>
  ) : (
    <div class="scroll">
      <table class="plain">
        <thead>
          <tr>
            <th>Said</th>
            <th>Source</th>
            <th>Words</th>
            <th>Look at</th>
          </tr>
        </thead>
        <tbody>
          {claims.map(({ id, name, text, when, warnings }) => (
            <tr id={id}>
              <td>
                <a href={`/t/${topic}#${id}`}>{when}</a>
              </td>
              <td>{name}</td>
              <td>
                <bdi>{text}</bdi>
              </td>
              <td>
                {warnings.map(({ path, message }) => (
                  <div>
                    <bdi>{message}</bdi> <small>{path}</small>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
