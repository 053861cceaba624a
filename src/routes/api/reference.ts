/** What the API refers to: sources, metrics, units and schemes. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { readCodebookPage, readSources } from '../../app/record/read-pages.ts';
import { schemes } from '../../projections/reference.ts';
import { pageAnswer, pageRequest } from './paging.ts';

export function referenceRoutes(deps: Pick<Deps, 'db'>): Hono {
  const routes = new Hono();

  /** GET /v1/sources?cursor=&limit= */
  routes.get('/v1/sources', async (c) => {
    const page = pageRequest(new URL(c.req.url));
    return page instanceof Response ? page : pageAnswer(c.req.raw, await readSources(deps, page), 'sources');
  });

  for (const kind of ['metric', 'unit'] as const) {
    /** GET /v1/metrics?cursor=&limit=, GET /v1/units?cursor=&limit= */
    routes.get(`/v1/${kind}s`, async (c) => {
      const page = pageRequest(new URL(c.req.url));
      if (page instanceof Response) return page;
      return pageAnswer(c.req.raw, await readCodebookPage(deps, kind, page), 'codebook');
    });
  }

  /** GET /v1/schemes?cursor=&limit= */
  routes.get('/v1/schemes', async (c) => {
    const page = pageRequest(new URL(c.req.url));
    if (page instanceof Response) return page;
    const from = schemes.findIndex((scheme) => scheme.key === page.cursor) + 1;
    const shown = schemes.slice(from, from + page.limit);
    const next = from + shown.length < schemes.length ? (shown.at(-1)?.key ?? null) : null;
    return pageAnswer(c.req.raw, { items: shown.map((scheme) => JSON.stringify(scheme)), next }, 'schemes');
  });

  return routes;
}
