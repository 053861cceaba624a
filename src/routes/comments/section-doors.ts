/** What the comments of a topic page need to know and may do. */
import type { CommentsPolicy, Reader } from '../../domain/comments/comment.ts';
import type { CommentOutcome, PostedComment } from '../../projections/comment-answer.ts';
import type { CommentView, ThreadView } from '../../projections/comment-view.ts';
import type { Session } from '../../projections/session.ts';
import type { TopicAnswer } from '../../projections/topic-answer.ts';

export interface CommentPageView {
  policy: CommentsPolicy;
  policyReason: string | null;
  threads: ThreadView[];
  next: string | null;
}

/** A comment that its author alone sees, with why. */
export interface OwnComment extends CommentView {
  state: 'pending' | 'approved' | 'rejected' | 'removed';
  standing: string;
  /** What it answers: whose comment, its address and how it begins; null for one that answers none. */
  answers: { name: string | null; url: string; text: string } | null;
}

export interface CommentSectionDoors {
  siteKey: string | null;
  topic(slug: string): Promise<TopicAnswer>;
  /** The newest threads, as one stored row. */
  firstPage(slug: string): Promise<CommentPageView>;
  threads(slug: string, cursor: string | null): Promise<CommentPageView | null>;
  /** The comment with its thread's first; one that others do not see only to its author, with its standing. */
  permalink(
    slug: string,
    id: string,
    session: Session | null,
  ): Promise<{ first: CommentView; comment: CommentView; standing: string | null } | null>;
  /** The address at which a visible comment is drawn, or null. */
  standsAt(slug: string, id: string): Promise<string | null>;
  /** Whether the request proves at the desk that its sender may speak for this site. */
  speaksForSite(request: Request): Promise<boolean>;
  replies(
    slug: string,
    thread: string,
    cursor: string | null,
  ): Promise<{ replies: CommentView[]; next: string | null } | null>;
  session(request: Request): Promise<Session | null>;
  unseen(slug: string, reader: Reader): Promise<OwnComment[]>;
  post(request: Request, slug: string, reader: Reader, body: unknown): Promise<CommentOutcome<PostedComment>>;
  takeBack(comment: string, reader: Reader): Promise<CommentOutcome<{ id: string; topic: string }>>;
  report(comment: string, reader: Reader, reason: string | null): Promise<CommentOutcome<{ reported: true }>>;
  appeal(comment: string, reader: Reader, body: string): Promise<CommentOutcome<{ id: string }>>;
}
