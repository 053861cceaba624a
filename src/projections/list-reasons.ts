/** Why a topic stands where it stands in Most Commented: a reason without words, and its words in any language. */
import type { Spike } from '../domain/comments/spike.ts';
import { peopleWords, type Window } from './list-window.ts';
import { dayWords } from './locale.ts';
import { wordsOf } from './words/words.ts';

export type RankReason =
  | { kind: 'stale' | 'once' | 'nothingNew' | 'unsaid' }
  /** Most people at one origin; `inPart` where some of its comments do not count yet. */
  | { kind: 'most'; origin: string; people: number; comments: number; inPart: boolean };

export function whyText(reason: RankReason, window: Window, lang: string): string {
  const { why, windows } = wordsOf(lang).ranking;
  switch (reason.kind) {
    case 'most': {
      const people = peopleWords(reason.people, reason.comments, window, lang);
      return (reason.inPart ? why.mostInPart : why.most)(people, reason.origin);
    }
    case 'once':
    case 'nothingNew':
      return why[reason.kind](windows[window]);
    case 'stale':
    case 'unsaid':
      return why[reason.kind];
  }
}

export const spikeText = ({ day, usual, limit }: Spike, lang: string): string =>
  wordsOf(lang).ranking.spike(day, usual, limit);

export const ageText = (newest: string, lang: string): string =>
  wordsOf(lang).ranking.newest(dayWords(newest, lang));

export const emptyText = (lang: string): string => wordsOf(lang).ranking.empty;
