/** A run's ledger as a sum that must come out, runs in a table, and the choice of a sample reader. */
import type { DigestSample } from '../../app/digest/digest-draft.ts';
import type { RunReport } from '../../app/digest/runs.ts';
import type { Ledger } from '../../domain/digest/digest-run.ts';
import type { LeftOut } from '../../projections/digest.ts';
import { cadenceChoices } from '../../projections/subscription.ts';
import { DEFAULT_LANGUAGE } from '../../projections/words/words.ts';
import { DeskForm, type Seat } from './desk-page.tsx';
import { timeWords } from './desk-words.ts';

const OUTCOMES = ['sent', 'skipped', 'suppressed', 'failed', 'uncertain'] as const;

const figure = (count: number): string => count.toLocaleString('en');

export const RunTable = ({ runs }: { runs: readonly RunReport[] }) =>
  runs.length === 0 ? (
    <p>No digest was sent yet.</p>
  ) : (
    <div class="scroll">
      <table class="plain figures">
        <thead>
          <tr>
            <th>Run</th>
            <th>State</th>
            <th>Candidates</th>
            {OUTCOMES.map((outcome) => (
              <th>{outcome}</th>
            ))}
            <th>waiting</th>
            <th>Balanced</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr>
              <td>
                <a href={`/desk/digests/${encodeURIComponent(run.id)}`}>
                  {run.cadence} {timeWords(run.at)}
                </a>
              </td>
              <td>
                {run.state} <Progress ledger={run.ledger} />
              </td>
              <td>{figure(run.ledger.candidates)}</td>
              {OUTCOMES.map((outcome) => (
                <td>{figure(run.ledger[outcome])}</td>
              ))}
              <td>{figure(run.ledger.waiting)}</td>
              <td>{balance(run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

const balance = ({ ledger, state }: RunReport): string => {
  if (ledger.balanced) return 'yes';
  return state === 'open' || state === 'opening' ? 'not yet' : 'NO';
};

const Progress = ({ ledger }: { ledger: Ledger }) =>
  ledger.waiting === 0 ? null : (
    <progress value={ledger.candidates - ledger.waiting} max={ledger.candidates}>
      {figure(ledger.candidates - ledger.waiting)} of {figure(ledger.candidates)}
    </progress>
  );

export const LedgerTable = ({ ledger }: { ledger: Ledger }) => {
  const settled = OUTCOMES.reduce((sum, outcome) => sum + ledger[outcome], 0);
  return (
    <>
      <Progress ledger={ledger} />
      <table class="plain figures ledger">
        <tbody>
          {OUTCOMES.map((outcome) => (
            <tr>
              <th>{outcome}</th>
              <td>{figure(ledger[outcome])}</td>
            </tr>
          ))}
          <tr class="sum">
            <th>settled</th>
            <td>{figure(settled)}</td>
          </tr>
          <tr>
            <th>still waiting</th>
            <td>{figure(ledger.waiting)}</td>
          </tr>
          <tr class="sum">
            <th>candidates</th>
            <td>{figure(ledger.candidates)}</td>
          </tr>
        </tbody>
      </table>
      <p>
        {ledger.balanced
          ? 'Balanced: every candidate has one outcome and no more are to come.'
          : 'Not balanced: rows still wait, or not all readers have theirs yet.'}
      </p>
      {Object.keys(ledger.reasons).length > 0 && <Reasons reasons={ledger.reasons} />}
    </>
  );
};

const Reasons = ({ reasons }: { reasons: Ledger['reasons'] }) => (
  <>
    <h2>Why</h2>
    <table class="plain figures ledger">
      <tbody>
        {Object.entries(reasons).map(([why, count]) => (
          <tr>
            <th>{why}</th>
            <td>{figure(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);

/** What readers find left out, and why. */
export const LeftOutList = ({ topics }: { topics: readonly LeftOut[] }) =>
  topics.length === 0 ? null : (
    <>
      <h2>Left out</h2>
      <p>These topics could not be drawn. The mails say that they are left out; the rest goes out.</p>
      <ul>
        {topics.map(({ slug, title, claim, reason }) => (
          <li>
            <a href={`/t/${slug}`}>{title}</a>: {reason}
            {claim !== null && (
              <>
                {' '}
                Claim <code>{claim}</code>.
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );

/** An admin sends to those who are due now, without waiting for the clock. */
export const OpenForm = ({ at }: { at: Seat }) => (
  <DeskForm at={at} to="/desk/digests" back="/desk/digests">
    Send now to those who are due:
    {cadenceChoices('', DEFAULT_LANGUAGE).map(({ cadence }) => (
      <button type="submit" name="cadence" value={cadence}>
        {cadence}
      </button>
    ))}
  </DeskForm>
);

/** A reader of every topic, by what they were sent last. */
export const DraftForm = ({ sample }: { sample: DigestSample }) => (
  <form method="get" action="/desk/digests/preview" class="action">
    <label>
      Sent last{' '}
      <input type="text" name="since" value={sample.since ?? ''} placeholder="never: their first" size={26} />
    </label>
    <label>
      Cadence{' '}
      <select name="cadence">
        {cadenceChoices(sample.cadence, DEFAULT_LANGUAGE).map(({ cadence, chosen }) => (
          <option value={cadence} selected={chosen}>
            {cadence}
          </option>
        ))}
      </select>
    </label>
    <label>
      Dates in <input type="text" name="lang" value={sample.lang} size={6} />
    </label>
    <button type="submit">Show</button>
  </form>
);
