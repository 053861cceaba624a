/** What changed in a topic: as JSON to poll, and as Atom and JSON Feed to follow. */
import { Hono } from 'hono';
import { answer } from '../../http/answer.ts';
import { problem, refused } from '../../http/problem.ts';
import type { ChangeView } from '../../projections/changes.ts';
import { feedOf, toAtom, toJsonFeed } from './feed.ts';
import { type Paged, type PageRequest, pageAnswer, pageRequest } from './paging.ts';

export interface ChangeReads {
  /** The site's own address as its operator set it, or null: ids of feeds follow nothing else. */
  site: string | null;
  /** Null when there is no such topic. */
  changes(slug: string, page: PageRequest & { since: string | null }): Promise<Paged | null>;
  /** The instant in UTC, or the first of a bare day; null when the text is neither. */
  instant(text: string): string | null;
  /** A topic's title and summary, or null. */
  listing(slug: string): Promise<{ title: string; summary: string; updatedAt: string } | null>;
}

const IN_FEED = 50;

export function changeRoutes(reads: ChangeReads): Hono {
  const routes = new Hono();
  const unknown = (slug: string) => problem('not-found', `There is no topic "${slug}".`);

  /** GET /v1/topics/:slug/changes?since=&cursor=&limit= */
  routes.get('/v1/topics/:slug/changes', async (c) => {
    const url = new URL(c.req.url);
    const page = pageRequest(url);
    if (page instanceof Response) return page;
    const text = url.searchParams.get('since');
    const since = text ? reads.instant(text.replace(/ (\d{2}:\d{2})$/, '+$1')) : null;
    if (text && since === null) {
      const message =
        'Give a date such as 2025-01-13, or an instant with its zone, such as 2025-01-13T09:00:00Z.';
      return refused('bad-request', [{ path: 'since', message }]);
    }
    const slug = c.req.param('slug');
    const changes = await reads.changes(slug, { ...page, since });
    return changes === null ? unknown(slug) : pageAnswer(c.req.raw, changes, `topic:${slug}`);
  });

  /** GET /v1/topics/:slug/feed.atom, /v1/topics/:slug/feed.json */
  routes.get('/v1/topics/:slug/:file{feed\\.(?:atom|json)}', async (c) => {
    const slug = c.req.param('slug');
    const [listing, changes] = await Promise.all([
      reads.listing(slug),
      reads.changes(slug, { cursor: null, limit: IN_FEED, since: null }),
    ]);
    if (listing === null || changes === null) return unknown(slug);
    const { origin } = new URL(c.req.url);
    const items = changes.items.map((item) => JSON.parse(item) as ChangeView);
    const feed = feedOf({ ...listing, slug }, items, { origin, site: reads.site });
    const atom = c.req.param('file') === 'feed.atom';
    const body = atom ? toAtom(feed) : toJsonFeed(feed);
    const type = atom ? 'application/atom+xml; charset=utf-8' : 'application/feed+json; charset=utf-8';
    return answer(c.req.raw, { body, type, tags: [`topic:${slug}`] });
  });

  return routes;
}
