/** The page that keeps one digest: exactly what was mailed, for whoever has the mail. */

import { Hono } from 'hono';
import { type ArchiveDeps, archivedDigest } from '../../app/digest/archive.ts';
import { privatePage } from '../../http/private-page.ts';
import { problem } from '../../http/problem.ts';
import { languageOf } from '../../layout/language.ts';
import { wordsOf } from '../../projections/words/words.ts';

/** The mail's own look stands on its elements; nothing may be loaded and nothing may run. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function archiveRoutes(deps: ArchiveDeps): Hono {
  const routes = new Hono();

  /** GET /digests/:id, where the id is the signed link of the mail */
  routes.get('/digests/:id', async (c) => {
    const found = await archivedDigest(deps, c.req.param('id'), new URL(c.req.url).origin);
    const words = wordsOf(languageOf(c.req.raw)).choices.archive;
    switch (found.kind) {
      case 'kept':
        return privatePage(found.html, { headers: { 'Content-Security-Policy': POLICY } });
      case 'unknown':
        return problem('not-found', words.unknown);
      case 'expired':
        return problem('not-found', words.expired);
      case 'gone':
        return problem('not-found', words.gone);
    }
  });

  return routes;
}
