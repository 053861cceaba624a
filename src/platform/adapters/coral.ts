/**
 * Coral: a story's published comments, its commenters where an admin's token opens the GraphQL interface.
 * Without a token after the source of Coral (handlers/api/story/count.ts: `GET /api/story/count`); with one after the
 * Coral API documentation (Getting Started; Story; CommentCounts; the comments query).
 */
import { z } from 'zod';
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

const CoralSettings = z.strictObject({
  /** Where Coral answers, when that is not the site's own host. */
  base: Base.optional(),
});
type CoralSettings = z.output<typeof CoralSettings>;

/** Null for a story that Coral does not know. */
const PublicCount = z.object({ count: Whole.nullable() });
const Story = z.object({
  story: z.object({ id: z.string(), commentCounts: z.object({ totalPublished: Whole }) }).nullable(),
});
const Comments = z.object({
  comments: z.object({
    nodes: z.array(z.object({ status: z.string(), author: z.object({ id: z.string() }).nullable() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});
const STORY =
  'query ($id: ID, $url: String) { story(id: $id, url: $url) { id commentCounts { totalPublished } } }';
const COMMENTS =
  'query ($storyID: ID!, $after: Cursor) { comments(storyID: $storyID, first: 50, after: $after) ' +
  '{ nodes { status author { id } } pageInfo { hasNextPage endCursor } } }';
/** The states in which readers see a comment (constants.ts of Coral: PUBLISHED_STATUSES). */
const PUBLISHED = ['NONE', 'APPROVED'];
const MOST_PAGES = 10;

export const coral = adapterOf({
  settings: CoralSettings,
  thread: z.string().min(1).max(500),
  needsKey: false,
  base: baseOf,
  pull: (order) => (order.key === null ? pullCount(order) : pullPeople(order)),
});

function baseOf(origin: string, settings: CoralSettings): string {
  return settings.base ?? `https://${origin}`;
}

/** A story is named by its address or by its id. */
const nameOf = (thread: string): { url: string } | { id: string } =>
  /^https?:\/\//.test(thread) ? { url: thread } : { id: thread };

async function pullCount(order: PullOrder<CoralSettings>): Promise<Pulled> {
  const query = new URLSearchParams(nameOf(order.thread));
  const url = `${baseOf(order.origin, order.settings)}/api/story/count?${query}`;
  const answer = read(await order.ask({ url }), PublicCount);
  if (!answer.ok) return answer;
  const { count } = answer.value;
  return count === null ? failed('no-thread', 'no such story') : counted(count, null, order.now);
}

async function pullPeople(order: PullOrder<CoralSettings>): Promise<Pulled> {
  const found = await query(order, STORY, nameOf(order.thread), Story);
  if (!found.ok) return found;
  if (found.value.story === null) return failed('no-thread', 'no such story');
  const { id, commentCounts } = found.value.story;
  const people = new Set<string>();
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const next: Answer<typeof Comments> = await query(order, COMMENTS, { storyID: id, after }, Comments);
    if (!next.ok) return next;
    const { nodes, pageInfo }: z.output<typeof Comments>['comments'] = next.value.comments;
    // Who closed his account has left his comments without an author, and is no commenter any more.
    for (const node of nodes) if (node.author && PUBLISHED.includes(node.status)) people.add(node.author.id);
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return counted(commentCounts.totalPublished, people.size, order.now);
  }
  return counted(commentCounts.totalPublished, null, order.now);
}

type Answer<Z extends z.ZodType> = { ok: true; value: z.output<Z> } | Failed;

/** One GraphQL query under the token, which must be an admin's: others may ask only what Coral's own pages ask. */
async function query<Z extends z.ZodType>(
  order: PullOrder<CoralSettings>,
  text: string,
  variables: object,
  shape: Z,
): Promise<Answer<Z>> {
  const fetched = await order.ask({
    url: `${baseOf(order.origin, order.settings)}/api/graphql`,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${order.key}` },
    body: JSON.stringify({ query: text, variables }),
  });
  const refusal = refusalOf(fetched.ok ? jsonOf(fetched.text) : undefined);
  if (refusal) return refusal;
  const answer = read(fetched, z.object({ data: z.unknown() }));
  if (!answer.ok) return answer;
  const parsed = shape.safeParse(answer.value.data);
  if (parsed.success) return { ok: true, value: parsed.data };
  return failed('malformed', `data.${parsed.error.issues[0]?.path.join('.') ?? ''}`);
}

/** errors.ts of Coral: refused before GraphQL, `{error: {code}}`; by GraphQL, `{errors: [{extensions: {code}}]}`. */
const Refusal = z.union([
  z.object({ error: z.object({ code: z.string() }) }).transform(({ error }) => error.code),
  z
    .object({
      errors: z.tuple(
        [z.object({ extensions: z.object({ code: z.string().default('') }).default({ code: '' }) })],
        z.unknown(),
      ),
    })
    .transform(({ errors }) => errors[0].extensions.code),
]);
const NOT_ALLOWED = [
  'RAW_QUERY_NOT_AUTHORIZED',
  'USER_NOT_ENTITLED',
  'AUTHENTICATION_ERROR',
  'TOKEN_INVALID',
  'TOKEN_NOT_FOUND',
  'JWT_REVOKED',
];

function refusalOf(json: unknown): Failed | null {
  const code = Refusal.safeParse(json).data;
  if (code === undefined) return null;
  if (code === 'RATE_LIMIT_EXCEEDED') return failed('rate-limited', code);
  if (code === 'STORY_NOT_FOUND') return failed('no-thread', code);
  return failed(NOT_ALLOWED.includes(code) ? 'not-allowed' : 'refused', code || 'GraphQL error');
}
