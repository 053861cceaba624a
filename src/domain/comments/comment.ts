/** What a reader writes under a topic or one of its claims: plain text with links, and when it can be seen. */
import { filled, REFUSALS } from '../refusals.ts';
import { isSeen, unfitPart } from '../text.ts';
import type { CommentState } from './comment-state.ts';

export interface Reader {
  id: string;
  /** What tells this author from others of the same name, for as long as the account lasts; leads to nothing else. */
  author: string;
  /** Chosen by the reader, shown beside each comment. */
  name: string;
  state: 'active' | 'suspended';
  created: string;
  /** How many of their comments stand approved, and rejected or removed. */
  approved: number;
  rejected: number;
}

export interface Comment {
  id: string;
  topic: string;
  /** The claim it is about, or null for the topic as a whole. */
  claim: string | null;
  /** The comment it answers. */
  parent: string | null;
  /** The first comment of its thread; its own id where it is the first. */
  root: string;
  /** Null once its author erased it: the words are gone, the place stays. */
  reader: string | null;
  /** 1 where its author proved at the desk to be of this site. */
  staff: 0 | 1;
  /** As written; `projections/comment-text` makes it fit to show. */
  body: string;
  state: CommentState;
  /** Why it was held when it was written, as `keptReason` writes it. */
  held: string | null;
  at: string;
  /** Entries of its log. */
  version: number;
  /** How many of itself and its ancestors are not shown: everyone sees it at 0. */
  blocked: number;
}

/** A comment with its author's name; null once erased. */
export interface NamedComment extends Comment {
  name: string | null;
  author: string | null;
  /** The name of the author it answers. */
  to: string | null;
}

/** Characters (Unicode code points). */
export const LONGEST_COMMENT = 4_000;

/**
 * Why a text cannot be a comment, in a sentence; null when it can. Directional marks and piled accents are no reason:
 * languages need both, so the text is stored as written and made harmless wherever it is shown.
 */
export function refusalOf(body: string): string | null {
  const unfit = unfitPart(body, 'body');
  if (unfit !== null) return filled(REFUSALS.commentUnfit, { part: unfit });
  if (!isSeen(body)) return REFUSALS.commentEmpty;
  const length = [...body].length;
  if (length > LONGEST_COMMENT) {
    return filled(REFUSALS.commentLong, {
      length: length.toLocaleString('en'),
      most: LONGEST_COMMENT.toLocaleString('en'),
    });
  }
  return null;
}

/** Addresses in a text: "scheme://…" and "www.…". */
export function linksIn(body: string): number {
  return body.match(/\b[a-z][a-z0-9+.-]{1,20}:\/\/\S|(?<![\w./@])www\.\w/gi)?.length ?? 0;
}
