/** Why a comment waits for a moderator, or its writer for a while: a reason of the domain in words. */
import { type HoldReason, reasonOf } from '../domain/comments/hold-reason.ts';
import type { Wait } from '../domain/comments/pace.ts';
import { type Words, wordsOf } from './words/words.ts';

export function heldWords(reason: HoldReason, lang: string): string {
  const { held } = wordsOf(lang).comments;
  switch (reason.kind) {
    case 'topic':
      return held.topic;
    case 'newcomer':
      return held.newcomer(reason.until);
    case 'rejections':
      return held.rejections(reason.decided, reason.rejected);
    case 'links':
      return held.links(reason.links);
  }
}

/** Why a stored comment was held, in words; a sentence that was stored before reasons were stays as it is. */
export function keptWords(held: string | null, lang: string): string | null {
  const reason = held === null ? null : reasonOf(held);
  return reason === null ? held : heldWords(reason, lang);
}

/** "You wrote 10 comments within ten minutes; wait a little." */
export function waitWords(
  { most, span }: Wait,
  action: keyof Words['comments']['tooOften'],
  lang: string,
): string {
  const { tooOften, spans } = wordsOf(lang).comments;
  return tooOften[action](most, spans[span]);
}
