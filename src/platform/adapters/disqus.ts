/**
 * Disqus: a thread's `posts` from threads/details, its commenters from threads/listPosts.
 * After the Disqus API documentation 3.0 (Making Requests; threads/details; threads/listPosts; Errors). The key is the
 * application's secret one: a public one works from web pages only.
 */
import { z } from 'zod';
import type { Fetched } from '../guarded-fetch.ts';
import {
  adapterOf,
  Base,
  counted,
  type Failed,
  failed,
  jsonOf,
  type Pulled,
  type PullOrder,
  read,
  Whole,
} from './adapter.ts';

const DisqusSettings = z.strictObject({
  /** The site's short name at Disqus. */
  forum: z.string().regex(/^[a-z0-9_-]{1,60}$/i, 'Give the site’s short name at Disqus.'),
  base: Base.default('https://disqus.com/api/3.0'),
});
type DisqusSettings = z.output<typeof DisqusSettings>;

const Details = z.object({
  code: z.literal(0),
  response: z.object({ id: z.string(), posts: Whole, isDeleted: z.boolean().default(false) }),
});
/** A guest has a name and no id. */
const Posts = z.object({
  code: z.literal(0),
  cursor: z.object({ hasNext: z.boolean(), next: z.string().nullable() }),
  response: z.array(
    z.object({ isDeleted: z.boolean().default(false), author: z.object({ id: z.string().optional() }) }),
  ),
});
const MOST_PAGES = 5;
const PER_PAGE = 100;

export const disqus = adapterOf({
  settings: DisqusSettings,
  thread: z.string().min(1).max(500),
  needsKey: true,
  base: (_, settings) => settings.base,
  pull,
});

async function pull(order: PullOrder<DisqusSettings>): Promise<Pulled> {
  const details = readCoded(
    await ask(order, 'threads/details', { forum: order.settings.forum, thread: nameOf(order.thread) }),
    Details,
  );
  if (!details.ok) return details;
  const { id, posts, isDeleted } = details.value.response;
  if (isDeleted) return failed('no-thread', 'deleted');
  if (posts === 0) return counted(0, 0, order.now);
  if (posts > MOST_PAGES * PER_PAGE) return counted(posts, null, order.now);
  const people = new Set<string | undefined>();
  let cursor: string | null = '';
  for (let page = 0; page < MOST_PAGES && cursor !== null; page++) {
    const list = await ask(order, 'threads/listPosts', { thread: id, limit: String(PER_PAGE), cursor });
    const next = readCoded(list, Posts);
    if (!next.ok) return next;
    for (const post of next.value.response) if (!post.isDeleted) people.add(post.author.id);
    cursor = next.value.cursor.hasNext ? next.value.cursor.next : null;
  }
  const known = cursor === null && !people.has(undefined);
  return counted(posts, known ? people.size : null, order.now);
}

/** A number is Disqus's own id; an address is a link; anything else is the site's identifier. */
function nameOf(thread: string): string {
  if (/^\d+$/.test(thread)) return thread;
  return /^https?:\/\//.test(thread) ? `link:${thread}` : `ident:${thread}`;
}

function ask(
  order: PullOrder<DisqusSettings>,
  method: string,
  fields: Record<string, string>,
): Promise<Fetched> {
  const given = Object.entries({ ...fields, api_secret: order.key ?? '' }).filter(
    ([, value]) => value !== '',
  );
  return order.ask({ url: `${order.settings.base}/${method}.json?${new URLSearchParams(given)}` });
}

const Refusal = z.object({ code: z.int(), response: z.string() });

/** An error has its code in the body, whatever the status: 2 an argument, 8 nothing found, 13 and 14 the limits. */
function readCoded<Z extends z.ZodType>(fetched: Fetched, shape: Z): ReturnType<typeof read<Z>> | Failed {
  const refusal = Refusal.safeParse(fetched.ok ? jsonOf(fetched.text) : undefined).data;
  if (!refusal || refusal.code === 0) return read(fetched, shape);
  const detail = `code ${refusal.code}`;
  switch (refusal.code) {
    case 2:
      return failed(/unable to find (the )?thread/i.test(refusal.response) ? 'no-thread' : 'refused', detail);
    case 8:
      return failed('no-thread', detail);
    case 4:
    case 5:
    case 9:
    case 11:
    case 12:
    case 17:
    case 22:
      return failed('not-allowed', detail);
    case 13:
    case 14:
      return failed('rate-limited', detail);
    default:
      return failed('refused', detail);
  }
}
