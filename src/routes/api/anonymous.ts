/** The API's doors for those whom nobody knows yet: to sign in and to subscribe. The answer says nothing about anyone. */

import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { askToSignIn } from '../../app/readers/readers.ts';
import { askToSubscribe } from '../../app/readers/subscriptions.ts';
import { type AnonymousRequest, anonymousRequestOf } from '../../http/anonymous-request.ts';
import { JSON_TYPE } from '../../http/answer.ts';
import { parseJson, readText } from '../../http/body.ts';
import { isFromOwnPage } from '../../http/form.ts';
import { problem, refused } from '../../http/problem.ts';
import { problemWords } from '../../layout/language.ts';
import type { Asked } from '../../projections/session.ts';

/** A hundred slugs and an address fit many times over. */
const LARGEST = 100_000;

export function anonymousRoutes(deps: Deps): Hono {
  const routes = new Hono();

  /** POST /v1/readers `{email, name}` */
  routes.post('/v1/readers', (c) =>
    asked(c.req.raw, deps.origin, (anonymous, body) => askToSignIn(deps, anonymous, body)),
  );

  /** POST /v1/subscriptions `{email, topics: [slug] | "*", cadence: daily | weekly, timezone}` */
  routes.post('/v1/subscriptions', (c) =>
    asked(c.req.raw, deps.origin, (anonymous, body) => askToSubscribe(deps, anonymous, body)),
  );

  return routes;
}

async function asked(
  request: Request,
  site: string | null,
  ask: (anonymous: AnonymousRequest, body: unknown) => Promise<Asked>,
): Promise<Response> {
  // A mail to somebody is not for every page on the web to send; a program that is no browser names no origin.
  if (!isFromOwnPage(request)) return problem('forbidden', problemWords(request).otherSite);
  const text = await readText(request, LARGEST);
  if (text instanceof Response) return text;
  const parsed = parseJson(text);
  if (parsed instanceof Response) return parsed;
  const outcome = await ask(anonymousRequestOf(request, site), parsed.value);
  switch (outcome.kind) {
    case 'refused':
      return refused('invalid', outcome.problems);
    case 'untested':
      return problem('forbidden', problemWords(request).untested);
    case 'taken':
      return new Response(JSON.stringify({ mailed: problemWords(request).mailed }), {
        status: 202,
        headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' },
      });
  }
}
