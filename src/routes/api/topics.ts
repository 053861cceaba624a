/** The topics of the edge API: lists, views, claims and changes, read by anyone. */

import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { readClaims, readTopics } from '../../app/record/read-pages.ts';
import { readTopic } from '../../app/record/read-topic.ts';
import type { PageRequest } from '../../domain/page.ts';
import { answer, etagOf, JSON_TYPE } from '../../http/answer.ts';
import { pageQuery } from '../../http/cursor.ts';
import { SLUG } from '../../http/paths.ts';
import { notShown, problem } from '../../http/problem.ts';
import { problemWords } from '../../layout/language.ts';
import type { ClaimItem } from '../../projections/claim-item.ts';
import { claimsCsvHead, claimsCsvRows } from '../../projections/claims-csv.ts';
import { pageAnswer, pageRequest } from './paging.ts';
import { streamed } from './streamed.ts';

/** Claims in memory at a time: a thousand are about a megabyte. */
const ROWS_READ_AT_ONCE = 1_000;

export function topicRoutes(deps: Pick<Deps, 'db'>): Hono {
  const routes = new Hono();
  const unknown = (request: Request, slug: string) => problem('not-found', problemWords(request).topic(slug));

  /** GET /v1/topics?cursor=&limit= */
  routes.get('/v1/topics', async (c) => {
    const page = pageRequest(new URL(c.req.url));
    return page instanceof Response ? page : pageAnswer(c.req.raw, await readTopics(deps, page), 'topics');
  });

  /** GET /v1/topics/:slug?known_at=&said_by=&scheme=&measure=&dimension=&compare=&with=&lang= */
  routes.get(`/v1/topics/${SLUG}`, async (c) => {
    const url = new URL(c.req.url);
    const found = await readTopic(deps, c.req.param('slug'), url.searchParams);
    if (found.kind !== 'view') return notShown(found);
    // The stored view names its page by path; a caller elsewhere needs the whole address.
    const body = found.text.replace(
      `"url":"${found.view.topic.url}"`,
      `"url":"${url.origin}${found.view.topic.url}"`,
    );
    return answer(c.req.raw, { body, type: JSON_TYPE, tags: [`topic:${found.view.topic.slug}`] });
  });

  /** GET /v1/topics/:slug/claims?source=&measure=&cursor=&limit= */
  routes.get('/v1/topics/:slug/claims', async (c) => {
    const url = new URL(c.req.url);
    const page = pageRequest(url);
    if (page instanceof Response) return page;
    const slug = c.req.param('slug');
    const claims = await readClaims(deps, slug, { ...page, ...filterOf(url) });
    return claims === null ? unknown(c.req.raw, slug) : pageAnswer(c.req.raw, claims, `topic:${slug}`);
  });

  /** GET /v1/topics/:slug/claims.csv?source=&measure=&cursor=&limit= : all of them, sent as they are read; a page where a limit is given */
  routes.get('/v1/topics/:slug/claims.csv', async (c) => {
    const url = new URL(c.req.url);
    const page = pageRequest(url);
    if (page instanceof Response) return page;
    const slug = c.req.param('slug');
    const found = await readTopic(deps, slug, new URLSearchParams());
    if (found.kind !== 'view') return unknown(c.req.raw, slug);
    const filter = filterOf(url);
    const claims = async (asked: PageRequest) =>
      (await readClaims(deps, slug, { ...asked, ...filter })) ?? { items: [], next: null };
    const rows = (items: readonly string[]) =>
      claimsCsvRows(items.map((item) => JSON.parse(item) as ClaimItem));
    const csv = { type: 'text/csv; charset=utf-8', tags: [`topic:${slug}`] };
    if (url.searchParams.get('limit')) {
      const { items, next } = await claims(page);
      const link: Record<string, string> =
        next === null ? {} : { Link: `<${pageQuery(url, next)}>; rel="next"` };
      return answer(c.req.raw, { ...csv, body: claimsCsvHead() + rows(items), headers: link });
    }
    return answer(c.req.raw, {
      ...csv,
      body: streamed(
        page.cursor,
        claimsCsvHead(),
        (cursor) => claims({ cursor, limit: ROWS_READ_AT_ONCE }),
        rows,
      ),
      // Its own bytes are not known before they are sent: it changes when the view does, or what is asked.
      etag: await etagOf(JSON.stringify([claimsCsvHead(), filter, page.cursor, found.text])),
    });
  });

  return routes;
}

const filterOf = ({ searchParams }: URL) => ({
  source: searchParams.get('source') || null,
  measure: searchParams.get('measure') || null,
});
