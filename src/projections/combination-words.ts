/** What a combination of dimensions is called, and why another of the same measure is not set beside it. */
import type { CountedMeasure } from '../domain/record/combination.ts';
import type { ChosenView } from './topic-view.ts';
import { wordsOf } from './words/words.ts';

/** A value for each dimension, in the order of the declaration. */
export const chosenViews = ({ chosen }: Pick<CountedMeasure, 'chosen'>): ChosenView[] =>
  chosen.map(({ dimension: { id, kind, label, default: usual }, value, short }) => ({
    id,
    kind,
    label,
    value: value.id,
    valueLabel: value.label,
    short,
    usual: value.id === usual,
  }));

/** Why two combinations of one measure that a reader might compare are not: null where the labels alone say it. */
export function apartCombinations(a: CountedMeasure, b: CountedMeasure, lang: string): string | null {
  if (a.base !== b.base) return null;
  const kinds = new Set(
    a.chosen.flatMap(({ dimension, value }, at) =>
      b.chosen[at]?.value.id === value.id ? [] : [dimension.kind],
    ),
  );
  const { apart } = wordsOf(lang).dimensions;
  return kinds.has('question') ? apart.question : kinds.has('method') ? apart.method : null;
}
