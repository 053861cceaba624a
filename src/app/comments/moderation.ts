/** What moderators do: one action to one comment or to many, policies, suspensions, appeals, spikes; each logged with its reason. */
import type { Comment, Reader } from '../../domain/comments/comment.ts';
import {
  type CommentAction,
  STATE_RULES,
  stateAfter,
  wrongState,
} from '../../domain/comments/comment-state.ts';
import { type CommentsPolicy, POLICY_RULES } from '../../domain/comments/comments-policy.ts';
import type { CommentOutcome, ModeratedComment } from '../../projections/comment-answer.ts';
import { changeStates, readStates, type StateChange, wasOvertaken } from '../../store/comment-writes.ts';
import { readComment, readPolicy, readReader } from '../../store/comments.ts';
import { topicExists } from '../../store/listings.ts';
import {
  answerStatements,
  liftStatements,
  type ModerationAction,
  readAppeal,
  readerStateStatements,
  storePolicy,
} from '../../store/moderation.ts';
import { heatedTopics } from '../../store/moderation-queue.ts';
import type { Deps } from '../deps.ts';
import { rankAfter } from '../outside-counts/ranking.ts';

/** Moderators' actions as requests name them. */
export { COMMENT_ACTIONS } from '../../domain/comments/comment-state.ts';

type ModerationDeps = Pick<Deps, 'db' | 'now'>;

/** Who does it, and why. */
export interface Person {
  actor: string;
  reason: string | null;
}

export interface ModerationOrder extends Person {
  action: CommentAction;
  ids: readonly string[];
}

/** Comments in one bulk. */
const MOST = 100;
const ATTEMPTS = 20;
const actionOf = ({ actor, reason }: Person, now: string): ModerationAction => ({
  actor,
  now,
  reason: reason ?? 'No reason was given.',
});

/** Does one action to one comment or to many, all or none. Throws after 20 lost races. */
export async function moderate(
  deps: ModerationDeps,
  order: ModerationOrder,
): Promise<CommentOutcome<ModeratedComment[]>> {
  const [db, now] = [deps.db, deps.now()];
  const ids = [...new Set(order.ids)];
  if (ids.length < 1 || ids.length > MOST)
    return { kind: 'refused', problems: [{ path: 'ids', message: `Name 1 to ${MOST} comments.` }] };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const found = await readStates(db, ids);
    const missing = ids.find((id) => !found.some((comment) => comment.id === id));
    if (missing !== undefined) return { kind: 'unknown', detail: `There is no comment "${missing}".` };
    const changes = found.map((comment) => changeOf(order.action, comment));
    const wrong = changes.find((change) => typeof change === 'string');
    if (wrong !== undefined) return { kind: 'conflict', detail: wrong };
    const able = changes.filter((change) => typeof change !== 'string');
    if (!(await changed(db, changeStates(db, able, actionOf(order, now))))) continue;
    if (able.some(({ from, to }) => STATE_RULES[from].shown || STATE_RULES[to].shown))
      await rankAfter(db, now);
    return { kind: 'done', value: await Promise.all(ids.map((id) => standingOf(db, id))) };
  }
  throw new Error('A moderation lost every race against others.');
}

/** Does one action to one comment. */
export async function moderateOne(
  deps: ModerationDeps,
  id: string,
  order: Omit<ModerationOrder, 'ids'>,
): Promise<CommentOutcome<ModeratedComment>> {
  const outcome = await moderate(deps, { ...order, ids: [id] });
  if (outcome.kind !== 'done') return outcome;
  const [value] = outcome.value;
  if (value === undefined) throw new Error('A comment was moderated and not told.');
  return { kind: 'done', value };
}

/** The change, or why it cannot be. */
function changeOf(
  action: CommentAction,
  comment: Pick<Comment, 'id' | 'topic' | 'version' | 'state' | 'reader'>,
) {
  const { id, topic, version, state, reader } = comment;
  const to = stateAfter(action, state);
  if (to === null) return wrongState(action, state);
  if (reader === null && to !== 'removed') return 'Its author removed this comment: it can only be removed.';
  return { id, topic, version, from: state, to } satisfies StateChange;
}

