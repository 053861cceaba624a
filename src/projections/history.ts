/** The history of each measure for its chart: time across, the measure's axis up, one step line a source. */

import { type Interval, isVague } from '../domain/figure/value.ts';
import { bearsFigure, isRelay } from '../domain/record/claim.ts';
import { byContent } from '../domain/record/content-order.ts';
import { type FigureRole, figureRole } from '../domain/record/figure-role.ts';
import type { Measure } from '../domain/record/measure.ts';
import { hasHistory } from '../domain/record/measure.ts';
import { isDisputed } from '../domain/record/reading.ts';
import { type ClaimState, saidOf, type TopicRecord } from '../domain/record/record.ts';
import { compare, inTime, newestFirst } from '../domain/record/time-order.ts';
import { type Axis, axisFor, type Mark, markOf, spanOf } from './axis.ts';
import { axisMeasure } from './axis-measure.ts';
import { axisWords } from './axis-words.ts';
import { shownMeasures } from './dimensioned.ts';
import { measureLabel } from './measure-words.ts';
import { readingWords } from './reading-words.ts';
import { labelWords } from './role-words.ts';
import { type TimeAxis, timeAxisOf } from './time-axis.ts';
import type { ViewOptions } from './topic-projection.ts';
import { claimWords, nameOf, saidWords } from './wording.ts';
import { wordsOf } from './words/words.ts';

export interface History {
  measure: string;
  label: string;
  axis: Axis;
  /** Which scale the axis has, in words. */
  scale: string;
  /** Both ends of the time axis, ISO days or instants, and ticks in words. */
  from: string;
  to: string;
  ticks: TimeAxis['ticks'];
  /** By whose clock hours are written; null where the axis is of days. */
  clock: TimeAxis['clock'];
  series: Series[];
  /** Stances without a figure, as ticks along the bottom. */
  stances: { at: number; name: string; text: string; when: string }[];
  /** Whose reading of vague words is drawn as a band; null where no word needs one. */
  scheme: string | null;
  /** Sources and stances left out of the drawing; the claims route holds them all. */
  hidden: { series: number; points: number };
}

export interface Series {
  source: string;
  name: string;
  role: FigureRole | null;
  points: { at: number; mark: Mark; text: string; when: string; reading: string | null }[];
}

/** Below this a chart shows nothing that the rows do not; above the others it would not be read. */
const FEWEST_FIGURES = 3;
const MOST_SERIES = 12;
const MOST_POINTS = 60;
const MOST_STANCES = 40;

/** Charts for the measures on which time tells something: at least three dated figures of two moments. */
export function historiesOf(record: TopicRecord, options: ViewOptions): History[] {
  const standing = record.claims.filter((state) => state.standing === 'stands' && state.bound.dated);
  const byMeasure = Map.groupBy(standing, (state) => state.claim.measure ?? '');
  const { shown, dimensioned } = shownMeasures(record, options);
  // Of a measure's combinations those that open: a chart for each other one would bury them.
  const opening = new Set(dimensioned.flatMap((each) => each.opening));
  return shown
    .filter((measure) => hasHistory(measure) && (measure.chosen.length === 0 || opening.has(measure.id)))
    .flatMap((measure) => historyOf(measure, byMeasure.get(measure.id) ?? [], record, options) ?? []);
}

function historyOf(
  measure: Measure,
  states: ClaimState[],
  record: TopicRecord,
  options: ViewOptions,
): History | null {
  const { scheme, lang } = options;
  const ordered = inTime(states, saidOf, byContent(record.held)).map(({ item }) => item);
  // What one voice says another said is drawn on neither line.
  const isOwn = ({ claim }: ClaimState) => bearsFigure(claim) && !isRelay(claim) && !isDisputed(claim);
  const figures = ordered.filter((state) => isOwn(state) && spanOf(state.claim, scheme) !== null);
  if (figures.length < FEWEST_FIGURES || !tellsOfTime(measure, figures)) return null;
  const lines = linesOf(figures, measure, record, lang);
  const shown = lines
    .slice(0, MOST_SERIES)
    .map(({ own, ...line }) => ({ ...line, own: own.slice(-MOST_POINTS) }));
  const drawn = shown.flatMap(({ own }) => own);
  const axis = axisFor(
    drawn.map(({ claim }) => spanOf(claim, scheme) as Interval),
    axisMeasure(measure, record),
    lang,
  );
  const time = timeAxisOf(drawn, lang);
  if (axis === null || time === null || time.moments < 2) return null;
  const stances = ordered.filter(
    (state) => !bearsFigure(state.claim) && time.placeOf(state) >= 0 && time.placeOf(state) <= 100,
  );
  return {
    measure: measure.id,
    label: labelWords({ ...measure, label: measureLabel(measure, record, lang) }, 'forecast', lang),
    axis,
    scale: axisWords(axis, lang),
    from: time.from,
    to: time.to,
    ticks: time.ticks,
    clock: time.clock,
    series: shown.map(({ source, name, role, own }) => ({
      source,
      name,
      role,
      points: own.flatMap((state, place) => {
        const mark = markOf(state.claim, scheme, axis);
        const words = { text: claimWords(state.claim, { record, lang }), when: saidWords(state, lang) };
        const { value } = state.claim;
        const reading = value && isVague(value) ? readingWords(value, scheme, lang) : null;
        return mark ? [{ at: drawnAt(own.slice(place), time), mark, ...words, reading }] : [];
      }),
    })),
    stances: stances.slice(-MOST_STANCES).map((state) => ({
      at: time.placeOf(state),
      name: nameOf(record, state.claim.source),
      text: claimWords(state.claim, { record, lang }),
      when: saidWords(state, lang),
    })),
    scheme: drawn.some(({ claim }) => claim.value && isVague(claim.value)) ? scheme.name : null,
    hidden: { series: lines.length - shown.length, points: figures.length - drawn.length },
  };
}

/** A line a source, the newest first; what a source foretold and what it told of the same are two. */
function linesOf(figures: ClaimState[], measure: Measure, record: TopicRecord, lang: string) {
  const { ofOutcomes } = wordsOf(lang).rows.target;
  const bySource = Map.groupBy(figures, (state) => `${state.claim.source}\n${figureRole(state, measure)}`);
  const lines = [...bySource.values()].map((own) => {
    const last = own.at(-1) as ClaimState;
    const [role, name] = [figureRole(last, measure), nameOf(record, last.claim.source)];
    return { source: last.claim.source, name: role === 'outcome' ? ofOutcomes(name) : name, role, last, own };
  });
  return newestFirst(
    lines,
    ({ last }) => saidOf(last),
    (a, b) => compare(a.name, b.name),
  );
}

/** Who each count a march once, on the days they publish, make no history of it: somebody gave a second figure. */
function tellsOfTime({ counting }: Measure, figures: readonly ClaimState[]): boolean {
  if (counting !== 'incident') return true;
  const bySource = Map.groupBy(figures, ({ claim }) => claim.source);
  return [...bySource.values()].some((own) => new Set(own.map(({ claim }) => claim.said?.date)).size > 1);
}

/** The last moment that the first of these can mean, but not after one that comes later: a line never runs back. */
const drawnAt = (states: readonly ClaimState[], time: TimeAxis): number =>
  Math.min(...states.map(time.placeOf));
