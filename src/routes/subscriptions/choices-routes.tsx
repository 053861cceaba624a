/** The choices of a digest behind a link mailed for it: change, end, take up again, export, erase. */

import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import {
  changeChoices,
  choicesOffered,
  erase,
  resume,
  unsubscribe,
} from '../../app/readers/subscription-links.ts';
import type { Subscription } from '../../domain/digest/subscriber.ts';
import type { Problem } from '../../domain/problem.ts';
import { readForm } from '../../http/form.ts';
import { privatePage, seeOther } from '../../http/private-page.ts';
import { OneButton } from '../../layout/form.tsx';
import { languageOf } from '../../layout/language.ts';
import { plainPage } from '../../layout/plain-page.tsx';
import { StillHeld } from '../../layout/still-held.tsx';
import { wordsOf } from '../../projections/words/words.ts';
import { ChoicesPage } from './choices-page.tsx';
import { endedPage, withLink } from './link.tsx';

export function choicesRoutes(deps: Deps): Hono {
  const routes = new Hono();

  const CHOICES = '/subscriptions/choices/:token';
  const showChoices = async (
    request: Request,
    token: string,
    subscription: Subscription,
    { problems, saved }: { problems: readonly Problem[]; saved: boolean },
  ): Promise<Response> => {
    const { topics, languages } = await choicesOffered(deps);
    const page = (
      <ChoicesPage
        path={`/subscriptions/choices/${token}`}
        subscription={subscription}
        topics={topics}
        languages={languages}
        problems={problems}
        saved={saved}
      />
    );
    return privatePage(plainPage(request, wordsOf(languageOf(request)).choices.title, page), {
      status: problems.length > 0 ? 422 : 200,
    });
  };

  /** GET /subscriptions/choices/:token?saved */
  routes.get(CHOICES, (c) => {
    const token = c.req.param('token');
    const saved = c.req.query('saved') !== undefined;
    return withLink(deps, c.req.raw, 'preferences', token, (subscription) =>
      showChoices(c.req.raw, token, subscription, { problems: [], saved }),
    );
  });

  /** POST /subscriptions/choices/:token: topic (several), cadence, weekday, hour, timezone, lang, stillQuiet */
  routes.post(CHOICES, (c) => {
    const token = c.req.param('token');
    return withLink(deps, c.req.raw, 'preferences', token, async (subscription) => {
      const form = await readForm(c.req.raw);
      if (form instanceof Response) return form;
      const problems = await changeChoices(deps, subscription, choicesOf(form));
      if (problems.length > 0) return showChoices(c.req.raw, token, subscription, { problems, saved: false });
      return seeOther(`/subscriptions/choices/${token}?saved`);
    });
  });

  /** POST /subscriptions/choices/:token/unsubscribe */
  routes.post(`${CHOICES}/unsubscribe`, (c) =>
    withLink(deps, c.req.raw, 'preferences', c.req.param('token'), async (subscription) => {
      await unsubscribe(deps, subscription);
      return endedPage(deps, c.req.raw, subscription);
    }),
  );

  /** POST /subscriptions/choices/:token/resume */
  routes.post(`${CHOICES}/resume`, (c) =>
    withLink(deps, c.req.raw, 'preferences', c.req.param('token'), async (subscription) => {
      await resume(deps, subscription);
      return seeOther(`/subscriptions/choices/${c.req.param('token')}?saved`);
    }),
  );

  /** GET /subscriptions/choices/:token/export: everything kept, as a JSON file */
  routes.get(`${CHOICES}/export`, (c) =>
    withLink(deps, c.req.raw, 'preferences', c.req.param('token'), (subscription) => {
      const headers = {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="by-source-digest.json"',
      };
      return privatePage(JSON.stringify({ subscription }, null, 2), { headers });
    }),
  );

  /** GET /subscriptions/choices/:token/erase */
  routes.get(`${CHOICES}/erase`, (c) => {
    const path = `/subscriptions/choices/${c.req.param('token')}`;
    const words = wordsOf(languageOf(c.req.raw)).choices.erase;
    return withLink(deps, c.req.raw, 'preferences', c.req.param('token'), (subscription) =>
      privatePage(
        plainPage(
          c.req.raw,
          words.title,
          <>
            <p class="standfirst">
              {words.text(subscription.email)} <StillHeld />
            </p>
            <OneButton action={`${path}/erase`} label={words.button} />
            <p>
              <a href={path}>{words.keep}</a>
            </p>
          </>,
        ),
      ),
    );
  });

  /** POST /subscriptions/choices/:token/erase */
  routes.post(`${CHOICES}/erase`, (c) =>
    withLink(deps, c.req.raw, 'preferences', c.req.param('token'), async (subscription) => {
      await erase(deps, subscription);
      const { title, text } = wordsOf(languageOf(c.req.raw)).choices.erased;
      const body = (
        <p>
          {text} <StillHeld />
        </p>
      );
      return privatePage(plainPage(c.req.raw, title, body));
    }),
  );

  return routes;
}

function choicesOf(form: URLSearchParams): object {
  const topics = form.getAll('topic');
  return {
    topics: topics.includes('*') ? '*' : topics,
    cadence: form.get('cadence'),
    weekday: form.get('weekday'),
    hour: form.get('hour'),
    timezone: form.get('timezone'),
    lang: form.get('lang'),
    stillQuiet: form.has('stillQuiet'),
  };
}
