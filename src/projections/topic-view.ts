/** The shape of the topic view, version 1, as the API answers it; every face is drawn from it. */

import type { Quantity } from '../domain/figure/quantity.ts';
import type { Interval, Value } from '../domain/figure/value.ts';
import type { StatedDate } from '../domain/record/date.ts';
import type { Dimension, DimensionKind, DimensionValue } from '../domain/record/dimension.ts';
import type { Link } from '../domain/record/evidence.ts';
import type { FigureRole } from '../domain/record/figure-role.ts';
import type { Measure } from '../domain/record/measure.ts';
import type { Method } from '../domain/record/method.ts';
import type { Movement } from '../domain/record/movement.ts';
import type { Source } from '../domain/record/source.ts';
import type { Stance } from '../domain/record/stance.ts';
import type { Axis, Mark } from './axis.ts';
import type { ComparedView, RelationView } from './relations.ts';
import type { Since } from './since.ts';

export interface TopicView {
  version: 1;
  /** The language of our own words in it; what sources said stays in theirs. */
  lang: string;
  licence: string;
  topic: {
    slug: string;
    title: string;
    summary: string;
    language: string;
    url: string;
    updatedAt: string;
    revision: number;
    lead: string;
    /** How many sources speak of what was asked for; more than `sources` lists where not all combinations are shown. */
    sources: number;
    /** How many statements in force an editor was warned of. */
    warnings: number;
  };
  knownAt: string;
  saidBy: string | null;
  scheme: { id: string; version: number; name: string };
  families: { id: string; label: string; measures: string[] }[];
  measures: MeasureView[];
  /** The declared measures that have dimensions, with their values, and how many combinations this view holds of all. */
  dimensioned: DimensionedView[];
  sources: SourceView[];
  statements: StatementView[];
  /** Corrections, voidings, withdrawals and withholdings in force, newest first. */
  amendments: AmendmentView[];
  comments: { visible: number; commenters: number };
  /** With `known_at` only: what has changed since. */
  since?: Since;
  /** With `compare` only: what is said of both sources as a whole. */
  compared?: ComparedView;
}

export interface MeasureView
  extends Pick<Measure, 'id' | 'family' | 'metric' | 'population' | 'place' | 'counting'> {
  period: Measure['period'];
  moment: Measure['moment'];
  /** The time to come that its figures are about; null where they are of the past or the present. */
  target: Measure['target'];
  /** The unit's id; `unitLabel` names it, and is null for a share and a bare number. */
  unit: string;
  unitLabel: string | null;
  /** Null of a log from before metrics were kept in it, as are `metricLabel` and `metricVersion`. */
  quantity: Quantity | null;
  /** Of what date its money is. */
  prices: StatedDate | null;
  metricLabel: string | null;
  /** The version of the metric's definition in force. */
  metricVersion: number | null;
  label: string;
  definition: string | null;
  /** Why this measure is not set against another of the topic that a reader might compare. */
  apart: { measure: string; why: string }[];
  /** One scale for this measure alone; null with fewer than two figures to set side by side. */
  axis: Axis | null;
  /** The declared measure's id, and what this one is on each of its dimensions. */
  base: string;
  dimensions: ChosenView[];
  /** False where the label is composed from the measure's and the values'. */
  named: boolean;
  /** How its lowest and highest figures lie to each other, where it has an axis; with `compare` those of the two sources. */
  relations: RelationView[];
}

/** One dimension with the value that a measure has on it. */
export interface ChosenView {
  id: string;
  kind: DimensionKind;
  label: string;
  value: string;
  valueLabel: string;
  /** The same as labels have it: a long question is cut. */
  short: string;
  /** The dimension's default, which labels do not name. */
  usual: boolean;
}

export interface DimensionedView {
  /** The declared measure's id; `?measure=` takes it for all its combinations. */
  measure: string;
  label: string;
  family: string;
  dimensions: (Pick<Dimension, 'id' | 'kind' | 'label' | 'default'> & {
    /** Every declared value, with the number of combinations that claims stand on. */
    values: (DimensionValue & { combinations: number })[];
  })[];
  combinations: { shown: number; all: number };
  /** The combinations that this view holds, in the topic's order. */
  held: string[];
  /** The combinations that small faces show, and the page first: every answer, all else at its default or first value. */
  opening: string[];
}

export interface SourceView extends Pick<Source, 'id' | 'name' | 'kind' | 'within' | 'interest'> {
  estimates: EstimateView[];
}

export interface EstimateView {
  claim: string;
  measure: string;
  /** The version of its metric under which it was recorded. */
  metricVersion: number | null;
  stance: Stance;
  value: Value | null;
  interval: Interval | null;
  about: { claim: string | null; source: string | null; words: string | null } | null;
  adopts: string | null;
  basis: string;
  alternatives: { label: string; value: Value; text: string; claim: string }[];
  text: string;
  /** False where several figures of one date stand in `text` and `alternatives`, the smallest first, and none leads. */
  leading: boolean;
  said: StatedDate | null;
  asOf: StatedDate | null;
  disclosed: StatedDate | null;
  via: { name: string; role: Link['role'] }[];
  outlets: number;
  evidence: { url: string; outlet: string; title: string | null; published: StatedDate | null }[];
  readings: { text: string; outlet: string; url: string | null }[];
  /** How it was made, as far as disclosed. */
  method: Method | null;
  status: 'current' | 'corrected' | 'retracted' | 'withheld' | 'disputed';
  /** What the row said before, and which way it has moved since. */
  previous: { claim: string; text: string; said: StatedDate | null; moved: Movement | null } | null;
  later: { claim: string; stance: Stance; text: string; said: StatedDate | null } | null;
  /** On a measure with a target: whether the figure was said until the target ended, or after. */
  role: FigureRole | null;
  /** Beside an outcome, the source's own last forecast. Never set against it. */
  forecast: { claim: string; text: string; said: StatedDate | null } | null;
  /** In words: when it was said, and the way from the speaker to the page read. */
  when: string;
  by: string;
  /** What else a reader must know, in order: the reading of a vague word, the data's date, corrections. */
  notes: Note[];
  mark: Mark | null;
  /** Days behind the newest figure of its measure, where that still moves and more than 30. */
  age: number | null;
}

export interface Note {
  kind:
    | 'reading'
    | 'role'
    | 'forecast'
    | 'stance'
    | 'beside'
    | 'unnamed'
    | 'adopts'
    | 'definition'
    | 'as-of'
    | 'disclosed'
    | 'later'
    | 'previous'
    | 'printed'
    | 'outlets'
    | 'age'
    | 'corrected'
    | 'evidence'
    | 'standing'
    | 'method';
  text: string;
}

export interface StatementView {
  claim: string;
  source: string;
  name: string;
  measure: string | null;
  /** What its measure is called. */
  label: string | null;
  text: string;
  when: string;
  by: string;
  said: StatedDate | null;
  via: { name: string; role: Link['role'] }[];
  evidence: EstimateView['evidence'];
  status: 'current' | 'superseded' | 'corrected' | 'voided' | 'retracted' | 'withheld' | 'disputed';
  note: string | null;
  /** How the figure was made, in words. */
  how: string | null;
  role: FigureRole | null;
}

export interface AmendmentView {
  claim: string;
  source: string;
  name: string;
  kind: 'corrected' | 'voided' | 'retracted' | 'withheld';
  on: string;
  reason: string;
  before: string;
  after: string | null;
}
