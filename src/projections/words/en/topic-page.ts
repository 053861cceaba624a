/** The topic's page. Marks `<name>…</name>` become links; `{name}` is filled in. */
import type { Event } from '../../../domain/record/record.ts';
import { plural } from '../plural.ts';

export const topicPage = {
  record: '{sources}. Record of {day}. Vague words are read by the <scheme>{name}</scheme> scheme.',
  warned: (count: number) =>
    plural('en', count, {
      one: 'One statement here was entered with a warning to the editors.',
      other: '# statements here were entered with a warning to the editors.',
    }),
  saidBy: (day: string) => `What had been said in public by ${day}.`,
  present: 'Open the present record',
  timeline: 'What was said, newest first',
  newest: (count: number) => `The newest ${count} statements; <all>every claim with all its readings</all>.`,
  disputed: 'disputed: outlets print this differently',
  readAt: 'read at',
  comment: 'comment',
  amendments: 'Corrections and withdrawals',
  /** `now` null where only other fields than the words were corrected. */
  amendment: {
    corrected: (name, was, now, reason) =>
      `${name}: corrected ${was}${now === null ? '' : `, now ${now}`}. ${reason}`,
    voided: (name, was, _now, reason) => `${name}: ${was} was never said. ${reason}`,
    retracted: (name, was, _now, reason) => `${name}: withdrew ${was}. ${reason}`,
    withheld: (name, _was, _now, reason) => `${name}: a statement is withheld. ${reason}`,
  } satisfies Record<
    Event['kind'],
    (name: string, was: string, now: string | null, reason: string) => string
  >,
  embed: {
    heading: 'Put this on your page',
    tag: 'One tag draws the summary where it stands and keeps it up to date. It sets no cookie and counts nobody.',
    others:
      '<ways>Every other way</ways>: with the data in the page, as a frame, pinned to a date, for WordPress, AMP, mail ' +
      'and the usual frameworks and site builders.',
    forms:
      'Also the <card>card alone</card>, as <svg>SVG</svg> or <png>PNG</png>, a <frame>frame</frame>, and the record ' +
      'as <json>JSON</json> or <csv>CSV</csv>.',
  },
  alternates: { json: 'The record as JSON', changes: 'Changes', oembed: 'oEmbed' },
  asOf: (day: string) => `as of ${day}`,
};
