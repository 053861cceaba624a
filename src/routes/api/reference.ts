/** What the API refers to: sources and schemes. */
import { Hono } from 'hono';
import { schemes } from '../../projections/reference.ts';
import { type Paged, type PageRequest, pageAnswer, pageRequest } from './paging.ts';

export interface ReferenceReads {
  sources(page: PageRequest): Promise<Paged>;
}

export function referenceRoutes(reads: ReferenceReads): Hono {
  const routes = new Hono();

  /** GET /v1/sources?cursor=&limit= */
  routes.get('/v1/sources', async (c) => {
    const page = pageRequest(new URL(c.req.url));
    return page instanceof Response ? page : pageAnswer(c.req.raw, await reads.sources(page), 'sources');
  });

  /** GET /v1/schemes?cursor=&limit= */
  routes.get('/v1/schemes', async (c) => {
    const page = pageRequest(new URL(c.req.url));
    if (page instanceof Response) return page;
    const from = schemes.findIndex((scheme) => scheme.id === page.cursor) + 1;
    const shown = schemes.slice(from, from + page.limit);
    const next = from + shown.length < schemes.length ? (shown.at(-1)?.id ?? null) : null;
    return pageAnswer(c.req.raw, { items: shown.map((scheme) => JSON.stringify(scheme)), next }, 'schemes');
  });

  return routes;
}
