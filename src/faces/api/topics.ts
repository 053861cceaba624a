/** The topics of the edge API: lists, views, claims and changes, read by anyone. */
import { Hono } from 'hono';
import { answer, JSON_TYPE } from '../../http/answer.ts';
import { notShown, problem } from '../../http/problem.ts';
import type { ClaimItem } from '../../read/claim-item.ts';
import { CLAIM_COLUMNS, toCsv } from '../../read/claims-csv.ts';
import type { TopicAnswer } from '../../read/topic-answer.ts';
import { type Paged, type PageRequest, pageAnswer, pageRequest } from './paging.ts';

export interface TopicReads {
  topics(page: PageRequest): Promise<Paged>;
  topic(slug: string, params: URLSearchParams): Promise<TopicAnswer>;
  claims(
    slug: string,
    page: PageRequest & { source: string | null; measure: string | null },
  ): Promise<Paged | null>;
}

export function topicRoutes(reads: TopicReads): Hono {
  const routes = new Hono();

  /** GET /v1/topics?cursor=&limit= */
  routes.get('/v1/topics', async (c) => {
    const page = pageRequest(new URL(c.req.url).searchParams);
    return page instanceof Response ? page : pageAnswer(c.req.raw, await reads.topics(page), 'topics');
  });

  /** GET /v1/topics/:slug?known_at=&said_by=&scheme=&measure=&lang= */
  routes.get('/v1/topics/:slug', async (c) => {
    const url = new URL(c.req.url);
    const found = await reads.topic(c.req.param('slug'), url.searchParams);
    if (found.kind !== 'view') return notShown(found);
    // The stored view names its page by path; a caller elsewhere needs the whole address.
    const body = found.text.replace(
      `"url":"${found.view.topic.url}"`,
      `"url":"${url.origin}${found.view.topic.url}"`,
    );
    return answer(c.req.raw, { body, type: JSON_TYPE, tags: [`topic:${found.view.topic.slug}`] });
  });

  /** GET /v1/topics/:slug/claims?source=&measure=&cursor=&limit= ; `.csv` for the same as a table */
  routes.get('/v1/topics/:slug/:file{claims(\\.csv)?}', async (c) => {
    const { searchParams } = new URL(c.req.url);
    const page = pageRequest(searchParams);
    if (page instanceof Response) return page;
    const [source, measure] = [searchParams.get('source') || null, searchParams.get('measure') || null];
    const claims = await reads.claims(c.req.param('slug'), { ...page, source, measure });
    if (claims === null) return problem('not-found', `There is no topic "${c.req.param('slug')}".`);
    if (c.req.param('file') === 'claims')
      return pageAnswer(c.req.raw, claims, `topic:${c.req.param('slug')}`);
    const rows = claims.items.map((item) => JSON.parse(item) as ClaimItem);
    if (claims.next !== null) searchParams.set('cursor', claims.next);
    const headers: Record<string, string> =
      claims.next === null ? {} : { Link: `<?${searchParams}>; rel="next"` };
    return answer(c.req.raw, {
      body: toCsv(CLAIM_COLUMNS, rows),
      type: 'text/csv; charset=utf-8',
      tags: [`topic:${c.req.param('slug')}`],
      headers,
    });
  });

  return routes;
}
