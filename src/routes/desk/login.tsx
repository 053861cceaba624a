/** Signing in and out of the desk: by the editor's token on this machine, by Cloudflare Access elsewhere. */
import { Hono } from 'hono';
import { deskCookie } from '../../http/desk-cookie.ts';
import { isFromOwnPage, readForm } from '../../http/form.ts';
import { seeOther } from '../../http/private-page.ts';
import type { DeskDoors } from './desk-doors.ts';
import { deskGate, deskPath } from './desk-gate.tsx';
import { loginPage } from './login-page.tsx';

export function loginRoutes(doors: DeskDoors): Hono {
  const routes = new Hono();

  /** GET /desk/login?next= */
  routes.get('/desk/login', async (c) => loginPage(doors.byForm, deskPath(c.req.query('next') ?? null)));

  /** POST /desk/login {editor_token, next} */
  routes.post('/desk/login', async (c) => {
    if (!isFromOwnPage(c.req.raw))
      return loginPage(doors.byForm, '/desk', 'That form was sent from another site.', 403);
    const form = await readForm(c.req.raw);
    if (form instanceof Response)
      return loginPage(doors.byForm, '/desk', 'That form cannot be read.', form.status);
    const next = deskPath(form.get('next'));
    const opened = await doors.signIn((form.get('editor_token') ?? '').trim());
    if (opened === null) return loginPage(doors.byForm, next, 'That is not the token of this desk.', 401);
    return seeOther(next, { cookie: deskCookie(new URL(c.req.url), opened.session, opened.seconds) });
  });

  /** POST /desk/logout */
  routes.post(
    '/desk/logout',
    deskGate(doors).form(null, async (c, { editor }) => {
      await doors.signOut(c.req.raw, editor);
      return seeOther('/desk/login', { cookie: deskCookie(new URL(c.req.url), '', 0) });
    }),
  );

  return routes;
}
