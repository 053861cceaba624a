/** What may be counted: its label, its definition, its kind of quantity and unit, and what it is not set beside. */
import { z } from 'zod';
import { QUANTITIES, type Quantity } from '../figure/quantity.ts';
import { Id } from './id.ts';
import { translated } from './translated.ts';
import { NOUN_FIELDS, type Noun, SentVersion, UNITY, type Unit, Version } from './unit.ts';

/** Metrics that a reader might set beside this one and which cannot be, each with the reason. */
const Apart = z.strictObject({ metric: Id, why: translated(300) });

const FIELDS = {
  label: translated(120),
  ...NOUN_FIELDS,
  definition: translated(500),
  quantity: z.enum(QUANTITIES, `Use one of the kinds of quantity: ${QUANTITIES.join(', ')}.`),
  /** A difference, which may lie below zero though what is counted does not: excess deaths. */
  signed: z.boolean().default(false),
  /** Null for a bare number, and for money whose measures name their currency. */
  unit: z.string().max(80).nullable().default(null),
  apart: z.array(Apart).max(100).default([]),
};

interface MetricForm extends Noun {
  id: string;
  apart: readonly { metric: string }[];
}

function holdToRules({ id, apart, singular, plural }: MetricForm, context: z.RefinementCtx): void {
  const say = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  apart.forEach(({ metric }, at) => {
    if (metric === id) say(['apart', at, 'metric'], 'A metric cannot be kept apart from itself.');
    if (apart.findIndex((other) => other.metric === metric) < at)
      say(['apart', at, 'metric'], `"${metric}" stands here twice.`);
  });
  if (singular !== null && plural === null)
    say(['plural'], 'Give the word for several beside the word for one.');
}

export const Metric = z
  .strictObject({ id: Id, version: Version.default(1), ...FIELDS })
  .superRefine(holdToRules);
export type Metric = z.output<typeof Metric>;

/** As an editor sends it: without a version the server gives one. */
export const SentMetric = z
  .strictObject({ id: Id, version: SentVersion, ...FIELDS })
  .superRefine(holdToRules);
export type SentMetric = z.output<typeof SentMetric>;

/** Metrics and units by id, as they now stand. */
export interface Codebook {
  metrics: ReadonlyMap<string, Metric>;
  units: ReadonlyMap<string, Unit>;
}

/** A version of a metric. */
export interface Definition {
  metric: string;
  version: number;
}

export interface HeldCodebook extends Codebook {
  /** Of each metric every version that the log holds, oldest first, each as it was last worded. */
  definitions: ReadonlyMap<string, readonly Metric[]>;
}

/** True where a claim recorded under the one means what it would under the other: labels, reasons and further translations may differ. */
export function isSameDefinition(a: Metric, b: Metric): boolean {
  const both = Object.keys(a.definition).filter((lang) => Object.hasOwn(b.definition, lang));
  return (
    a.unit === b.unit &&
    a.quantity === b.quantity &&
    both.length > 0 &&
    both.every((lang) => a.definition[lang] === b.definition[lang])
  );
}

const SHARES: ReadonlySet<string> = new Set(['share', 'percent']);
const TIMES: ReadonlySet<string> = new Set([
  ...['year', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond', 'microsecond', 'nanosecond'],
  // The same in UCUM (table of units, time).
  ...['a', 'mo', 'wk', 'd', 'h', 'min', 's', 'ms', 'us', 'ns'],
]);

/** Why a unit is none for such a quantity, and which would be; null where it is. `unit` null: a bare number. */
export function misfitOf(quantity: Quantity, unit: Unit | null): string | null {
  if (quantity === 'money')
    return unit !== null && unit.currency !== null
      ? null
      : 'Money is in a currency: give its ISO 4217 code, such as EUR.';
  if (unit !== null && unit.currency !== null)
    return `"${unit.id}" is a currency: the quantity is then money.`;
  if (quantity === 'share')
    return unit !== null && SHARES.has(unit.id)
      ? null
      : 'A share is in the unit "share" (0.44) or "percent" (44).';
  if (quantity === 'duration')
    return unit !== null && TIMES.has(unit.intl ?? unit.ucum ?? '')
      ? null
      : 'A duration is in a unit of time, such as day, hour or minute.';
  if (unit === null && quantity !== 'index') return 'Say in what unit it is counted.';
  return unit?.id === 'share'
    ? 'The unit "share" is for shares: use "percent", or the quantity share.'
    : null;
}

/** The unit of a measure's figures: its own, its metric's, else a bare number. */
export const unitIdOf = (measure: { unit: string | null }, metric: Metric | undefined): string =>
  measure.unit ?? metric?.unit ?? UNITY;
