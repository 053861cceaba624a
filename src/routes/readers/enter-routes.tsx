/** The page behind a mailed sign-in link: opening it changes nothing, its button opens a session. */

import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { enter, readSignIn, SESSION_LASTS } from '../../app/readers/readers.ts';
import type { Problem } from '../../domain/problem.ts';
import { openSession } from '../../http/cookie.ts';
import { isFromOwnPage, readForm } from '../../http/form.ts';
import { ownPath, privatePage, seeOther } from '../../http/private-page.ts';
import { languageOf } from '../../layout/language.ts';
import { deadLink, plainPage, strayForm } from '../../layout/plain-page.tsx';
import type { DeadLink } from '../../projections/session.ts';
import { wordsOf } from '../../projections/words/words.ts';
import { EnterPage } from './readers-pages.tsx';

export function enterRoutes(deps: Deps): Hono {
  const routes = new Hono();

  const show = async (
    request: Request,
    token: string,
    given: { name: string; problems: readonly Problem[] } | null,
  ): Promise<Response> => {
    const found = await readSignIn(deps, token);
    if (found.kind === 'dead') return dead(request, found.why);
    const page = (
      <EnterPage
        action={`/readers/enter/${token}`}
        email={found.email}
        known={found.known}
        name={given?.name ?? found.name ?? ''}
        problems={given?.problems ?? []}
      />
    );
    return privatePage(
      plainPage(request, wordsOf(languageOf(request)).readers.signIn.title, page),
      given === null ? {} : { status: 422 },
    );
  };

  const dead = (request: Request, why: DeadLink): Response => {
    const { html, status } = deadLink(request, why, {
      href: '/readers/sign-in',
      label: wordsOf(languageOf(request)).readers.again,
    });
    return privatePage(html, { status });
  };

  /** GET /readers/enter/:token */
  routes.get('/readers/enter/:token', (c) => show(c.req.raw, c.req.param('token'), null));

  /** POST /readers/enter/:token: name, of a reader who is new */
  routes.post('/readers/enter/:token', async (c) => {
    // Or another site could sign a reader in as somebody else.
    if (!isFromOwnPage(c.req.raw)) return privatePage(strayForm(c.req.raw), { status: 403 });
    const form = await readForm(c.req.raw);
    if (form instanceof Response) return form;
    const [token, name] = [c.req.param('token'), form.get('name')];
    const url = new URL(c.req.url);
    const entered = await enter(deps, token, name, url.hostname);
    switch (entered.kind) {
      case 'dead':
        return dead(c.req.raw, entered.why);
      case 'unnamed':
        return show(c.req.raw, token, { name: name ?? '', problems: entered.problems });
      case 'entered':
        return seeOther(entered.back === '/' ? '/readers/me' : ownPath(entered.back), {
          cookie: openSession(url, entered.session, SESSION_LASTS),
          // What the browser kept of our pages was for one who was not signed in (Clear Site Data, section 3.1).
          headers: { 'Clear-Site-Data': '"cache"' },
        });
    }
  });

  return routes;
}
