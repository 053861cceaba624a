/** The page that keeps one digest: exactly what was mailed, for whoever has the mail. */
import { Hono } from 'hono';
import { type ArchiveDeps, archivedDigest } from '../../app/digest/archive.ts';
import { privatePage } from '../../http/private-page.ts';
import { problem } from '../../http/problem.ts';

/** The mail's own look stands on its elements; nothing may be loaded and nothing may run. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function archiveRoutes(deps: ArchiveDeps): Hono {
  const routes = new Hono();

  /** GET /digests/:id, where the id is the signed link of the mail */
  routes.get('/digests/:id', async (c) => {
    const found = await archivedDigest(deps, c.req.param('id'), new URL(c.req.url).origin);
    switch (found.kind) {
      case 'kept':
        return privatePage(found.html, { headers: { 'Content-Security-Policy': POLICY } });
      case 'unknown':
        return problem('not-found', 'This is no link of a digest of ours.');
      case 'expired':
        return problem('not-found', 'This link to a digest has ended.');
      case 'gone':
        return problem('not-found', 'What this digest held is no longer kept.');
    }
  });

  return routes;
}
