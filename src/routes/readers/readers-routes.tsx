/** A reader's own pages: sign in by mailed link, name, export, erase, sign out. Every answer is theirs alone. */

import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { eraseAccount, exportAccount } from '../../app/readers/account.ts';
import { nameInWaiting, rename } from '../../app/readers/reader-names.ts';
import { askToSignIn, isOwnForm, leave, sessionFor } from '../../app/readers/readers.ts';
import type { Problem } from '../../domain/problem.ts';
import { anonymousRequestOf } from '../../http/anonymous-request.ts';
import { endSession, sessionOf } from '../../http/cookie.ts';
import { isFromOwnPage, readForm } from '../../http/form.ts';
import { ownPath, privatePage, seeOther } from '../../http/private-page.ts';
import { untested } from '../../layout/form.tsx';
import { languageOf } from '../../layout/language.ts';
import { plainPage, strayForm } from '../../layout/plain-page.tsx';
import { StillHeld } from '../../layout/still-held.tsx';
import type { Session } from '../../projections/session.ts';
import { wordsOf } from '../../projections/words/words.ts';
import { AskedPage, ErasePage, MePage, SignInPage } from './readers-pages.tsx';

const wordsIn = (request: Request) => wordsOf(languageOf(request)).readers;

const STATUS = { refused: 422, unknown: 404, forbidden: 403, conflict: 409, 'too fast': 429 } as const;

export function readerRoutes(deps: Deps): Hono {
  const routes = new Hono();
  const siteKey = deps.turnstile?.siteKey ?? null;
  const sessionBy = (request: Request) => sessionFor(deps, sessionOf(request));

  /** GET /readers/sign-in?back=PATH */
  routes.get('/readers/sign-in', async (c) => {
    const back = ownPath(c.req.query('back') ?? null);
    if ((await sessionBy(c.req.raw)) !== null) return seeOther(back === '/' ? '/readers/me' : back);
    return privatePage(
      plainPage(
        c.req.raw,
        wordsIn(c.req.raw).signIn.title,
        <SignInPage siteKey={siteKey} back={back} problems={[]} />,
      ),
    );
  });

  /** POST /readers/sign-in: email, name, back */
  routes.post('/readers/sign-in', async (c) => {
    if (!isFromOwnPage(c.req.raw)) return privatePage(strayForm(c.req.raw), { status: 403 });
    const form = await readForm(c.req.raw);
    if (form instanceof Response) return form;
    const fields = fieldsOf(form, ['email', 'name', 'back', 'website', 'turnstile']);
    const asked = await askToSignIn(deps, anonymousRequestOf(c.req.raw, deps.origin), {
      ...fields,
      back: ownPath(fields.back ?? null),
    });
    if (asked.kind === 'taken') return seeOther('/readers/asked');
    const problems = asked.kind === 'refused' ? asked.problems : [untested(c.req.raw)];
    const page = (
      <SignInPage
        siteKey={siteKey}
        back={ownPath(fields.back ?? null)}
        email={fields.email ?? ''}
        name={fields.name ?? ''}
        problems={problems}
      />
    );
    return privatePage(plainPage(c.req.raw, wordsIn(c.req.raw).signIn.title, page), { status: 422 });
  });

  /** GET /readers/asked */
  routes.get('/readers/asked', (c) =>
    privatePage(plainPage(c.req.raw, wordsIn(c.req.raw).asked.title, <AskedPage />)),
  );

  const mePage = async (session: Session, problems: readonly Problem[]) => (
    <MePage session={session} waiting={await nameInWaiting(deps, session.reader.id)} problems={problems} />
  );

  /** GET /readers/me */
  routes.get('/readers/me', async (c) => {
    const session = await sessionBy(c.req.raw);
    if (session === null) return seeOther('/readers/sign-in');
    return privatePage(plainPage(c.req.raw, wordsIn(c.req.raw).account.title, await mePage(session, [])));
  });

  /** GET /readers/export: everything kept, as a JSON file */
  routes.get('/readers/export', async (c) => {
    const session = await sessionBy(c.req.raw);
    if (session === null) return seeOther('/readers/sign-in');
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="by-source-reader.json"',
    };
    return privatePage(JSON.stringify(await exportAccount(deps, session), null, 2), { headers });
  });

  /** GET /readers/erase */
  routes.get('/readers/erase', async (c) => {
    const session = await sessionBy(c.req.raw);
    if (session === null) return seeOther('/readers/sign-in');
    return privatePage(plainPage(c.req.raw, wordsIn(c.req.raw).erase.title, <ErasePage session={session} />));
  });

  /** A form of the session's own pages, or the answer to one that is not. */
  const ownForm = async (
    request: Request,
  ): Promise<{ session: Session; form: URLSearchParams } | { answer: Response }> => {
    const session = await sessionBy(request);
    if (session === null) return { answer: seeOther('/readers/sign-in') };
    const form = await readForm(request);
    if (form instanceof Response) return { answer: form };
    return isFromOwnPage(request) && isOwnForm(session, form.get('token') ?? '')
      ? { session, form }
      : { answer: privatePage(strayForm(request), { status: 403 }) };
  };

  /** POST /readers/name: name, token */
  routes.post('/readers/name', async (c) => {
    const own = await ownForm(c.req.raw);
    if ('answer' in own) return own.answer;
    const { hostname } = new URL(c.req.url);
    const renamed = await rename(
      deps,
      hostname,
      own.session.reader.id,
      own.form.get('name') ?? '',
      languageOf(c.req.raw),
    );
    if (renamed.kind === 'done') return seeOther('/readers/me');
    const problems =
      renamed.kind === 'refused' ? renamed.problems : [{ path: 'name', message: renamed.detail }];
    const headers: Record<string, string> = {};
    if (renamed.kind === 'too fast') headers['Retry-After'] = String(renamed.retryAfter);
    const page = plainPage(c.req.raw, wordsIn(c.req.raw).account.title, await mePage(own.session, problems));
    return privatePage(page, { status: STATUS[renamed.kind], headers });
  });

  /** POST /readers/sign-out: token */
  routes.post('/readers/sign-out', async (c) => {
    const own = await ownForm(c.req.raw);
    if ('answer' in own) return own.answer;
    await leave(deps, sessionOf(c.req.raw));
    return seeOther('/', { cookie: endSession(new URL(c.req.url)) });
  });

  /** POST /readers/erase: token */
  routes.post('/readers/erase', async (c) => {
    const own = await ownForm(c.req.raw);
    if ('answer' in own) return own.answer;
    await eraseAccount(deps, own.session);
    const body = (
      <p>
        {wordsIn(c.req.raw).erased.text} <StillHeld />
      </p>
    );
    const cookie = endSession(new URL(c.req.url));
    return privatePage(plainPage(c.req.raw, wordsIn(c.req.raw).erased.title, body), { cookie });
  });

  return routes;
}

/** The fields of a form that a door knows, those left out not there. */
function fieldsOf(form: URLSearchParams, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
