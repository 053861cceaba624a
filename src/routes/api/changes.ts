/** What changed in a topic: as JSON to poll, and as Atom and JSON Feed to follow. */

import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { readListing } from '../../app/record/read-listing.ts';
import { readChanges } from '../../app/record/read-pages.ts';
import { answer } from '../../http/answer.ts';
import { problem, refused } from '../../http/problem.ts';
import { problemWords } from '../../layout/language.ts';
import type { ChangeView } from '../../projections/changes.ts';
import { feedOf, toAtom, toJsonFeed } from './feed.ts';
import { pageAnswer, pageRequest } from './paging.ts';

const IN_FEED = 50;

export function changeRoutes(deps: Pick<Deps, 'db' | 'origin'>): Hono {
  const routes = new Hono();
  const unknown = (request: Request, slug: string) => problem('not-found', problemWords(request).topic(slug));

  /** GET /v1/topics/:slug/changes?since=&cursor=&limit= */
  routes.get('/v1/topics/:slug/changes', async (c) => {
    const url = new URL(c.req.url);
    const page = pageRequest(url);
    if (page instanceof Response) return page;
    const slug = c.req.param('slug');
    const changes = await readChanges(deps, slug, { ...page, since: url.searchParams.get('since') });
    switch (changes.kind) {
      case 'unreadable':
        return refused('bad-request', changes.problems);
      case 'unknown':
        return unknown(c.req.raw, slug);
      case 'page':
        return pageAnswer(c.req.raw, changes.page, `topic:${slug}`);
    }
  });

  /** GET /v1/topics/:slug/feed.atom, /v1/topics/:slug/feed.json */
  routes.get('/v1/topics/:slug/:file{feed\\.(?:atom|json)}', async (c) => {
    const slug = c.req.param('slug');
    const [listing, changes] = await Promise.all([
      readListing(deps, slug),
      readChanges(deps, slug, { cursor: null, limit: IN_FEED, since: null }),
    ]);
    if (listing === null || changes.kind !== 'page') return unknown(c.req.raw, slug);
    const { origin } = new URL(c.req.url);
    const items = changes.page.items.map((item) => JSON.parse(item) as ChangeView);
    const feed = feedOf({ ...listing, slug }, items, { origin, site: deps.origin });
    const atom = c.req.param('file') === 'feed.atom';
    const body = atom ? toAtom(feed) : toJsonFeed(feed);
    const type = atom ? 'application/atom+xml; charset=utf-8' : 'application/feed+json; charset=utf-8';
    return answer(c.req.raw, { body, type, tags: [`topic:${slug}`] });
  });

  return routes;
}
