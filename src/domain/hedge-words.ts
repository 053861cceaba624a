/** The words by which English speakers hedge a figure; a hedge is recorded only where one of its words was said. */
import type { Hedge } from './value.ts';

const HEDGE_WORDS: Readonly<Record<Hedge, RegExp>> = {
  about:
    /\b(about|around|approximately|approx|roughly|some|circa|or so|estimated|in the region of|close to|closer to)\b|~|≈/i,
  almost: /\b(almost|nearly|close to|approaching|just under)\b/i,
  'at-least':
    /\b(at least|no fewer than|no less than|a minimum of|minimum|or more|not less than|as low as)\b|≥/i,
  'more-than':
    /\b(more than|over|above|exceed(s|ed|ing)?|surpass(es|ed|ing)?|in excess of|greater than|upwards? of|topped)\b|\+|>/i,
  'at-most':
    /\b(at most|up to|as (much|many) as|no more than|not more than|a maximum of|maximum|worst case)\b|≤/i,
  'fewer-than': /\b(fewer than|less than|under|below|just short of)\b|</i,
};

/** True when the hedge stands in the words said or in our translation of them. */
export function isHedged(hedge: Hedge, stated: string, gloss: string | null): boolean {
  return HEDGE_WORDS[hedge].test(stated) || (gloss !== null && HEDGE_WORDS[hedge].test(gloss));
}
