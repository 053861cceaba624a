/** Subscribing: the form, the page after it, the page behind the mailed link and its button. */

import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { choicesPath } from '../../app/readers/subscription-links.ts';
import { askToSubscribe, confirm, readConfirmation, topicsOffered } from '../../app/readers/subscriptions.ts';
import type { Problem } from '../../domain/problem.ts';
import { anonymousRequestOf } from '../../http/anonymous-request.ts';
import { isFromOwnPage, readForm } from '../../http/form.ts';
import { privatePage, seeOther } from '../../http/private-page.ts';
import { timeZoneOf } from '../../http/time-zone.ts';
import { OneButton, untested } from '../../layout/form.tsx';
import { languageOf } from '../../layout/language.ts';
import { deadLink, plainPage, strayForm } from '../../layout/plain-page.tsx';
import { type DeadLink, veiled } from '../../projections/session.ts';
import { cadenceWords, dueWords, topicsWords } from '../../projections/subscription.ts';
import { wordsOf } from '../../projections/words/words.ts';
import { SubscribePage, type SubscribeValues } from './subscribe-form.tsx';

export function subscribeRoutes(deps: Deps): Hono {
  const routes = new Hono();

  const form = async (request: Request, values: SubscribeValues, problems: readonly Problem[]) => {
    const page = (
      <SubscribePage
        topics={await topicsOffered(deps)}
        values={values}
        siteKey={deps.turnstile?.siteKey ?? null}
        problems={problems}
      />
    );
    return privatePage(plainPage(request, wordsOf(languageOf(request)).subscriptions.title, page), {
      status: problems.length > 0 ? 422 : 200,
    });
  };

  /** GET /subscriptions?topic=SLUG */
  routes.get('/subscriptions', (c) => {
    const topic = c.req.queries('topic') ?? [];
    const values = {
      email: '',
      topics: topic.length > 0 ? topic : ('*' as const),
      cadence: '',
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
    const values = { email, topics, cadence: fields.get('cadence') ?? '', timezone };
    return form(c.req.raw, values, asked.kind === 'refused' ? asked.problems : [untested(c.req.raw)]);
  });

  /** GET /subscriptions/asked */
  routes.get('/subscriptions/asked', (c) => {
    const { forms, subscriptions } = wordsOf(languageOf(c.req.raw));
    return privatePage(
      plainPage(
        c.req.raw,
        subscriptions.asked.title,
        <>
          <p class="standfirst">{forms.onItsWay}</p>
          <p>{subscriptions.asked.text}</p>
        </>,
      ),
    );
  });

  const dead = (request: Request, why: DeadLink): Response => {
    const { html, status } = deadLink(request, why, {
      href: '/subscriptions',
      label: wordsOf(languageOf(request)).subscriptions.again,
    });
    return privatePage(html, { status });
  };

  /** GET /subscriptions/confirm/:token. Changes nothing. */
  routes.get('/subscriptions/confirm/:token', async (c) => {
    const token = c.req.param('token');
    const found = await readConfirmation(deps, token);
    if (found.kind === 'dead') return dead(c.req.raw, found.why);
    const { topics, cadence } = found.asked;
    const lang = languageOf(c.req.raw);
    const words = wordsOf(lang).subscriptions.confirm;
    const titles = new Map((await topicsOffered(deps)).map(({ slug, title }) => [slug, title]));
    return privatePage(
      plainPage(
        c.req.raw,
        words.title,
        <>
          <p class="standfirst">
            {words.text(topicsWords(topics, titles, lang), cadenceWords(cadence, lang), veiled(found.email))}
          </p>
          <OneButton action={`/subscriptions/confirm/${token}`} label={words.button} />
          <p class="fine">{words.unasked}</p>
        </>,
      ),
    );
  });

  /** POST /subscriptions/confirm/:token. The token is the reader's right; no cookie has a part in it. */
  routes.post('/subscriptions/confirm/:token', async (c) => {
    const done = await confirm(deps, c.req.param('token'));
    if (done.kind === 'dead') return dead(c.req.raw, done.why);
    const { id, nextDueAt, zone } = done.subscription;
    const lang = languageOf(c.req.raw);
    const words = wordsOf(lang).subscriptions.on;
    const choices = await choicesPath(deps, id);
    return privatePage(
      plainPage(
        c.req.raw,
        words.title,
        <>
          {nextDueAt !== null && (
            <p class="standfirst">{words.first(dueWords(nextDueAt, zone, lang), zone)}</p>
          )}
          <p>
            <a href={choices}>{words.choose}</a>
          </p>
        </>,
      ),
    );
  });

  return routes;
}
