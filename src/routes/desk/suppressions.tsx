/** Addresses that are never mailed: why and since when, one looked up by its address, and lifted with a reason. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { type FoundAddress, findAddress, lift, listSuppressions } from '../../app/desk/desk-suppressions.ts';
import type { Suppression } from '../../domain/digest/suppression.ts';
import { cursorAsked, pageAddress } from '../../http/cursor.ts';
import { afterAction, deskGate, refusal } from './desk-gate.tsx';
import { DeskForm, deskPage, NoActionByEnter, type Seat } from './desk-page.tsx';
import { timeWords } from './desk-words.ts';

const HERE = '/desk/suppressions';

export function suppressionRoutes(deps: Deps): Hono {
  const routes = new Hono();
  const gate = deskGate(deps);

  /** GET /desk/suppressions?cursor= */
  routes.get(
    HERE,
    gate.page('admin', async (c, at) => {
      const asked = cursorAsked(new URL(c.req.url));
      if (asked instanceof Response) return asked;
      const { items, next } = await listSuppressions(deps, asked.place);
      return deskPage(
        { title: 'Suppressed addresses', path: HERE, at },
        <>
          <h1>Suppressed addresses</h1>
          <p>
            Nothing is mailed to these, by any list. They are kept as marks that nobody can read: a reader’s
            own is found by typing their address.
          </p>
          <FindForm at={at} />
          {items.length === 0 ? <p>None.</p> : <LiftForm at={at} items={items} />}
          {next && (
            <p>
              <a href={pageAddress(HERE, next)}>Earlier ones</a>
            </p>
          )}
        </>,
      );
    }),
  );

  /** POST /desk/suppressions/find {address}: by a form, so that the address stands in no log of requests. */
  routes.post(
    `${HERE}/find`,
    gate.form('admin', async (_, at, form) => {
      const address = form.get('address')?.trim() ?? '';
      if (!/^[^\s@]+@[^\s@]+$/.test(address)) return refusal(at, 422, 'Give one address.', HERE);
      const found = await findAddress(deps, address);
      return deskPage(
        { title: 'One address', path: HERE, at },
        <>
          <h1>
            <bdi>{address}</bdi>
          </h1>
          {found.suppressed ? (
            <LiftForm at={at} items={[found.suppressed]} />
          ) : (
            <p>This address is not suppressed.</p>
          )}
          <Told told={found.told} />
          <FindForm at={at} />
        </>,
      );
    }),
  );

  /** POST /desk/suppressions {mark, reason} */
  routes.post(
    HERE,
    gate.form('admin', async (_, at, form) => {
      const by = { editor: at.editor, reason: form.get('reason')?.trim() || null };
      return afterAction(at, await lift(deps, form.get('mark') ?? '', by), form);
    }),
  );

  return routes;
}

const FindForm = ({ at }: { at: Seat }) => (
  <form method="post" action={`${HERE}/find`} class="action">
    <input type="hidden" name="token" value={at.token} />
    <label>
      Address <input type="email" name="address" required maxLength={320} autocomplete="off" />
    </label>
    <button type="submit">Look it up</button>
  </form>
);

const LiftForm = ({ at, items }: { at: Seat; items: readonly Suppression[] }) => (
  <DeskForm at={at} to={HERE} back={HERE}>
    <p class="bar">
      <NoActionByEnter />
      <label>
        Why one is lifted <input type="text" name="reason" required maxLength={300} />
      </label>
    </p>
    <table class="plain">
      <thead>
        <tr>
          <th>Since</th>
          <th>Why</th>
          <th>Told by</th>
          <th>Mark</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {items.map(({ mark, reason, at: since, source, detail }) => (
          <tr>
            <td>
              <time datetime={since}>{timeWords(since)}</time>
            </td>
            <td>{reason}</td>
            <td>
              {source ?? 'not kept'}
              {detail && (
                <div>
                  <bdi>{detail}</bdi>
                </div>
              )}
            </td>
            <td>
              <code>{mark.slice(0, 12)}</code>
            </td>
            <td>
              <button type="submit" name="mark" value={mark}>
                Lift
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </DeskForm>
);

const Told = ({ told }: Pick<FoundAddress, 'told'>) => (
  <>
    <h2>What was told of it</h2>
    {told.length === 0 && <p>Nothing.</p>}
    <ul>
      {told.map(({ at, kind, provider, detail }) => (
        <li>
          {timeWords(at)}, {provider}: {kind}
          {detail && (
            <>
              {' '}
              (<bdi>{detail}</bdi>)
            </>
          )}
        </li>
      ))}
    </ul>
  </>
);
