/**
 * WordPress: the total of a post's approved comments from a header, its commenters by paging their authors, and what came
 * lately by the same with `after`.
 * After the REST API Handbook (Comments; Posts; Search results; Pagination) and class-wp-rest-comments-controller.php.
 * A post that does not exist has no comments there, rather than being an error: so none at all is looked into.
 */
import { z } from 'zod';
import type { Late } from '../../domain/comments/ranking.ts';
import {
  adapterOf,
  Base,
  counted,
  type Failed,
  failed,
  type Pulled,
  type PullOrder,
  plausible,
  read,
  Whole,
} from './adapter.ts';

const WordpressSettings = z.strictObject({
  /** Where WordPress answers, when that is not the site's own host: "https://www.news.example/blog". */
  base: Base.optional(),
});
type WordpressSettings = z.output<typeof WordpressSettings>;

/** Of a comment we ask for no more than what tells one author from another; the interface gives no addresses. */
const Comments = z.array(
  z.object({ author: z.int().min(0), author_avatar_urls: z.record(z.string(), z.string()).optional() }),
);
const PER_PAGE = 100;
const MOST_PAGES = 5;
/** The hours for which the lists are ranked, longest first: 30 days, a week, a day. */
const WINDOWS = [720, 168, 24];

export const wordpress = adapterOf({
  settings: WordpressSettings,
  thread: z.string().regex(/^[1-9]\d{0,11}$/, 'Give the post’s number.'),
  needsKey: false,
  base: baseOf,
  pull,
});

function baseOf(origin: string, settings: WordpressSettings): string {
  return settings.base ?? `https://${origin}`;
}

async function pull(order: PullOrder<WordpressSettings>): Promise<Pulled> {
  const all = await tally(order, null);
  if (!all.ok) return all;
  const { total, people } = all;
  if (total === 0) return (await missing(order)) ?? counted(0, 0, order.now, noneIn(WINDOWS));
  const lately: Late[] = [];
  for (const hours of WINDOWS) {
    const since = new Date(Date.parse(order.now) - hours * 3_600_000).toISOString();
    const late = await tally(order, since);
    if (!late.ok) return late;
    lately.push({ hours, comments: late.total, people: plausible(late.total, late.people) });
    if (late.total === 0) break;
  }
  return counted(total, people, order.now, [...lately, ...noneIn(WINDOWS.slice(lately.length))]);
}

/** What nobody wrote in within longer hours, nobody wrote in within fewer. */
const noneIn = (windows: readonly number[]): Late[] =>
  windows.map((hours) => ({ hours, comments: 0, people: 0 }));

/** The comments after an instant, or all of them; `people` is null where not everyone is known. */
async function tally(
  order: PullOrder<WordpressSettings>,
  after: string | null,
): Promise<{ ok: true; total: number; people: number | null } | Failed> {
  const first = await readPage(order, after, 1);
  if (!first.ok) return first;
  const { total } = first;
  const pages = Math.ceil(total / PER_PAGE);
  if (pages > MOST_PAGES) return { ok: true, total, people: null };
  const comments = [...first.comments];
  for (let page = 2; page <= pages; page++) {
    const next = await readPage(order, after, page);
    if (!next.ok) return next;
    comments.push(...next.comments);
  }
  const people = new Set(comments.map(personOf));
  // Comments that the site counts and does not show have authors that we cannot know.
  return { ok: true, total, people: comments.length < total || people.has(null) ? null : people.size };
}

/** Why there is nothing to count, or null where a post, a page or anything else of that number is there without comments. */
async function missing(order: PullOrder<WordpressSettings>): Promise<Failed | null> {
  for (const kind of ['posts', 'pages']) {
    const found = read(
      await order.ask({ url: addressOf(order, `${kind}/${order.thread}`, { _fields: 'id' }) }),
      z.unknown(),
    );
    if (found.ok) return null;
    if (found.fault !== 'no-thread') return found;
  }
  const search = { include: order.thread, subtype: 'any', _fields: 'id' };
  const others = read(
    await order.ask({ url: addressOf(order, 'search', search) }),
    z.array(z.object({ id: z.union([z.int(), z.string()]) })),
  );
  // Older versions know no `include` and list what they like: only the number itself tells.
  if (others.ok && others.value.some(({ id }) => String(id) === order.thread)) return null;
  return failed('no-thread', 'no such post');
}

async function readPage(order: PullOrder<WordpressSettings>, after: string | null, page: number) {
  const url = addressOf(order, 'comments', {
    post: order.thread,
    per_page: String(PER_PAGE),
    page: String(page),
    orderby: 'id',
    order: 'asc',
    ...(after !== null && { after }),
    _fields: 'author,author_avatar_urls',
  });
  const answer = read(await order.ask({ url }), Comments);
  if (!answer.ok) return answer;
  const header = answer.headers.get('X-WP-Total');
  const total = Whole.safeParse(header === null || header === '' ? undefined : Number(header));
  return total.success
    ? { ok: true as const, total: total.data, comments: answer.value }
    : failed('malformed', 'X-WP-Total');
}

function addressOf(
  order: PullOrder<WordpressSettings>,
  path: string,
  fields: Record<string, string>,
): string {
  return `${baseOf(order.origin, order.settings)}/wp-json/wp/v2/${path}?${new URLSearchParams(fields)}`;
}

/** A guest is known by the hash of his mail address in his Gravatar; a member by that or his number; else by nothing. */
function personOf(comment: z.output<typeof Comments>[number]): string | null {
  for (const address of Object.values(comment.author_avatar_urls ?? {})) {
    const hash = /^https?:\/\/[a-z0-9.]*gravatar\.com\/avatar\/([0-9a-f]{32,64})\b/.exec(address)?.[1];
    if (hash) return hash;
  }
  return comment.author > 0 ? `member ${comment.author}` : null;
}
