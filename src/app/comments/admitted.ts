/** Bodies of requests, read before anything is done: what they hold goes on, what is unfit is the answer. */
import type { CommentsPolicy } from '../../domain/comments/comments-policy.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import { admitPolicy, admitReason } from '../../validation/comment.ts';
import type { Verdict } from '../../validation/verdict.ts';

/** Goes on with what was admitted. */
export const admitted = async <A, T>(
  verdict: Verdict<A>,
  act: (value: A) => Promise<CommentOutcome<T>>,
): Promise<CommentOutcome<T>> =>
  verdict.ok ? act(verdict.value) : { kind: 'refused', problems: verdict.problems };

/** Does what a body `{reason?}` gives the reason for; a body that is not there gives none. */
export const withReason = <T>(
  body: unknown,
  act: (reason: string | null) => Promise<CommentOutcome<T>>,
): Promise<CommentOutcome<T>> => admitted(admitReason(body), ({ reason }) => act(reason));

/** Does what a body `{state, reason?}` says of a topic's comments. */
export const withPolicy = <T>(
  body: unknown,
  act: (chosen: { state: CommentsPolicy; reason: string | null }) => Promise<CommentOutcome<T>>,
): Promise<CommentOutcome<T>> => admitted(admitPolicy(body), act);
