/** Topics at the desk: their comments policies, set for one or for many, and those far above their own past. */
import {
  COMMENTS_POLICIES,
  type CommentsPolicy,
  POLICY_RULES,
} from '../../domain/comments/comments-policy.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import { actionsTo, type LoggedAction } from '../../store/desk-log.ts';
import { type DeskTopic, newestTopics, pageOfDeskTopics, readDeskTopic } from '../../store/desk-topics.ts';
import { heatedTopics, type LoggedSpike } from '../../store/moderation-queue.ts';
import { type Person, setPolicy } from '../comments/moderation.ts';
import type { Deps } from '../deps.ts';
import { type Listed, PAGE } from './listed.ts';

export type { DeskTopic };

const NEWEST = 10;

/** The policies and what each means, in the order in which they are offered. */
export const POLICY_CHOICES: readonly { policy: CommentsPolicy; meaning: string }[] = COMMENTS_POLICIES.map(
  (policy) => ({ policy, meaning: POLICY_RULES[policy].meaning }),
);

/** A topic far above its own past, and who looked at it. */
export interface DeskSpike extends LoggedSpike {
  title: string;
}

/** Topics by their slugs. */
export const listDeskTopics = ({ db }: Pick<Deps, 'db'>, cursor: string | null): Promise<Listed<DeskTopic>> =>
  pageOfDeskTopics(db, cursor, PAGE);

/** The topics whose record changed last. */
export const newestDeskTopics = ({ db }: Pick<Deps, 'db'>): Promise<DeskTopic[]> => newestTopics(db, NEWEST);

/** One topic with what befell its comments, newest first; null when there is none. */
export async function readTopicAtDesk(
  deps: Pick<Deps, 'db'>,
  slug: string,
): Promise<{ topic: DeskTopic; spike: DeskSpike | null; log: LoggedAction[] } | null> {
  const topic = await readDeskTopic(deps.db, slug);
  if (topic === null) return null;
  const [spikes, policies, lifts] = await Promise.all([
    readSpikes(deps),
    actionsTo(deps.db, 'policy', slug),
    actionsTo(deps.db, 'spike', slug),
  ]);
  const log = [...policies, ...lifts].sort((a, b) => b.at.localeCompare(a.at));
  return { topic, spike: spikes.find((spike) => spike.topic === slug) ?? null, log };
}

/** Heated topics with their titles; there are few at any time. */
export async function readSpikes({ db }: Pick<Deps, 'db'>): Promise<DeskSpike[]> {
  const spikes = await heatedTopics(db);
  const topics = await Promise.all(spikes.map(({ topic }) => readDeskTopic(db, topic)));
  return spikes.map((spike, at) => ({ ...spike, title: topics[at]?.title ?? spike.topic }));
}

/** Sets the policy of several topics; those that stand so already are no failure among others. */
export async function setPolicies(
  deps: Pick<Deps, 'db' | 'now'>,
  slugs: readonly string[],
  policy: CommentsPolicy,
  by: Person,
): Promise<CommentOutcome<unknown>> {
  let last: CommentOutcome<unknown> = { kind: 'conflict', detail: 'Nothing was chosen.' };
  let done: CommentOutcome<unknown> | null = null;
  for (const slug of slugs) {
    last = await setPolicy(deps, slug, policy, by);
    if (last.kind === 'done') done = last;
    else if (last.kind !== 'conflict') return last;
  }
  return done ?? last;
}
