/** A reader reports a visible comment of another to the moderators. */
import type { Reader } from '../../domain/comments/comment.ts';
import { REPORT_PACES } from '../../domain/comments/moderation.ts';
import { paceLimit, paceSince, waitOf } from '../../domain/comments/pace.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import { waitWords } from '../../projections/comment-waiting.ts';
import { DEFAULT_LANGUAGE, wordsOf } from '../../projections/words/words.ts';
import { readComment } from '../../store/comments.ts';
import { hasReported, reportsSince, storeReport } from '../../store/moderation.ts';
import type { Deps } from '../deps.ts';
import { withReason } from './admitted.ts';

export interface ReportOrder {
  comment: string;
  reader: Reader;
  /** `{reason?}`, untrusted; null for none. */
  body: unknown;
  /** In which refusals are said; English where it is not given. */
  lang?: string;
}

/** Reports a comment; again changes nothing and costs nothing. */
export const reportComment = (
  deps: Pick<Deps, 'db' | 'now'>,
  { comment: id, reader, body, lang = DEFAULT_LANGUAGE }: ReportOrder,
): Promise<CommentOutcome<{ reported: true }>> =>
  withReason(body, async (reason) => {
    const [db, now] = [deps.db, deps.now()];
    const words = wordsOf(lang).comments.refused;
    if (reader.state === 'suspended') return { kind: 'forbidden', detail: words.suspendedReport };
    const comment = await readComment(db, id);
    if (comment === null || comment.blocked > 0 || comment.reader === null)
      return { kind: 'unknown', detail: words.noneToReport(id) };
    if (comment.reader === reader.id) return { kind: 'conflict', detail: words.ownComment };
    if (await hasReported(db, id, reader.id)) return { kind: 'done', value: { reported: true } };
    const since = paceSince(REPORT_PACES, now);
    const made = await reportsSince(db, reader.id, since, paceLimit(REPORT_PACES));
    const wait = waitOf(made, now, REPORT_PACES);
    if (wait)
      return { kind: 'too fast', detail: waitWords(wait, 'reported', lang), retryAfter: wait.retryAfter };
    await storeReport(db, { comment: id, reader: reader.id, reason: reason ?? NO_REASON, now });
    return { kind: 'done', value: { reported: true } };
  });

const NO_REASON = 'No reason was given.';
