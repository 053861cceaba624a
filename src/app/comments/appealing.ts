/** A reader appeals against what befell a comment of theirs, or against their suspension. */
import type { Reader } from '../../domain/comments/comment.ts';
import { STATE_RULES } from '../../domain/comments/comment-state.ts';
import { APPEAL_PACES } from '../../domain/comments/moderation.ts';
import { paceLimit, paceSince, waitOf } from '../../domain/comments/pace.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import { waitWords } from '../../projections/comment-waiting.ts';
import { DEFAULT_LANGUAGE, wordsOf } from '../../projections/words/words.ts';
import { readComment } from '../../store/comments.ts';
import { appealsSince, storeAppeal } from '../../store/moderation.ts';
import { admitAppeal } from '../../validation/comment.ts';
import type { Deps } from '../deps.ts';
import { admitted } from './admitted.ts';

export interface AppealOrder {
  /** Null to appeal against a suspension. */
  comment: string | null;
  reader: Reader;
  /** `{body}`, untrusted. */
  body: unknown;
  /** In which refusals are said; English where it is not given. */
  lang?: string;
}

/** Files an appeal, which waits for a moderator; gives its id. */
export const appeal = (
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  { comment, reader, body: given, lang = DEFAULT_LANGUAGE }: AppealOrder,
): Promise<CommentOutcome<{ id: string }>> =>
  admitted(admitAppeal(given), async ({ body }) => {
    const [db, now] = [deps.db, deps.now()];
    const groundless = await whyGroundless(db, comment, reader, lang);
    if (groundless !== null) return groundless;
    const since = paceSince(APPEAL_PACES, now);
    const made = await appealsSince(db, reader.id, since, paceLimit(APPEAL_PACES));
    const wait = waitOf(made, now, APPEAL_PACES);
    if (wait)
      return { kind: 'too fast', detail: waitWords(wait, 'appealed', lang), retryAfter: wait.retryAfter };
    const id = deps.newId();
    const stored = await storeAppeal(db, { id, comment, reader: reader.id, body, at: now });
    return stored === 'stored'
      ? { kind: 'done', value: { id } }
      : { kind: 'conflict', detail: wordsOf(lang).comments.refused.appealWaits };
  });

/** Why there is nothing to appeal against, or null. */
async function whyGroundless(
  db: D1Database,
  id: string | null,
  reader: Reader,
  lang: string,
): Promise<Exclude<CommentOutcome<never>, { kind: 'done' }> | null> {
  const words = wordsOf(lang).comments.refused;
  if (id === null)
    return reader.state === 'suspended' ? null : { kind: 'conflict', detail: words.notSuspended };
  const comment = await readComment(db, id);
  if (comment === null || comment.reader !== reader.id)
    return { kind: 'unknown', detail: words.noComment(id) };
  return STATE_RULES[comment.state].appeal
    ? null
    : { kind: 'conflict', detail: words.nothingToAppeal(comment.state) };
}
