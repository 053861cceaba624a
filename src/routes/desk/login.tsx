/** Signing in and out of the desk: by the editor's token on this machine, by Cloudflare Access elsewhere. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { signInAtDesk, signOutOfDesk, signsInByForm } from '../../app/desk/editors.ts';
import { credentialsOf } from '../../http/credentials.ts';
import { deskCookie } from '../../http/desk-cookie.ts';
import { isFromOwnPage, readForm } from '../../http/form.ts';
import { seeOther } from '../../http/private-page.ts';
import { deskGate, deskPath } from './desk-gate.tsx';
import { loginPage } from './login-page.tsx';

export function loginRoutes(deps: Deps): Hono {
  const routes = new Hono();

  /** GET /desk/login?next= */
  routes.get('/desk/login', async (c) =>
    loginPage(signsInByForm(deps), deskPath(c.req.query('next') ?? null)),
  );

  /** POST /desk/login {editor_token, next} */
  routes.post('/desk/login', async (c) => {
    if (!isFromOwnPage(c.req.raw))
      return loginPage(signsInByForm(deps), '/desk', 'That form was sent from another site.', 403);
    const form = await readForm(c.req.raw);
    if (form instanceof Response)
      return loginPage(signsInByForm(deps), '/desk', 'That form cannot be read.', form.status);
    const next = deskPath(form.get('next'));
    const opened = await signInAtDesk(deps, (form.get('editor_token') ?? '').trim());
    if (opened === null)
      return loginPage(signsInByForm(deps), next, 'That is not the token of this desk.', 401);
    return seeOther(next, { cookie: deskCookie(new URL(c.req.url), opened.session, opened.seconds) });
  });

  /** POST /desk/logout */
  routes.post(
    '/desk/logout',
    deskGate(deps).form(null, async (c, { editor }) => {
      await signOutOfDesk(deps, credentialsOf(c.req.raw), editor);
      return seeOther('/desk/login', { cookie: deskCookie(new URL(c.req.url), '', 0) });
    }),
  );

  return routes;
}