/** False when another changed one of the comments first: nothing was written. */
async function changed(db: D1Database, statements: D1PreparedStatement[]): Promise<boolean> {
  try {
    await db.batch(statements);
    return true;
  } catch (cause) {
    if (wasOvertaken(cause)) return false;
    throw cause;
  }
}

async function standingOf(db: D1Database, id: string): Promise<ModeratedComment> {
  const comment = await readComment(db, id);
  if (comment === null) throw new Error(`The comment ${id} was moderated and is gone.`);
  return { id, topic: comment.topic, state: comment.state, visible: comment.blocked === 0 };
}

/** A suspended reader may read, appeal, export and erase, and not write. */
export async function setReaderState(
  { db, now }: ModerationDeps,
  id: string,
  state: Reader['state'],
  by: Person,
): Promise<CommentOutcome<{ id: string; state: Reader['state'] }>> {
  const reader = await readReader(db, id);
  if (reader === null) return { kind: 'unknown', detail: `There is no reader "${id}".` };
  if (reader.state === state) return { kind: 'conflict', detail: `This reader is ${state} already.` };
  await db.batch(readerStateStatements(db, id, state, actionOf(by, now())));
  return { kind: 'done', value: { id, state } };
}

/** Opens, holds, closes or disables a topic's comments. */
export async function setPolicy(
  deps: ModerationDeps,
  topic: string,
  state: CommentsPolicy,
  by: Person,
): Promise<CommentOutcome<{ topic: string; state: CommentsPolicy }>> {
  const [db, now] = [deps.db, deps.now()];
  if (!(await topicExists(db, topic))) return { kind: 'unknown', detail: `There is no topic "${topic}".` };
  const { state: was } = await readPolicy(db, topic);
  if (was === state) return { kind: 'conflict', detail: `The comments on this topic are ${state} already.` };
  await storePolicy(db, topic, state, actionOf(by, now));
  if (POLICY_RULES[was].shows !== POLICY_RULES[state].shows) await rankAfter(db, now);
  return { kind: 'done', value: { topic, state } };
}

/** Granting an appeal puts the comment back where it stood, or the reader to active; in one batch with the answer. */
export async function answerAppeal(
  deps: ModerationDeps,
  id: string,
  { granted, actor, reason }: Person & { granted: boolean },
): Promise<CommentOutcome<{ id: string; state: 'granted' | 'denied' }>> {
  if (reason === null)
    return { kind: 'refused', problems: [{ path: 'reason', message: 'Give the reader an answer.' }] };
  const [db, now] = [deps.db, deps.now()];
  const action = { actor, now, reason };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const appeal = await readAppeal(db, id);
    if (appeal === null) return { kind: 'unknown', detail: `There is no appeal "${id}".` };
    if (appeal.state !== 'open')
      return { kind: 'conflict', detail: `This appeal was ${appeal.state} already.` };
    const state = granted ? 'granted' : 'denied';
    const statements = answerStatements(db, appeal, state, action);
    if (granted && appeal.comment === null)
      statements.push(...readerStateStatements(db, appeal.reader, 'active', action));
    if (granted && appeal.comment !== null) {
      const [comment] = await readStates(db, [appeal.comment]);
      const change = comment && changeOf('restore', comment);
      if (change && typeof change !== 'string') statements.push(...changeStates(db, [change], action));
    }
    if (!(await changed(db, statements))) continue;
    if (granted) await rankAfter(db, now);
    return { kind: 'done', value: { id, state } };
  }
  throw new Error('An answer to an appeal lost every race.');
}

/** A moderator looked at a heated topic: it ranks freely again until it has cooled. */
export async function liftSpike(
  deps: ModerationDeps,
  topic: string,
  by: Person,
): Promise<CommentOutcome<{ topic: string }>> {
  const [db, now] = [deps.db, deps.now()];
  const marked = (await heatedTopics(db)).find((spike) => spike.topic === topic);
  if (marked === undefined) return { kind: 'unknown', detail: `The topic "${topic}" is not heated.` };
  if (marked.lifted !== null)
    return { kind: 'conflict', detail: 'A moderator has looked at this topic already.' };
  await db.batch(liftStatements(db, topic, actionOf(by, now)));
  await rankAfter(db, now);
  return { kind: 'done', value: { topic } };
}
