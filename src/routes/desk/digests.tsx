/** Runs of the digest with their ledgers, and the mail that a reader would get now. */
import { Hono } from 'hono';
import { privatePage, seeOther } from '../../http/private-page.ts';
import type { DeskDoors } from './desk-doors.ts';
import { deskGate, refusal } from './desk-gate.tsx';
import { deskPage } from './desk-page.tsx';
import { timeWords } from './desk-words.ts';
import type { DeskRun, DigestSample } from './digest-doors.ts';
import { DraftForm, LedgerTable, LeftOutList, OpenForm, RunTable } from './digest-parts.tsx';

/** Seconds between two looks at a run that is being sent. */
const REFRESH = 5;

/** The mail stands alone with its own inline styles, and does nothing. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const underWay = ({ state }: DeskRun): boolean => state === 'opening' || state === 'open';

export function digestRoutes(doors: DeskDoors): Hono {
  const routes = new Hono();
  const gate = deskGate(doors);

  /** GET /desk/digests */
  routes.get(
    '/desk/digests',
    gate.page(null, async (_, at) => {
      const runs = await doors.runs();
      const refresh = runs.some(underWay) ? REFRESH : undefined;
      return deskPage(
        { title: 'Digests', path: '/desk/digests', at, refresh },
        <>
          <h1>Digests</h1>
          {refresh && <p class="fine">A run is being sent; this page looks again every {REFRESH} seconds.</p>}
          <RunTable runs={runs} />
          {at.editor.roles.includes('admin') && <OpenForm at={at} />}
          <h2>What would be sent now</h2>
          {refresh ? (
            <p>
              <a href="/desk/digests/preview">A reader’s first digest</a>, or one since an instant.
            </p>
          ) : (
            <DraftForm sample={{ since: null, cadence: 'daily', lang: 'en' }} />
          )}
        </>,
      );
    }),
  );

  /** POST /desk/digests {cadence} */
  routes.post(
    '/desk/digests',
    gate.form('admin', async (_, at, form) => {
      const cadence = form.get('cadence');
      if (cadence !== 'daily' && cadence !== 'weekly')
        return refusal(at, 422, 'A digest is daily or weekly. Nothing was sent.', '/desk/digests');
      return seeOther(`/desk/digests/${await doors.openRun(cadence, at.editor)}`);
    }),
  );

  /** GET /desk/digests/preview?since=&cadence=&lang= */
  routes.get(
    '/desk/digests/preview',
    gate.page(null, async (c, at) => {
      const url = new URL(c.req.url);
      const sample = sampleOf(url.searchParams, doors);
      if (sample === null) return refusal(at, 400, UNREADABLE, '/desk/digests/preview');
      const draft = await doors.draft(sample, url.origin);
      const query = new URLSearchParams({ cadence: sample.cadence, lang: sample.lang });
      if (sample.since !== null) query.set('since', sample.since);
      return deskPage(
        { title: 'The digest due', path: '/desk/digests', at },
        <>
          <h1>The digest due</h1>
          <DraftForm sample={sample} />
          {draft === 'nothing changed' ? (
            <p>Nothing has changed since then: a reader of every topic would get no mail.</p>
          ) : (
            <>
              <p>
                Subject: <b>{draft.subject}</b>
              </p>
              <p>
                <a href={`/desk/digests/preview.html?${query}`}>As HTML mail</a>. As plain text:
              </p>
              <pre class="mail">{draft.text}</pre>
              <LeftOutList topics={draft.leftOut} />
            </>
          )}
        </>,
      );
    }),
  );

  /** GET /desk/digests/preview.html?since=&cadence=&lang= */
  routes.get(
    '/desk/digests/preview.html',
    gate.page(null, async (c, at) => {
      const url = new URL(c.req.url);
      const sample = sampleOf(url.searchParams, doors);
      if (sample === null) return refusal(at, 400, UNREADABLE, '/desk/digests/preview');
      const draft = await doors.draft(sample, url.origin);
      if (draft === 'nothing changed')
        return refusal(at, 404, 'Nothing has changed since then: there is no mail.', '/desk/digests/preview');
      return privatePage(draft.html, { headers: { 'Content-Security-Policy': MAIL_POLICY } });
    }),
  );

  /** GET /desk/digests/:id */
  routes.get(
    '/desk/digests/:id',
    gate.page(null, async (c, at) => {
      const run = await doors.run(c.req.param('id') ?? '');
      if (run === null) return refusal(at, 404, 'There is no such run.', '/desk/digests');
      return deskPage(
        { title: run.id, path: '/desk/digests', at, refresh: underWay(run) ? REFRESH : undefined },
        <>
          <h1>{run.id}</h1>
          <p>
            {run.state}; for those due at {timeWords(run.at)}, opened {timeWords(run.opened)} by{' '}
            {run.openedBy}
            {run.closed ? `, closed ${timeWords(run.closed)}` : `, expires ${timeWords(run.expires)}`}.
          </p>
          <LedgerTable ledger={run.ledger} />
          <LeftOutList topics={await doors.leftOut(run.id)} />
        </>,
      );
    }),
  );

  return routes;
}

const UNREADABLE = 'Give an instant with its zone, such as 2025-01-13T09:00:00Z, or leave it empty.';

/** Null when the address asks for what cannot be read. */
function sampleOf(params: URLSearchParams, { instant }: Pick<DeskDoors, 'instant'>): DigestSample | null {
  const text = params.get('since')?.trim() ?? '';
  const since = text === '' ? null : instant(text.replace(/ (\d{2}:\d{2})$/, '+$1'));
  const lang = params.get('lang') || 'en';
  if ((text !== '' && since === null) || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang)) return null;
  return { since, cadence: params.get('cadence') === 'weekly' ? 'weekly' : 'daily', lang };
}
