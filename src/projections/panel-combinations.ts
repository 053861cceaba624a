/** Measures with dimensions on a face: which combinations a small one shows, what they are called there, how many there are. */
import { listed } from '../domain/record/combination.ts';
import type { MeasureView, TopicView } from './topic-view.ts';
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

/** What combinations of one measure that stand in a table share, as its heading; null where they are not of one measure. */
export function sharedLabel(view: TopicView, measures: readonly string[]): string | null {
  const own = combinationsOf(view, measures);
  const [first] = own;
  if (!first) return null;
  const base = view.dimensioned.find(({ measure }) => measure === first.base)?.label ?? '';
  const shared = first.dimensions.filter((each) => !each.usual && !differs(own, each.id));
  return shared.length === 0 ? base : `${base}: ${listed(shared.map(({ short }) => short))}`;
}

/** What each measure of a table is called in its rows: of combinations of one measure the values that differ. */
export function ownLabels(
  view: TopicView,
  measures: readonly string[],
  family: string,
): ReadonlyMap<string, string> {
  const own = combinationsOf(view, measures);
  return new Map(
    view.measures
      .filter(({ id }) => measures.includes(id))
      .map(({ id, label, named, dimensions }) => {
        const values = dimensions.filter((each) => differs(own, each.id)).map(({ short }) => short);
        return [id, named || values.length === 0 ? under(family, label) : listed(values)] as const;
      }),
  );
}

/** These measures, where all are combinations of one; else none. */
function combinationsOf({ measures }: TopicView, ids: readonly string[]): MeasureView[] {
  const own = measures.filter(({ id }) => ids.includes(id));
  const isOne = new Set(own.map(({ base }) => base)).size === 1;
  return isOne && own.every(({ dimensions }) => dimensions.length > 0) ? own : [];
}

const differs = (own: readonly MeasureView[], dimension: string): boolean =>
  new Set(own.map(({ dimensions }) => dimensions.find(({ id }) => id === dimension)?.value)).size > 1;

/** The family of the measure asked for, which may be one with all its combinations; else the topic's lead. */
export const familyOf = (view: TopicView, measure: string | null): string =>
  view.measures.find(({ id, base }) => id === measure || base === measure)?.family ?? view.topic.lead;
