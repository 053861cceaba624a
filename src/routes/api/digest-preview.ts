/** The digest that the next reader in line would get now, for the operator at the command line. */
import { Hono } from 'hono';
import { actorOf, type EditorDeps } from '../../app/desk/editors.ts';
import { previewDigest } from '../../app/digest/preview.ts';
import { JSON_TYPE } from '../../http/answer.ts';
import { credentialsOf } from '../../http/credentials.ts';
import { problem } from '../../http/problem.ts';

export function previewRoutes(deps: EditorDeps): Hono {
  const routes = new Hono();

  /** GET /v1/digest-preview */
  routes.get('/v1/digest-preview', async (c) => {
    const actor = await actorOf(deps, credentialsOf(c.req.raw), 'admin');
    if (actor === 'unauthorised')
      return problem('unauthorised', 'Send an admin’s token as "Authorization: Bearer …".');
    if (actor === 'forbidden') return problem('forbidden', 'This needs the role of admin.');
    const made = await previewDigest(deps, new URL(c.req.url).origin);
    const body = made === 'nothing changed' ? { skip: made } : made;
    return new Response(JSON.stringify(body), {
      headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'private, no-store' },
    });
  });

  return routes;
}
