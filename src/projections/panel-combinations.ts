/** Measures with dimensions on a face: which combinations a small one shows, what they are called there, how many there are. */
import type { TopicView } from './topic-view.ts';
import { wordsOf } from './words/words.ts';

/** Of a measure with dimensions the combinations that open, of others all. */
export function openingMeasures({ dimensioned }: TopicView, measures: readonly string[]): string[] {
  const opening = new Set(dimensioned.flatMap((each) => each.opening));
  const further = new Set(dimensioned.flatMap(({ held }) => held.filter((id) => !opening.has(id))));
  return measures.filter((id) => !further.has(id));
}

/** "2 of 340 combinations", where a panel of these families does not draw them all; `drawn` are the measures of its rows. */
export function combinationWords(
  { dimensioned, lang }: TopicView,
  families: readonly { id: string }[],
  drawn: ReadonlySet<string>,
): string[] {
  const own = dimensioned.filter(({ family }) => families.some(({ id }) => id === family));
  const all = own.reduce((sum, { combinations }) => sum + combinations.all, 0);
  const shown = own.flatMap(({ held }) => held).filter((id) => drawn.has(id)).length;
  return shown < all ? [wordsOf(lang).dimensions.shown(shown, all)] : [];
}

/** Under a family's own heading a combination is called by its values alone: "approve, women". */
export const under = (family: string | null, label: string): string =>
  family !== null && label.startsWith(`${family}: `) ? label.slice(family.length + 2) : label;

/** The family of the measure asked for, which may be one with all its combinations; else the topic's lead. */
export const familyOf = (view: TopicView, measure: string | null): string =>
  view.measures.find(({ id, base }) => id === measure || base === measure)?.family ?? view.topic.lead;
