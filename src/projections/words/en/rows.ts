/** The small grey lines of a row, what stands around a table of rows, and what a past state says of the present. */
import type { Movement } from '../../../domain/record/movement.ts';
import type { Event } from '../../../domain/record/record.ts';
import { plural } from '../plural.ts';

const MOVED: Readonly<Record<Movement, string>> = {
  raised: 'raised',
  lowered: 'lowered',
  widened: 'widened',
  narrowed: 'narrowed',
};

export const rows = {
  ownConversion: (how: string) => `our conversion: ${how}`,
  beside: (label: string, figure: string) => `${label}: ${figure}`,
  oneDate: 'of one date; which was said last is not known',
  /** A figure or stance beside the row's own; `label` and `day` null where there is none to name. */
  other: (label: string | null, day: string | null, said: string) => {
    const date = day === null ? '' : `, ${day}`;
    return `${label ?? 'also'}${date}${label || date ? ':' : ''} ${said}`;
  },
  adopting: (name: string) => `adopting the figure of ${name}`,
  /** Why the speaker is not named, as the outlet gives it ("to speak freely", "who was not authorised to speak"). */
  unnamed: (reason: string) => `unnamed; the reason given: ${reason}`,
  dataTo: (day: string) => `data to ${day}`,
  madePublic: (day: string) => `made public ${day}`,
  later: (day: string, said: string) => `${day}: ${said}`,
  /** Of a figure about a time to come, and of what came. */
  target: {
    quarter: (nth: number, year: string) =>
      `the ${['first', 'second', 'third', 'fourth'][nth - 1] ?? ''} quarter of ${year}`,
    days: (from: string, to: string) => `${from} to ${to}`,
    forecast: (target: string) => `forecast for ${target}`,
    outcome: (day: string) => `outcome, said ${day}`,
    /** `day` in the words of a date that was not given. */
    outcomeUndated: (day: string) => `outcome, ${day}`,
    outcomeFor: (target: string) => `outcome for ${target}`,
    labelled: (label: string, role: string) => `${label}, ${role}`,
    lastForecast: (day: string, said: string) => `its last forecast, ${day}: ${said}`,
    /** A source's line of outcomes in a chart. */
    ofOutcomes: (name: string) => `${name} (outcome)`,
  },
  before: (day: string, said: string) => `before, ${day}: ${said}`,
  /** Of the figure before; by a scheme where that reads one of both. */
  moved: (before: string, movement: Movement) => `${before} (${MOVED[movement]} since)`,
  movedAsRead: (before: string, movement: Movement, scheme: string) =>
    `${before} (${MOVED[movement]} since, as ${scheme} reads it)`,
  earlierDefinition: (definition: string) => `recorded under an earlier definition: ${definition}`,
  printed: (quotation: string, outlet: string) => `printed as ${quotation} by ${outlet}`,
  printedOf: (quotation: string, metric: string, outlet: string) =>
    `printed as ${quotation} (${metric.toLowerCase()}) by ${outlet}`,
  outlets: (count: number) => plural('en', count, { other: 'reported by # outlets' }),
  age: {
    days: (count: number) => plural('en', count, { other: '# days older than the newest' }),
    months: (count: number) => plural('en', count, { other: '# months older than the newest' }),
    years: (count: number) => plural('en', count, { other: '# years older than the newest' }),
  },
  corrected: (day: string, reason: string) => `corrected by us on ${day}: ${reason}`,
  correctedFrom: (day: string, was: string, reason: string) =>
    `corrected by us on ${day}, from ${was}: ${reason}`,
  correctedTo: (day: string, was: string, now: string, reason: string) =>
    `corrected by us on ${day}, from ${was} to ${now}: ${reason}`,
  added: (day: string, what: string) => `added on ${day}: ${what}`,
  alsoRead: (outlets: readonly string[]) => `also read at ${outlets.join(', ')}`,
  /** What became of a statement, under it. */
  amended: {
    corrected: (day: string, reason: string) => `corrected on ${day}: ${reason}`,
    voided: (day: string, reason: string) => `never said, voided on ${day}: ${reason}`,
    retracted: (day: string, reason: string) => `retracted on ${day}: ${reason}`,
    withheld: (day: string, reason: string) => `withheld on ${day}: ${reason}`,
  } satisfies Record<Event['kind'], (day: string, reason: string) => string>,
};
