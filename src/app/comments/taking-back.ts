/** A reader takes a comment of theirs back: its words go, its place stays for those who answered it. */
import { PACES } from '../../domain/comments/moderation.ts';
import { paceSince } from '../../domain/comments/pace.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import { DEFAULT_LANGUAGE, wordsOf } from '../../projections/words/words.ts';
import { wasOvertaken } from '../../store/comment-writes.ts';
import { readComment } from '../../store/comments.ts';
import { keysOfReader } from '../../store/reader-erasure.ts';
import { forgetTakenBack, takeBackStatements } from '../../store/taken-back.ts';
import type { Deps } from '../deps.ts';
import { rankAfter } from '../outside-counts/ranking.ts';

const ATTEMPTS = 20;

/** Whatever became of it, and though its author is suspended: their words are theirs. Throws after 20 lost races. */
export async function takeBack(
  deps: Pick<Deps, 'db' | 'now'>,
  { comment: id, reader, lang = DEFAULT_LANGUAGE }: { comment: string; reader: string; lang?: string },
): Promise<CommentOutcome<{ id: string; topic: string }>> {
  const [db, now] = [deps.db, deps.now()];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const comment = await readComment(db, id);
    if (comment === null || comment.reader !== reader)
      return { kind: 'unknown', detail: wordsOf(lang).comments.refused.noneToTakeBack(id) };
    try {
      await db.batch(takeBackStatements(db, comment, { reader, keys: keysOfReader(reader), now }));
    } catch (cause) {
      if (wasOvertaken(cause)) continue;
      throw cause;
    }
    if (comment.blocked === 0) await rankAfter(db, now);
    return { kind: 'done', value: { id, topic: comment.topic } };
  }
  throw new Error('A comment that was to be taken back lost every race against others.');
}

/** What the clock forgets. */
export const tickTakenBack = (db: D1Database, now: string): Promise<void> =>
  forgetTakenBack(db, paceSince(PACES, now));
