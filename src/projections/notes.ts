/** The small grey lines of a row: what a reader must know beside the words and their date. */

import { DEFAULT_SCHEME } from '../domain/figure/vagueness.ts';
import { isVague } from '../domain/figure/value.ts';
import { bearsFigure } from '../domain/record/claim.ts';
import { daysBetween } from '../domain/record/date.ts';
import type { Estimate } from '../domain/record/estimate.ts';
import type { Reading } from '../domain/record/evidence.ts';
import { movedSince, restsOnScheme } from '../domain/record/movement.ts';
import { outletsOf } from '../domain/record/reading.ts';
import { type ClaimState, orderDay } from '../domain/record/record.ts';
import { textFor } from '../domain/record/translated.ts';
import { addedWords } from './added-words.ts';
import { metricWords } from './codebook.ts';
import { apartWords } from './correction-words.ts';
import { dateWords, dayWords } from './locale.ts';
import { methodWords } from './method-words.ts';
import { quotation } from './quotation.ts';
import { readingWords } from './reading-words.ts';
import { roleWords } from './role-words.ts';
import type { Setting } from './setting.ts';
import type { Note } from './topic-view.ts';
import { claimWords, countedIn, figureWords, nameOf, saidWords } from './wording.ts';
import { wordsOf } from './words/words.ts';

/** A figure this much older than its measure's newest shows its age (days). */
const OLD = 30;

/** Notes in the order a reader needs them; `age` in days behind the measure's newest, null up to 30. */
export function notesOf(estimate: Estimate, setting: Setting): { notes: Note[]; age: number | null } {
  const { record, lang, scheme, newest } = setting;
  const { lead } = estimate;
  const { claim } = lead;
  const words = wordsOf(lang).rows;
  const notes: Note[] = [];
  const say = (kind: Note['kind'], text: string) => notes.push({ kind, text });
  const sound = estimate.without === null;
  const role = roleWords(lead, record.measures.get(estimate.measure), lang);
  if (role !== null) say('role', role);
  if (!sound) say('standing', lead.events.at(-1)?.reason ?? printedDifferently(claim.readings, setting));
  if (sound && claim.value && bearsFigure(claim)) {
    if (isVague(claim.value)) say('reading', readingWords(claim.value, scheme, lang));
    if (claim.value.derived) say('reading', words.ownConversion(claim.value.derived.how));
    for (const { label, value } of claim.alternatives)
      say('beside', words.beside(label, figureWords(value, countedIn(claim, record), lang)));
    if ([lead, ...estimate.equals].some((state) => estimate.equals.length > 0 && state.claim.label === null))
      say('beside', words.oneDate);
  }
  for (const other of sound ? estimate.beside : []) {
    if (!estimate.equals.includes(other)) say('beside', besideWords(other, lead, setting));
  }
  if (sound && claim.adopts)
    say('adopts', words.adopting(nameOf(record, adoptedFrom(setting, claim.adopts))));
  const earlier = sound ? earlierDefinition(lead, setting) : null;
  if (earlier !== null) say('definition', words.earlierDefinition(earlier));
  if (claim.asOf) say('as-of', words.dataTo(dateWords(claim.asOf, lang)));
  if (claim.disclosed) say('disclosed', words.madePublic(dateWords(claim.disclosed, lang)));
  if (estimate.later)
    say('later', words.later(saidWords(estimate.later, lang), claimWords(estimate.later.claim, setting)));
  // A stance that changed is the news of a row without a figure; an earlier figure is its history.
  if (estimate.previous)
    say(
      claim.value === null && estimate.previous.claim.stance !== claim.stance ? 'stance' : 'previous',
      beforeWords(estimate, estimate.previous, setting),
    );
  if (estimate.forecast)
    say(
      'forecast',
      words.target.lastForecast(
        saidWords(estimate.forecast, lang),
        claimWords(estimate.forecast.claim, setting),
      ),
    );
  for (const reading of sound ? claim.readings : []) {
    if (reading.text !== claim.value?.stated) say('printed', printedAs(reading, setting));
  }
  for (const { anonymous, reason } of sound ? claim.chain : [])
    if (anonymous && reason) say('unnamed', words.unnamed(reason));
  const outlets = outletsOf(claim).size;
  if (outlets > 1) say('outlets', words.outlets(outlets));
  const day = orderDay(lead.bound);
  const age = newest && day && sound && bearsFigure(claim) ? daysBetween(day, newest) : 0;
  if (age > OLD) say('age', ageWords(age, lang));
  for (const event of lead.events) {
    if (event.kind !== 'corrected') continue;
    const [was, now] = apartWords(event.was, claim, setting);
    const on = dayWords(event.on, lang);
    if (was === now) say('corrected', words.corrected(on, event.reason));
    else if (now === claimWords(claim, setting)) say('corrected', words.correctedFrom(on, was, event.reason));
    else say('corrected', words.correctedTo(on, was, now, event.reason));
  }
  for (const addition of sound ? lead.additions : [])
    say('evidence', words.added(dayWords(addition.recorded, lang), addedWords(addition, lang)));
  const how = sound ? methodWords(claim, setting) : null;
  if (how !== null) say('method', how);
  return { notes, age: age > OLD ? age : null };
}

/** "before, 3 May 2025: “200” (raised since)"; where a vague word decides it, by whose reading. */
function beforeWords(estimate: Estimate, previous: ClaimState, setting: Setting): string {
  const words = wordsOf(setting.lang).rows;
  const before = words.before(saidWords(previous, setting.lang), claimWords(previous.claim, setting));
  const moved = movedSince(estimate);
  if (moved === null) return before;
  return restsOnScheme(previous.claim.value, estimate.lead.claim.value)
    ? words.movedAsRead(before, moved, DEFAULT_SCHEME.name)
    : words.moved(before, moved);
}

/** What the metric meant when the claim was recorded, where it has since been given another definition. */
function earlierDefinition({ definition }: ClaimState, { record, lang }: Setting): string | null {
  const metric = record.metrics.get(definition?.metric ?? '');
  if (definition === null || metric === undefined || definition.version === metric.version) return null;
  const then = record.definitions.get(metric.id)?.find(({ version }) => version === definition.version);
  const text = then && textFor(then.definition, lang);
  return text === undefined || text === textFor(metric.definition, lang) ? null : text;
}

/** A figure or a stance beside the row's own, with its date where that is another. */
function besideWords(other: ClaimState, lead: ClaimState, setting: Setting): string {
  const [when, own] = [saidWords(other, setting.lang), saidWords(lead, setting.lang)];
  const day = when === own ? null : when;
  return wordsOf(setting.lang).rows.other(other.claim.label, day, claimWords(other.claim, setting));
}

function printedAs(reading: Reading, { record, lang }: Setting): string {
  const { rows } = wordsOf(lang);
  const metric = reading.metric === null ? null : metricWords(reading.metric, record, lang)?.label;
  const text = quotation(reading.text, lang);
  return metric ? rows.printedOf(text, metric, reading.outlet) : rows.printed(text, reading.outlet);
}

const printedDifferently = (readings: readonly Reading[], setting: Setting): string =>
  readings.map((reading) => printedAs(reading, setting)).join('; ');

const adoptedFrom = ({ record }: Setting, id: string): string | null =>
  record.held.get(id)?.claim.source ?? null;

function ageWords(days: number, lang: string): string {
  const { age } = wordsOf(lang).rows;
  if (days < 60) return age.days(days);
  const months = Math.round(days / 30.44);
  return months < 24 ? age.months(months) : age.years(Math.round(days / 365.25));
}
