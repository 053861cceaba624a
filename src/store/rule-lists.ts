/** States and policies that queries name, as lists in SQL made of the domain's own rules, so that no query holds a copy. */
import { statesThat } from '../domain/comments/comment-state.ts';
import { policiesThat } from '../domain/comments/comments-policy.ts';

/** `('closed', 'disabled')`; words of our own, which need no quoting. */
const listed = (words: readonly string[]): string => `(${words.map((word) => `'${word}'`).join(', ')})`;

/** States in which a comment waits for a moderator. */
export const WAITING = listed(statesThat(({ waits }) => waits));
/** Policies under which no comment is written. */
export const SHUT = listed(policiesThat(({ takes }) => !takes));
/** Policies under which no comment is shown, and none counts. */
export const HIDDEN = listed(policiesThat(({ shows }) => !shows));
