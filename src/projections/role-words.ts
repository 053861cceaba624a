/** A forecast and an outcome in words: of when, and beside what they are shown. */
import type { FigureRole } from '../domain/record/figure-role.ts';
import { figureRole } from '../domain/record/figure-role.ts';
import type { Measure } from '../domain/record/measure.ts';
import type { ClaimState } from '../domain/record/record.ts';
import { type Target, targetDays } from '../domain/record/target.ts';
import { dayWords } from './locale.ts';
import { saidWords } from './wording.ts';
import { wordsOf } from './words/words.ts';

/** "2026", "June 2026", "30 Jun 2026", "the second quarter of 2026", "1 Apr 2026 to 31 Mar 2027". */
export function targetWords(target: Target, lang: string): string {
  const { quarter, days } = wordsOf(lang).rows.target;
  switch (target.precision) {
    case 'quarter':
      return quarter(Number(target.date.slice(-1)), target.date.slice(0, 4));
    case 'period': {
      const { from, to } = targetDays(target);
      return days(dayWords(from, lang), dayWords(to, lang));
    }
    default:
      return dayWords(target.date, lang);
  }
}

/** "forecast for 2026", "outcome, said 12 Feb 2027"; null where a figure is neither. */
export function roleWords(state: ClaimState, measure: Measure | undefined, lang: string): string | null {
  const role = figureRole(state, measure);
  if (role === null || !measure?.target) return null;
  const { forecast, outcome, outcomeUndated } = wordsOf(lang).rows.target;
  if (role === 'forecast') return forecast(targetWords(measure.target, lang));
  return (state.bound.dated ? outcome : outcomeUndated)(saidWords(state, lang));
}

/** What is counted, with whether it is foretold or told: "Growth, forecast for 2026". The label alone where neither is. */
export function labelWords(
  { label, target }: Pick<Measure, 'label' | 'target'>,
  role: FigureRole | null,
  lang: string,
): string {
  if (role === null || target === null) return label;
  const { labelled, forecast, outcomeFor } = wordsOf(lang).rows.target;
  return labelled(label, (role === 'forecast' ? forecast : outcomeFor)(targetWords(target, lang)));
}
