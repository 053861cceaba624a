/** The log of every change: who, what, to what, why; newest first. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { type LoggedAction, readDeskLog } from '../../app/desk/overview.ts';
import { cursorAsked, pageAddress } from '../../http/cursor.ts';
import { deskGate } from './desk-gate.tsx';
import { deskPage } from './desk-page.tsx';
import { timeWords } from './desk-words.ts';

export function logRoutes(deps: Deps): Hono {
  const routes = new Hono();

  /** GET /desk/log?cursor= */
  routes.get(
    '/desk/log',
    deskGate(deps).page(null, async (c, at) => {
      const asked = cursorAsked(new URL(c.req.url));
      if (asked instanceof Response) return asked;
      const { items, next } = await readDeskLog(deps, asked.place);
      return deskPage(
        { title: 'Log', path: '/desk/log', at },
        <>
          <h1>Log</h1>
          <p class="fine">
            Every decision on comments, readers, their names, doors and runs, and every sign-in by token. What
            was done to the record itself stands in each topic’s own history.
          </p>
          <ActionTable actions={items} />
          {next && (
            <p>
              <a href={pageAddress('/desk/log', next)}>Earlier</a>
            </p>
          )}
        </>,
      );
    }),
  );

  return routes;
}

/** Where a logged action's subject can be looked at. */
const PLACES: Readonly<Partial<Record<LoggedAction['kind'], string>>> = {
  comment: '/desk/comments/',
  report: '/desk/comments/',
  reader: '/desk/readers/',
  name: '/desk/readers/',
  policy: '/desk/topics/',
  spike: '/desk/topics/',
  digest: '/desk/digests/',
};

export const ActionTable = ({ actions }: { actions: readonly LoggedAction[] }) =>
  actions.length === 0 ? (
    <p>Nothing yet.</p>
  ) : (
    <div class="scroll">
      <table class="plain">
        <thead>
          <tr>
            <th>When (UTC)</th>
            <th>Who</th>
            <th>To what</th>
            <th>What</th>
            <th>Why</th>
          </tr>
        </thead>
        <tbody>
          {actions.map(({ at, actor, kind, subject, action, reason }) => (
            <tr>
              <td>
                <time datetime={at}>{timeWords(at)}</time>
              </td>
              <td>{actor}</td>
              <td>
                {PLACES[kind] ? (
                  <a href={PLACES[kind] + subject}>
                    {kind} {subject.length > 24 ? `${subject.slice(0, 8)}…` : subject}
                  </a>
                ) : (
                  kind
                )}
              </td>
              <td>
                <bdi>{action}</bdi>
              </td>
              <td>
                <bdi>{reason}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
