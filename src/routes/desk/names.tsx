/** Names that readers want to be called: each with the one before, to be approved or refused. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { type AskedName, listWaitingNames } from '../../app/desk/desk-people.ts';
import { decideOnName } from '../../app/readers/reader-names.ts';
import { cursorAsked, pageAddress } from '../../http/cursor.ts';
import { afterAction, deskGate, personOf, refusal } from './desk-gate.tsx';
import { DeskForm, deskPage, type Seat } from './desk-page.tsx';
import { timeWords } from './desk-words.ts';

export function nameRoutes(deps: Deps): Hono {
  const routes = new Hono();
  const gate = deskGate(deps);

  /** GET /desk/names?cursor= */
  routes.get(
    '/desk/names',
    gate.page('moderator', async (c, at) => {
      const asked = cursorAsked(new URL(c.req.url));
      if (asked instanceof Response) return asked;
      const { items: names, next } = await listWaitingNames(deps, asked.place);
      return deskPage(
        { title: 'Names', path: '/desk', at },
        <>
          <h1>Names that readers want</h1>
          <p class="fine">New readers only; others change theirs at once, and the log says so.</p>
          {names.length === 0 && <p>Nothing waits.</p>}
          {names.map((name) => (
            <NameRow name={name} at={at} back="/desk/names" />
          ))}
          {next && (
            <p>
              <a href={pageAddress('/desk/names', next)}>Later ones</a>
            </p>
          )}
        </>,
      );
    }),
  );

  /** POST /desk/names/:reader {verdict: approved|refused, reason} */
  routes.post(
    '/desk/names/:reader',
    gate.form('moderator', async (c, at, form) => {
      const verdict = form.get('verdict');
      if (verdict !== 'approved' && verdict !== 'refused')
        return refusal(at, 422, 'Approve the name or refuse it.', '/desk/names');
      const decided = await decideOnName(deps, c.req.param('reader') ?? '', {
        approved: verdict === 'approved',
        ...personOf(at, form),
      });
      return afterAction(at, decided, form);
    }),
  );

  return routes;
}

const STATE: Readonly<Record<AskedName['state'], string>> = {
  waiting: 'waits',
  taken: 'taken',
  refused: 'refused',
  withdrawn: 'withdrawn by the reader',
};

export const NameRow = ({ name, at, back }: { name: AskedName; at: Seat; back: string }) => (
  <section class="appeal">
    <p class="about">
      <a href={`/desk/readers/${name.reader}`}>
        <bdi>{name.was}</bdi>
      </a>{' '}
      <span>
        → <bdi>{name.name}</bdi>
      </span>{' '}
      <time datetime={name.at}>{timeWords(name.at)}</time> <span>{STATE[name.state]}</span>{' '}
      {name.reason && <bdi>{name.reason}</bdi>}
    </p>
    {name.state === 'waiting' && (
      <DeskForm at={at} to={`/desk/names/${name.reader}`} back={back}>
        <label>
          Why <input type="text" name="reason" maxLength={300} />
        </label>
        <button type="submit" name="verdict" value="approved">
          Approve
        </button>
        <button type="submit" name="verdict" value="refused">
          Refuse
        </button>
      </DeskForm>
    )}
  </section>
);
