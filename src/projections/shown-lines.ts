/** A topic view as the choice of rows sees it, and the lines that a small face shows of it. */
import { isVague, statedInterval } from '../domain/figure/value.ts';
import { firstDay, lastDay } from '../domain/record/date.ts';
import { chooseShown } from '../domain/record/shown.ts';
import { targetDays } from '../domain/record/target.ts';
import type { MeasureScope, Voice } from '../domain/record/voice.ts';
import { openingMeasures } from './panel-combinations.ts';
import { inOrder, type Line, linesOf } from './panel-lines.ts';
import type { EstimateView, MeasureView, TopicView } from './topic-view.ts';

export interface ShownLines {
  /** The measure whose figures are set side by side; null where the family has no voice. */
  lead: string | null;
  /** In the order of every face, each with its rank. */
  rows: Line[];
  least: number;
  /** Which ends and sides the rows have: what a foot may say of them. */
  has: { newest: boolean; lowest: boolean; highest: boolean; sides: 'every-party' | 'each' | null };
  /** The newest rows of all that could stand here, none left out between them. */
  isNewest: boolean;
  silent: Line[];
  /** There is room for more rows than there are sources to fill it. */
  hasRoom: boolean;
}

type Seen = Voice & { line: Line };

/** The rows of `family` and beside it for a face with room for `limit`. Pure. */
export function shownLines(view: TopicView, family: string, limit: number): ShownLines {
  const all = linesOf(
    view,
    view.measures.map(({ id }) => id),
  );
  const measureOf = claimMeasures(view);
  const voices = all.map((line) => toVoice(line, measureOf));
  const { lead, rows, least, ends, silent } = chooseShown(voices, countsOf(view), family, limit);
  // What gave no figure is a line of its own, kept after the ends and the sides.
  const rankOf = (at: number) => at + (at < least ? 1 : 2);
  const lines = inOrder(rows.map(({ line }, at) => ({ ...line, rank: rankOf(at) })));
  // One figure alone on the lead measure has no ends, and rows of other measures may be newer.
  const isDisputed = ends.lowest !== ends.highest;
  const has = (end: Seen | null) => isDisputed && end !== null && rows.includes(end);
  return {
    lead,
    rows: lines,
    // A side that gave no figure is heard in the line of those.
    least: least + Math.min(silent.length, 1),
    has: {
      newest: has(ends.newest),
      lowest: has(ends.lowest),
      highest: has(ends.highest),
      sides: sidesIn(view, [...rows, ...silent]),
    },
    isNewest: isNewest(all, lines),
    silent: inOrder(silent.map(({ line }) => line)),
    hasRoom: rows.length < limit,
  };
}

function countsOf(view: TopicView): MeasureScope[] {
  const opening = new Set(
    openingMeasures(
      view,
      view.measures.map(({ id }) => id),
    ),
  );
  return view.measures.map((measure) => toCount(measure, opening.has(measure.id)));
}

const toCount = (
  { id, family, unit, period, moment, target }: MeasureView,
  opens: boolean,
): MeasureScope => ({
  id,
  family,
  unit,
  opens,
  ...daysOf({ period, moment, target }),
});

/** Of a figure foretold the days that it is about; open where nothing bounds them. */
function daysOf({ period, moment, target }: Pick<MeasureView, 'period' | 'moment' | 'target'>) {
  if (period) return { from: period.from, to: period.to };
  if (moment) return { from: firstDay(moment.date), to: lastDay(moment.date) };
  return target ? targetDays(target) : { from: null, to: null };
}

function toVoice(line: Line, measureOf: ReadonlyMap<string, string>): Seen {
  const { source, estimate } = line;
  return {
    line,
    source: source.id,
    named: source.kind !== 'unattributed',
    interest: source.interest.value,
    measure: estimate.measure,
    said: estimate.said,
    stance: estimate.stance,
    figure: estimate.value !== null,
    span: spanIn(estimate),
    adopts: estimate.adopts !== null,
    withdrawn: estimate.value === null && WITHDRAWN.includes(estimate.status),
    answers: measureOf.get(estimate.about?.claim ?? '') ?? null,
  };
}

const WITHDRAWN: readonly EstimateView['status'][] = ['retracted', 'withheld', 'disputed'];

/** Where the numbers of a row lie; of several figures none leads, and so none is drawn. */
export function spanIn({ value, interval, leading }: EstimateView): Voice['span'] {
  if (value === null || !leading) return null;
  return isVague(value) ? interval : statedInterval(value);
}

/** On which measure each claim stands that a row may answer. */
function claimMeasures(view: TopicView): ReadonlyMap<string, string> {
  const rows = view.sources.flatMap(({ estimates }) => estimates);
  const told = view.statements.flatMap(({ claim, measure }): [string, string][] =>
    measure === null ? [] : [[claim, measure]],
  );
  const shown = rows.flatMap(({ measure, claim, previous, alternatives }): [string, string][] =>
    [claim, previous?.claim, ...alternatives.map((other) => other.claim)].flatMap((id) =>
      id ? [[id, measure]] : [],
    ),
  );
  return new Map([...told, ...shown]);
}

/** Whether each known interest is among these, and whether every party is. */
function sidesIn(view: TopicView, shown: readonly Seen[]): ShownLines['has']['sides'] {
  const known = view.sources.filter(({ interest }) => interest.value !== 'unknown');
  const heard = new Set(shown.map(({ source }) => source));
  const sides = new Set(shown.map(({ interest }) => interest));
  if (known.length === 0 || !known.every(({ interest }) => sides.has(interest.value))) return null;
  const parties = known.filter(({ interest }) => interest.value === 'party');
  return parties.length > 0 && parties.every(({ id }) => heard.has(id)) ? 'every-party' : 'each';
}

/** No row left out is newer than one that stands here, but those of a source that has one already. */
function isNewest(all: readonly Line[], shown: readonly Line[]): boolean {
  const heard = new Set(shown.map(({ source }) => source.id));
  const others = all.filter(({ source, estimate }) => !heard.has(source.id) && estimate.value !== null);
  const order = inOrder([...shown, ...others]);
  return shown.every((line) => order.indexOf(line) < shown.length);
}
