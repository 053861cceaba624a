/** Runs of the digest with their ledgers, and the mail that a reader would get now. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { FIRST_SAMPLE, openRunAtDesk, readLeftOutTopics, sampleOf } from '../../app/desk/desk-digests.ts';
import { draftDigest } from '../../app/digest/digest-draft.ts';
import { newestReports, type RunReport, readReport } from '../../app/digest/runs.ts';
import { privatePage, seeOther } from '../../http/private-page.ts';
import { cadenceChoices } from '../../projections/subscription.ts';
import { DEFAULT_LANGUAGE } from '../../projections/words/words.ts';
import { deskGate, refusal } from './desk-gate.tsx';
import { deskPage } from './desk-page.tsx';
import { timeWords } from './desk-words.ts';
import { DraftForm, LedgerTable, LeftOutList, OpenForm, RunTable } from './digest-parts.tsx';

/** A ledger reads its run's rows, so a page shows few. */
const SHOWN = 10;
/** Seconds between two looks at a run that is being sent. */
const REFRESH = 5;

/** The mail stands alone with its own inline styles, and does nothing. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const underWay = ({ state }: RunReport): boolean => state === 'opening' || state === 'open';

export function digestRoutes({ digests: deps, ...all }: Deps): Hono {
  const routes = new Hono();
  const gate = deskGate(all);

  /** GET /desk/digests */
  routes.get(
    '/desk/digests',
    gate.page(null, async (_, at) => {
      const runs = await newestReports(deps, SHOWN);
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
            <DraftForm sample={FIRST_SAMPLE} />
          )}
        </>,
      );
    }),
  );

  /** POST /desk/digests {cadence} */
  routes.post(
    '/desk/digests',
    gate.form('admin', async (_, at, form) => {
      const ordered = await openRunAtDesk(deps, form.get('cadence'), at.editor);
      if (ordered.kind === 'refused')
        return refusal(at, 422, `A digest is ${NAMES}. Nothing was sent.`, '/desk/digests');
      return seeOther(`/desk/digests/${ordered.run.id}`);
    }),
  );

  /** GET /desk/digests/preview?since=&cadence=&lang= */
  routes.get(
    '/desk/digests/preview',
    gate.page(null, async (c, at) => {
      const url = new URL(c.req.url);
      const sample = sampleOf(textsOf(url.searchParams));
      if (sample === null) return refusal(at, 400, UNREADABLE, '/desk/digests/preview');
      const draft = await draftDigest(deps, sample, url.origin);
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
              <pre class="mail" tabindex={0}>
                {draft.text}
              </pre>
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
      const sample = sampleOf(textsOf(url.searchParams));
      if (sample === null) return refusal(at, 400, UNREADABLE, '/desk/digests/preview');
      const draft = await draftDigest(deps, sample, url.origin);
      if (draft === 'nothing changed')
        return refusal(at, 404, 'Nothing has changed since then: there is no mail.', '/desk/digests/preview');
      return privatePage(draft.html, { headers: { 'Content-Security-Policy': MAIL_POLICY } });
    }),
  );

  /** GET /desk/digests/:id */
  routes.get(
    '/desk/digests/:id{(?!preview(?:\\.html)?$)[^/]+}',
    gate.page(null, async (c, at) => {
      const run = await readReport(deps, c.req.param('id') ?? '');
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
          <LeftOutList topics={await readLeftOutTopics(deps.db, run.id)} />
        </>,
      );
    }),
  );

  return routes;
}

const NAMES = cadenceChoices('', DEFAULT_LANGUAGE)
  .map(({ cadence }) => cadence)
  .join(' or ');

const textsOf = (params: URLSearchParams) => ({
  since: params.get('since') ?? '',
  cadence: params.get('cadence') ?? '',
  lang: params.get('lang') ?? '',
});

const UNREADABLE = 'Give an instant with its zone, such as 2025-01-13T09:00:00Z, or leave it empty.';
