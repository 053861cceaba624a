/** A reader's comment: checked by the rules, shown or held, written once, counted and ranked. */
import type { Reader } from '../../domain/comments/comment.ts';
import { STATE_RULES } from '../../domain/comments/comment-state.ts';
import { POLICY_RULES } from '../../domain/comments/comments-policy.ts';
import { keptReason } from '../../domain/comments/hold-reason.ts';
import { holdReason, PACES, tooFast } from '../../domain/comments/moderation.ts';
import { paceLimit, paceSince } from '../../domain/comments/pace.ts';
import type { Credentials } from '../../domain/credentials.ts';
import type { CommentOutcome, PostedComment } from '../../projections/comment-answer.ts';
import { commentUrl } from '../../projections/comment-view.ts';
import { keptWords, waitWords } from '../../projections/comment-waiting.ts';
import { DEFAULT_LANGUAGE, wordsOf } from '../../projections/words/words.ts';
import { storeComment, writtenSince } from '../../store/comment-writes.ts';
import { readComment, readPolicy, readReader } from '../../store/comments.ts';
import { type Kept, readAnswer } from '../../store/idempotency.ts';
import { topicExists, topicOfClaim } from '../../store/listings.ts';
import { keysOfReader } from '../../store/reader-erasure.ts';
import { admitComment, type CommentBody } from '../../validation/comment.ts';
import type { Problem } from '../../validation/verdict.ts';
import type { Deps } from '../deps.ts';
import { type EditorDeps, speakerOf } from '../desk/editors.ts';
import type { Idempotency } from '../idempotency.ts';
import { rankAfter } from '../outside-counts/ranking.ts';

export interface PostOrder {
  topic: string;
  reader: Pick<Reader, 'id'>;
  /** What may prove that its author speaks for this site; looked at only when the comment wants that. */
  credentials: Credentials;
  /** `{body, parent?, claim?, staff?}`, untrusted. */
  body: unknown;
  /** The reader's own key, or null. */
  idempotency: Idempotency | null;
  /** In which refusals are said; English where it is not given. */
  lang?: string;
}

/** A reader who writes many at once sees one taken each round. */
const ATTEMPTS = 20;

/** Writes a comment: shown at once, or held with the reason. Throws after 20 lost races. */
export async function postComment(
  deps: EditorDeps & Pick<Deps, 'newId'>,
  order: PostOrder,
): Promise<CommentOutcome<PostedComment>> {
  const { db } = deps;
  const words = wordsOf(order.lang ?? DEFAULT_LANGUAGE).comments.refused;
  const [id, now] = [deps.newId(), deps.now()];
  const parsed = admitComment(order.body);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  const keep = order.idempotency && {
    ...order.idempotency,
    key: `${keysOfReader(order.reader.id)}${order.idempotency.key}`,
  };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const kept = keep && (await readAnswer(db, keep));
    if (kept === 'key reused') return refused({ path: 'Idempotency-Key', message: words.keyUsed });
    if (kept) return { kind: 'done', value: JSON.parse(kept.body) as PostedComment };
    const judged = await judge(deps, { ...order, id, now }, parsed.value);
    if (judged.kind !== 'done') return judged;
    const { posted, rested } = judged.value;
    const { name: _, author: __, url: ___, ...fresh } = posted;
    const answer: Kept = { status: 201, body: JSON.stringify(posted) };
    const stored = await storeComment(
      db,
      { ...fresh, held: judged.value.held, reader: order.reader.id, why: judged.value.why },
      rested,
      keep && { order: keep, answer },
    );
    if (stored === 'moved on') continue;
    if (STATE_RULES[posted.state].shown) await rankAfter(db, now);
    return { kind: 'done', value: posted };
  }
  throw new Error('A comment lost every race against others of its reader.');
}

interface Judged {
  posted: PostedComment;
  /** Why it waits, as it is stored. */
  held: string | null;
  /** For its log. */
  why: string;
  rested: { since: string; written: number };
}

/** Every rule in turn: who writes, where, what, how fast. */
async function judge(
  deps: EditorDeps,
  {
    topic,
    reader: { id: readerId },
    id,
    now,
    credentials,
    lang = DEFAULT_LANGUAGE,
  }: PostOrder & { id: string; now: string },
  { body, parent, claim, staff }: CommentBody,
): Promise<CommentOutcome<Judged>> {
  const { db } = deps;
  const { comments, problems } = wordsOf(lang);
  const words = comments.refused;
  if (!(await topicExists(db, topic))) return { kind: 'unknown', detail: problems.topic(topic) };
  const reader = await readReader(db, readerId);
  if (reader === null) return { kind: 'forbidden', detail: words.noAccount };
  if (reader.state === 'suspended') return { kind: 'forbidden', detail: words.suspended };
  const policy = await readPolicy(db, topic);
  const refusal = words.policy[policy.state];
  if (!POLICY_RULES[policy.state].takes && refusal !== null)
    return { kind: 'conflict', detail: policy.reason ? `${refusal} ${policy.reason}` : refusal };
  const answered = parent === null ? null : await readComment(db, parent);
  if (parent !== null && (answered === null || answered.topic !== topic || answered.blocked > 0))
    return refused({ path: 'parent', message: words.noneToAnswer(parent) });
  if (claim !== null && (await topicOfClaim(db, claim)) !== topic)
    return refused({ path: 'claim', message: words.noClaim(claim) });
  const since = paceSince(PACES, now);
  const written = await writtenSince(db, readerId, since, paceLimit(PACES));
  const fast = tooFast(written, now);
  if (fast)
    return { kind: 'too fast', detail: waitWords(fast, 'written', lang), retryAfter: fast.retryAfter };
  const editor = staff ? await speakerOf(deps, credentials) : null;
  if (staff && editor === null) return { kind: 'forbidden', detail: words.staffOnly };
  const reason = staff ? null : holdReason(reader, policy.state, body);
  const held = reason && keptReason(reason);
  const state = held === null ? 'approved' : 'pending';
  // The log is the moderators', who read English.
  const why =
    keptWords(held, DEFAULT_LANGUAGE) ??
    (staff ? `Written for this site by ${editor}.` : 'Written; no rule held it.');
  const { name, author } = reader;
  const posted = { id, topic, claim, parent, name, author, staff, body, state, at: now } as const;
  return {
    kind: 'done',
    value: {
      posted: { ...posted, held: keptWords(held, lang), url: commentUrl(topic, id) },
      held,
      why,
      rested: { since, written: written.length },
    },
  };
}

const refused = (...problems: Problem[]) => ({ kind: 'refused', problems }) as const;
