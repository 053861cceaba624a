/** Subscribing: the form, the page after it, the page behind the mailed link and its button. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { choicesPath } from '../../app/readers/subscription-links.ts';
import { askToSubscribe, confirm, readConfirmation, topicsOffered } from '../../app/readers/subscriptions.ts';
import { anonymousRequestOf } from '../../http/anonymous-request.ts';
import { isFromOwnPage, readForm } from '../../http/form.ts';
import { privatePage, seeOther } from '../../http/private-page.ts';
import { timeZoneOf } from '../../http/time-zone.ts';
import { type FormProblem, OneButton } from '../../layout/form.tsx';
import { deadLink, plainPage, strayForm } from '../../layout/plain-page.tsx';
import { type DeadLink, veiled } from '../../projections/session.ts';
import { cadenceWords, dueWords, topicsWords } from '../../projections/subscription.ts';
import { SubscribePage, type SubscribeValues } from './subscribe-form.tsx';

const UNTESTED = {
  path: '',
  message: 'The test of your browser was not passed: load the page again and retry.',
};
const AGAIN = { href: '/subscriptions', label: 'Subscribe again' };

export function subscribeRoutes(deps: Deps): Hono {
  const routes = new Hono();

  const form = async (request: Request, values: SubscribeValues, problems: readonly FormProblem[]) => {
    const page = (
      <SubscribePage
        topics={await topicsOffered(deps)}
        values={values}
        siteKey={deps.turnstile?.siteKey ?? null}
        problems={problems}
      />
    );
    return privatePage(plainPage(request, 'The digest', page), { status: problems.length > 0 ? 422 : 200 });
  };

  /** GET /subscriptions?topic=SLUG */
  routes.get('/subscriptions', (c) => {
    const topic = c.req.queries('topic') ?? [];
    const values = {
      email: '',
      topics: topic.length > 0 ? topic : ('*' as const),
      cadence: 'daily',
      timezone: timeZoneOf(c.req.raw),
    };
    return form(c.req.raw, values, []);
  });

  /** POST /subscriptions: email, topic (several), cadence, timezone */
  routes.post('/subscriptions', async (c) => {
    if (!isFromOwnPage(c.req.raw)) return privatePage(strayForm(c.req.raw), { status: 403 });
    const fields = await readForm(c.req.raw);
    if (fields instanceof Response) return fields;
    const topics = fields.getAll('topic').includes('*') ? ('*' as const) : fields.getAll('topic');
    const timezone = fields.get('timezone') ?? timeZoneOf(c.req.raw);
    const email = fields.get('email') ?? '';
    const asked = await askToSubscribe(deps, anonymousRequestOf(c.req.raw, deps.origin), {
      email,
      topics,
      cadence: fields.get('cadence'),
      // The small form knows no zone: one who has chosen keeps it.
      timezone: fields.get('timezone'),
      website: fields.get('website') ?? '',
      turnstile: fields.get('turnstile') ?? '',
    });
    if (asked.kind === 'taken') return seeOther('/subscriptions/asked');
    const values = { email, topics, cadence: fields.get('cadence') ?? 'daily', timezone };
    return form(c.req.raw, values, asked.kind === 'refused' ? asked.problems : [UNTESTED]);
  });

  /** GET /subscriptions/asked */
  routes.get('/subscriptions/asked', (c) =>
    privatePage(
      plainPage(
        c.req.raw,
        'One step more',
        <>
          <p class="standfirst">Look into your mailbox: a link is on its way, if the address takes mail.</p>
          <p>
            The page behind it has a button; until you press it, nothing is sent and nothing kept beyond two
            days.
          </p>
        </>,
      ),
    ),
  );

  const dead = (request: Request, why: DeadLink): Response => {
    const { html, status } = deadLink(request, why, AGAIN);
    return privatePage(html, { status });
  };

  /** GET /subscriptions/confirm/:token. Changes nothing. */
  routes.get('/subscriptions/confirm/:token', async (c) => {
    const token = c.req.param('token');
    const found = await readConfirmation(deps, token);
    if (found.kind === 'dead') return dead(c.req.raw, found.why);
    const { topics, cadence } = found.asked;
    const titles = new Map((await topicsOffered(deps)).map(({ slug, title }) => [slug, title]));
    return privatePage(
      plainPage(
        c.req.raw,
        'Confirm the digest',
        <>
          <p class="standfirst">
            What changed on {topicsWords(topics, titles)}, {cadenceWords(cadence ?? 'daily')}, to{' '}
            {veiled(found.email)}; no mail where nothing changed.
          </p>
          <OneButton action={`/subscriptions/confirm/${token}`} label="Confirm" />
          <p class="fine">If you did not ask for this, close the page: nothing is sent.</p>
        </>,
      ),
    );
  });

  /** POST /subscriptions/confirm/:token. The token is the reader's right; no cookie has a part in it. */
  routes.post('/subscriptions/confirm/:token', async (c) => {
    const done = await confirm(deps, c.req.param('token'));
    if (done.kind === 'dead') return dead(c.req.raw, done.why);
    const { id, nextDueAt, zone } = done.subscription;
    const choices = await choicesPath(deps, id);
    return privatePage(
      plainPage(
        c.req.raw,
        'Your digest is on',
        <>
          {nextDueAt !== null && (
            <p class="standfirst">
              The first is due on {dueWords(nextDueAt, zone)} ({zone}).
            </p>
          )}
          <p>
            <a href={choices}>Choose topics, hour, time zone and language</a>
          </p>
        </>,
      ),
    );
  });

  return routes;
}
