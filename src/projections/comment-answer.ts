/** What comes of writing a comment or of moderating: done, or why not, each with a sentence. */

import type { CommentState } from '../domain/comments/comment-state.ts';
import type { Problem } from '../domain/record/checks.ts';

export type CommentOutcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'refused'; problems: Problem[] }
  /** There is no such topic, comment or reader. */
  | { kind: 'unknown'; detail: string }
  /** This reader may not. */
  | { kind: 'forbidden'; detail: string }
  /** The comment, reader or policy is not in a state for it. */
  | { kind: 'conflict'; detail: string }
  | { kind: 'too fast'; detail: string; retryAfter: number };

/** A comment just written. */
export interface PostedComment {
  id: string;
  topic: string;
  claim: string | null;
  parent: string | null;
  name: string;
  author: string;
  staff: boolean;
  body: string;
  state: CommentState;
  /** Why it waits for a moderator, in words; null when everyone sees it. */
  held: string | null;
  at: string;
  url: string;
}

/** A comment just moderated. */
export interface ModeratedComment {
  id: string;
  topic: string;
  state: CommentState;
  /** It and all its ancestors are approved. */
  visible: boolean;
}
