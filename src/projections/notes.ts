/** The small grey lines of a row: what a reader must know beside the words and their date. */

import { DEFAULT_SCHEME } from '../domain/figure/vagueness.ts';
import { isVague } from '../domain/figure/value.ts';
import { bearsFigure } from '../domain/record/claim.ts';
import { daysBetween } from '../domain/record/date.ts';
import type { Estimate } from '../domain/record/estimate.ts';
import type { Reading } from '../domain/record/evidence.ts';
import { metricOf } from '../domain/record/metric.ts';
import { movedSince, restsOnScheme } from '../domain/record/movement.ts';
import { outletsOf } from '../domain/record/reading.ts';
import { type ClaimState, orderDay } from '../domain/record/record.ts';
import { addedWords } from './added-words.ts';
import { apartWords } from './correction-words.ts';
import { dateWords, dayWords } from './locale.ts';
import { readingWords } from './reading-words.ts';
import type { Setting } from './setting.ts';
import type { Note } from './topic-view.ts';
import { claimWords, figureWords, nameOf, quoted, saidWords, unitOf } from './wording.ts';

/** A figure this much older than its measure's newest shows its age (days). */
const OLD = 30;

/** Notes in the order a reader needs them; `age` in days behind the measure's newest, null up to 30. */
export function notesOf(estimate: Estimate, setting: Setting): { notes: Note[]; age: number | null } {
  const { record, lang, scheme, newest } = setting;
  const { lead } = estimate;
  const { claim } = lead;
  const notes: Note[] = [];
  const say = (kind: Note['kind'], text: string) => notes.push({ kind, text });
  const sound = estimate.without === null;
  if (!sound) say('standing', lead.events.at(-1)?.reason ?? printedDifferently(claim.readings));
  if (sound && claim.value && bearsFigure(claim)) {
    if (isVague(claim.value)) say('reading', readingWords(claim.value, scheme, lang));
    if (claim.value.derived) say('reading', `our conversion: ${claim.value.derived.how}`);
    for (const { label, value } of claim.alternatives)
      say('beside', `${label}: ${figureWords(value, unitOf(claim, record), lang)}`);
    if ([lead, ...estimate.equals].some((state) => estimate.equals.length > 0 && state.claim.label === null))
      say('beside', 'of one date; which was said last is not known');
  }
  for (const other of sound ? estimate.beside : []) {
    if (!estimate.equals.includes(other)) say('beside', besideWords(other, lead, setting));
  }
  if (sound && claim.adopts)
    say('adopts', `adopting the figure of ${nameOf(record, adoptedFrom(setting, claim.adopts))}`);
  if (claim.asOf) say('as-of', `data to ${dateWords(claim.asOf, lang)}`);
  if (claim.disclosed) say('disclosed', `made public ${dateWords(claim.disclosed, lang)}`);
  if (estimate.later)
    say('later', `${saidWords(estimate.later, lang)}: ${claimWords(estimate.later.claim, setting)}`);
  // A stance that changed is the news of a row without a figure; an earlier figure is its history.
  if (estimate.previous)
    say(
      claim.value === null && estimate.previous.claim.stance !== claim.stance ? 'stance' : 'previous',
      `before, ${saidWords(estimate.previous, lang)}: ${claimWords(estimate.previous.claim, setting)}${movedWords(estimate)}`,
    );
  for (const reading of sound ? claim.readings : []) {
    if (reading.text !== claim.value?.stated) say('printed', printedAs(reading));
  }
  const outlets = outletsOf(claim).size;
  if (outlets > 1) say('outlets', `reported by ${outlets} outlets`);
  const day = orderDay(lead.bound);
  const age = newest && day && sound && bearsFigure(claim) ? daysBetween(day, newest) : 0;
  if (age > OLD) say('age', `${ageWords(age)} older than the newest`);
  for (const event of lead.events) {
    if (event.kind !== 'corrected') continue;
    const [was, now] = apartWords(event.was, claim, setting);
    const from = was === now ? '' : `, from ${was}${now === claimWords(claim, setting) ? '' : ` to ${now}`}`;
    say('corrected', `corrected by us on ${dayWords(event.on, lang)}${from}: ${event.reason}`);
  }
  for (const addition of sound ? lead.additions : [])
    say('evidence', `added on ${dayWords(addition.recorded, lang)}: ${addedWords(addition)}`);
  return { notes, age: age > OLD ? age : null };
}

/** " (lowered since)" of the earlier figure; where a vague word decides it, by whose reading. */
function movedWords(estimate: Estimate): string {
  const moved = movedSince(estimate);
  if (moved === null) return '';
  const { lead, previous } = estimate;
  const read = restsOnScheme(previous?.claim.value ?? null, lead.claim.value);
  return ` (${moved} since${read ? `, as ${DEFAULT_SCHEME.name} reads it` : ''})`;
}

/** A figure or a stance beside the row's own, with its date where that is another. */
function besideWords(other: ClaimState, lead: ClaimState, setting: Setting): string {
  const { label } = other.claim;
  const [when, own] = [saidWords(other, setting.lang), saidWords(lead, setting.lang)];
  const date = when === own ? '' : `, ${when}`;
  return `${label ?? 'also'}${date}${label || date ? ':' : ''} ${claimWords(other.claim, setting)}`;
}

const printedAs = (reading: Reading): string => {
  const metric = reading.metric === null ? null : metricOf(reading.metric)?.label.toLowerCase();
  return `printed as ${quoted(reading.text)}${metric ? ` (${metric})` : ''} by ${reading.outlet}`;
};

const printedDifferently = (readings: readonly Reading[]): string => readings.map(printedAs).join('; ');

const adoptedFrom = ({ record }: Setting, id: string): string | null =>
  record.held.get(id)?.claim.source ?? null;

function ageWords(days: number): string {
  if (days < 60) return `${days} days`;
  const months = Math.round(days / 30.44);
  return months < 24 ? `${months} months` : `${Math.round(days / 365.25)} years`;
}
