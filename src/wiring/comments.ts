/** Comments joined: what a reader or a moderator asks, checked by the rules, written in one batch, counted and ranked. */
import type { Door, Reader } from '../domain/comment.ts';
import type { CommentDeed } from '../domain/moderation.ts';
import type { CommentOutcome, ModeratedComment, PostedComment } from '../read/comment-answer.ts';

export interface PostOrder {
  topic: string;
  reader: Reader;
  /** `{body, parent?, claim?}`, untrusted. */
  body: unknown;
  id: string;
  now: string;
  /** The reader's key and a fingerprint of the request, or null. */
  idempotency: { key: string; fingerprint: string } | null;
}

export interface ModerationOrder {
  deed: CommentDeed;
  ids: readonly string[];
  reason: string | null;
  actor: string;
  now: string;
}

/** Writes a reader's comment: shown at once, or held with the reason. */
export async function postComment(
  _db: D1Database,
  _order: PostOrder,
): Promise<CommentOutcome<PostedComment>> {
  throw new Error('Not made yet.');
}

/** Does one deed to one comment or to many, all or none. */
export async function moderate(
  _db: D1Database,
  _order: ModerationOrder,
): Promise<CommentOutcome<ModeratedComment[]>> {
  throw new Error('Not made yet.');
}

export interface Person {
  actor: string;
  reason: string | null;
  now: string;
}

/** A reader reports a visible comment; again changes nothing. */
export async function reportComment(
  _db: D1Database,
  _order: { comment: string; reader: Reader; reason: string; now: string },
): Promise<CommentOutcome<{ reported: true }>> {
  throw new Error('Not made yet.');
}

/** A suspended reader may read, appeal, export and erase, and not write. */
export async function setReaderState(
  _db: D1Database,
  _reader: string,
  _state: Reader['state'],
  _by: Person,
): Promise<CommentOutcome<{ id: string; state: Reader['state'] }>> {
  throw new Error('Not made yet.');
}

/** Opens, holds, closes or disables a topic's comments. */
export async function setDoor(
  _db: D1Database,
  _topic: string,
  _state: Door,
  _by: Person,
): Promise<CommentOutcome<{ topic: string; state: Door }>> {
  throw new Error('Not made yet.');
}

/** A reader appeals against what befell a comment of theirs, or (`comment` null) against their suspension. */
export async function appeal(
  _db: D1Database,
  _order: { id: string; comment: string | null; reader: Reader; body: string; now: string },
): Promise<CommentOutcome<{ id: string }>> {
  throw new Error('Not made yet.');
}

/** Granting an appeal puts the comment back where it stood, or the reader to active. */
export async function answerAppeal(
  _db: D1Database,
  _id: string,
  _answer: { granted: boolean; answer: string; actor: string; now: string },
): Promise<CommentOutcome<{ id: string; state: 'granted' | 'denied' }>> {
  throw new Error('Not made yet.');
}

/** A moderator looked at a heated topic: it ranks freely again until it has cooled. */
export async function liftHeat(
  _db: D1Database,
  _topic: string,
  _by: Person,
): Promise<CommentOutcome<{ topic: string }>> {
  throw new Error('Not made yet.');
}

/** Forgets a reader: account, sessions, reports, appeals; comments keep their place as "removed by its author". */
export async function eraseReader(_db: D1Database, _reader: string, _now: string): Promise<void> {
  throw new Error('Not made yet.');
}

/** Everything held of a reader, as JSON. */
export async function exportReader(_db: D1Database, _reader: string): Promise<unknown> {
  throw new Error('Not made yet.');
}
