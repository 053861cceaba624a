/**
 * Remark42: a page's count from /api/v1/count, its commenters from /api/v1/find in the view that names users only.
 * After the source of Remark42 (rest_public.go: countCtrl, infoCtrl, findCommentsCtrl; httperrors.go) and its API documentation.
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

const RemarkSettings = z.strictObject({
  /** Where Remark42 answers: "https://comments.news.example". */
  base: Base,
  /** The site's id there. */
  site: z.string().min(1).max(60),
});
type RemarkSettings = z.output<typeof RemarkSettings>;

const Counted = z.object({ count: Whole });
const Found = z.object({
  comments: z.array(z.object({ user: z.object({ id: z.string().min(1) }) })).nullable(),
});
/** The list comes whole, without pages: some half a kilobyte a comment. */
const MOST_COMMENTS = 1_000;
/** httperrors.go: a page on which nobody has commented yet is not known either. */
const POST_NOT_FOUND = 5;
const SITE_NOT_FOUND = 6;

export const remark42 = adapterOf({
  settings: RemarkSettings,
  thread: z.url({ protocol: /^https?$/, error: 'Give the address of the page.' }).max(500),
  needsKey: false,
  base: (_, settings) => settings.base,
  pull,
});

async function pull(order: PullOrder<RemarkSettings>): Promise<Pulled> {
  const fetched = await order.ask({ url: addressOf(order, 'count', {}) });
  const answer = notFound(fetched) ?? read(fetched, Counted);
  if (!answer.ok) return answer;
  const { count } = answer.value;
  if (count === 0) return nobodyOn(order);
  if (count > MOST_COMMENTS) return counted(count, null, order.now);
  const listed = await order.ask({ url: addressOf(order, 'find', { format: 'plain', view: 'user' }) });
  if (!listed.ok && listed.fault === 'too-large') return counted(count, null, order.now);
  const found = read(listed, Found);
  if (!found.ok) return found;
  const people = new Set((found.value.comments ?? []).map(({ user }) => user.id));
  return counted(count, people.size, order.now);
}

/**
 * A page that Remark42 has never heard of counts none too (bolt.go: count): what it knows of the page tells. A page on
 * which nobody has ever commented is unknown to it as well.
 */
async function nobodyOn(order: PullOrder<RemarkSettings>): Promise<Pulled> {
  const fetched = await order.ask({ url: addressOf(order, 'info', {}) });
  const answer = notFound(fetched) ?? read(fetched, z.unknown());
  return answer.ok ? counted(0, 0, order.now) : answer;
}

function notFound(fetched: Fetched): Failed | null {
  const code = z
    .object({ code: z.int() })
    .safeParse(fetched.ok && fetched.status === 400 ? jsonOf(fetched.text) : null).data?.code;
  return code === POST_NOT_FOUND || code === SITE_NOT_FOUND ? failed('no-thread', `code ${code}`) : null;
}

function addressOf(order: PullOrder<RemarkSettings>, method: string, fields: Record<string, string>): string {
  const { base, site } = order.settings;
  return `${base}/api/v1/${method}?${new URLSearchParams({ site, url: order.thread, ...fields })}`;
}
