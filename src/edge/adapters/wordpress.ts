/**
 * WordPress: the total of a post's approved comments from a header, its commenters by paging their authors.
 * After the REST API Handbook (Comments; Pagination) and class-wp-rest-comments-controller.php of WordPress.
 * A post that does not exist has no comments there, rather than being an error.
 */
import { z } from 'zod';
import { adapterOf, Base, counted, failed, type Pulled, type PullOrder, read, Whole } from './adapter.ts';

const Settings = z.strictObject({
  /** Where WordPress answers, when that is not the site's own host: "https://www.news.example/blog". */
  base: Base.optional(),
});
type Settings = z.output<typeof Settings>;

/** Of a comment we ask for no more than what tells one author from another; the interface gives no addresses. */
const Comments = z.array(
  z.object({ author: z.int().min(0), author_avatar_urls: z.record(z.string(), z.string()).optional() }),
);
const PER_PAGE = 100;
const MOST_PAGES = 5;

export const wordpress = adapterOf({
  settings: Settings,
  thread: z.string().regex(/^[1-9]\d{0,11}$/, 'Give the post’s number.'),
  needsKey: false,
  base: baseOf,
  pull,
});

function baseOf(origin: string, settings: Settings): string {
  return settings.base ?? `https://${origin}`;
}

async function pull(order: PullOrder<Settings>): Promise<Pulled> {
  const first = await readPage(order, 1, 1);
  if (!first.ok) return first;
  const { total } = first;
  if (total === 0) return counted(0, 0, order.now);
  const pages = Math.ceil(total / PER_PAGE);
  if (pages > MOST_PAGES) return counted(total, null, order.now);
  const people = new Set<string | null>();
  let read = 0;
  for (let page = 1; page <= pages; page++) {
    const next = await readPage(order, page, PER_PAGE);
    if (!next.ok) return next;
    read += next.comments.length;
    for (const comment of next.comments) people.add(personOf(comment));
  }
  // Comments that the site counts and does not show have authors that we cannot know.
  return counted(total, read < total || people.has(null) ? null : people.size, order.now);
}

async function readPage(order: PullOrder<Settings>, page: number, perPage: number) {
  const query = new URLSearchParams({
    post: order.thread,
    per_page: String(perPage),
    page: String(page),
    orderby: 'id',
    order: 'asc',
    _fields: 'author,author_avatar_urls',
  });
  const url = `${baseOf(order.origin, order.settings)}/wp-json/wp/v2/comments?${query}`;
  const answer = read(await order.ask({ url }), Comments);
  if (!answer.ok) return answer;
  const header = answer.headers.get('X-WP-Total');
  const total = Whole.safeParse(header === null || header === '' ? undefined : Number(header));
  return total.success
    ? { ok: true as const, total: total.data, comments: answer.value }
    : failed('malformed', 'X-WP-Total');
}

/** A guest is known by the hash of his mail address in his Gravatar; a member by that or his number; else by nothing. */
function personOf(comment: z.output<typeof Comments>[number]): string | null {
  for (const address of Object.values(comment.author_avatar_urls ?? {})) {
    const hash = /^https?:\/\/[a-z0-9.]*gravatar\.com\/avatar\/([0-9a-f]{32,64})\b/.exec(address)?.[1];
    if (hash) return hash;
  }
  return comment.author > 0 ? `member ${comment.author}` : null;
}
