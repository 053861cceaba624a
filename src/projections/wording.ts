/** Turns a figure, a stance, a date and a chain into words, once, for every face alike. */

import { closeTo } from '../domain/figure/number-match.ts';
import { numbersIn } from '../domain/figure/stated-numbers.ts';
import type { Value } from '../domain/figure/value.ts';
import { bearsFigure, type Claim, isRelay } from '../domain/record/claim.ts';
import type { StatedDate } from '../domain/record/date.ts';
import type { Link } from '../domain/record/evidence.ts';
import { metricOf } from '../domain/record/metric.ts';
import type { Bound, ClaimState, TopicRecord } from '../domain/record/record.ts';
import { dateWords, dayWords, numberWords } from './locale.ts';
import { stanceWords } from './stance-words.ts';

/** What any wording needs beside the claim: the record it stands in, and the language it is read in. */
export interface WordingContext {
  record: TopicRecord;
  lang: string;
}

export const quoted = (words: string): string => `“${words}”`;

/** The unit of the claim's measure, for numerals and conversions. */
export function unitOf(claim: Claim, record: TopicRecord): string {
  const measure = record.measures.get(claim.measure ?? '');
  return (measure && metricOf(measure.metric)?.unit) ?? 'people';
}

/** The figure in one phrase: the words said, in quotation marks, with what a reader needs beside them. */
export function figureWords(value: Value, unit: string, lang: string): string {
  const number = (n: number) => numberWords(n, lang, unit);
  const said = withGloss(value.stated, value.gloss);
  if (value.kind === 'interval' && value.low !== null && value.high !== null && value.point !== null) {
    const level = numberWords(value.level ?? 0, lang, 'share');
    if (mentions(value, value.point))
      return `${said} (${level} interval ${number(value.low)} to ${number(value.high)})`;
    return `${number(value.point)} (${level} interval ${said})`;
  }
  if (value.kind === 'share')
    return `${said} ${COMPARATIVE.test(value.gloss ?? value.stated) ? 'than' : 'of'} ${value.of}`;
  if (value.derived === null) return said;
  const point =
    value.point !== null && !value.derived.ends.includes('point') ? `${number(value.point)} ` : '';
  // Where only the margin was quoted ("±21%"), the figure it belongs to stands before it.
  const lead = /^[±+]/.test(value.stated) ? point : '';
  return `${lead}${said} (${conversion(value, unit, lang)}, our conversion)`;
}

/** "20 to 50 percent lower" than a figure, not of it. */
const COMPARATIVE = /\b(lower|higher|less|more|fewer|smaller|larger|greater)$/i;

function conversion(value: Value, unit: string, lang: string): string {
  const ends = value.derived?.ends ?? [];
  const [low, high] = [ends.includes('low') ? value.low : null, ends.includes('high') ? value.high : null];
  const of = unit === 'share' ? '' : ` ${unit}`;
  if (low !== null && high !== null)
    return `${numberWords(low, lang, unit)} to ${numberWords(high, lang, unit)}${of}`;
  return `${numberWords(low ?? high ?? value.point ?? 0, lang, unit)}${of}`;
}

/** True when the number stands in the words, however it is written. */
function mentions({ stated, lang, kind }: Value, n: number): boolean {
  return numbersIn(stated, lang).some((number) => closeTo(n, number, kind));
}

const withGloss = (stated: string, gloss: string | null): string =>
  gloss === null ? quoted(stated) : `${quoted(stated)} (${gloss}, our translation)`;

/** What the claim says, in one phrase; a stance without a figure is words, never a dash. */
export function claimWords(claim: Claim, { record, lang }: WordingContext): string {
  if (claim.value !== null && bearsFigure(claim)) {
    const figure = figureWords(claim.value, unitOf(claim, record), lang);
    if (isRelay(claim)) return `says ${nameOf(record, claim.about?.source)} said ${figure}`;
    return claim.stance === 'states' ? figure : `${claim.stance} ${figure}`;
  }
  const answered = record.held.get(claim.about?.claim ?? '')?.claim;
  const value = answered?.value ?? null;
  return stanceWords(claim, {
    own: claim.words && withGloss(claim.words.stated, claim.words.gloss),
    answered: answered && value ? figureWords(value, unitOf(answered, record), lang) : null,
    answeredStated: value?.stated ?? '',
    summarised: claim.measure === null && claim.summary !== null,
  });
}

/** A statement as a timeline tells it: the words said first, then our summary, marked as ours. */
export function statementWords(claim: Claim, context: WordingContext): string {
  if (claim.measure !== null || claim.summary === null) return claimWords(claim, context);
  const ours = `In our words: ${claim.summary}`;
  return claim.words === null ? ours : `${claimWords(claim, context)}. ${ours}`;
}

export function nameOf(record: TopicRecord, id: string | null | undefined): string {
  return record.sources.get(id ?? '')?.name ?? id ?? '';
}

/** "23 Dec 2024"; where the page gives none "date not given, by 17 Dec 2024" or "date not given, 16 Jun 2019 or later". */
export function saidWords(
  { claim, bound }: { claim: Pick<Claim, 'said' | 'published'>; bound: Bound },
  lang: string,
): string {
  if (claim.said && bound.dated) return dateWords(claim.said, lang);
  const latest = claim.said ?? claim.published;
  if (latest) return `date not given, by ${wholeOf(latest)}${dayWords(latest.date, lang)}`;
  return bound.notBefore ? `date not given, ${dayWords(bound.notBefore, lang)} or later` : 'date not given';
}

const wholeOf = ({ precision }: StatedDate): string =>
  precision === 'year' || precision === 'month' ? 'the end of ' : '';

/** "Pat Ryder · via Yonhap, The Korea Herald": the speaker, then the way from there to the page read; never the source's own name twice. */
export function viaWords(chain: readonly Link[], sourceName: string): string {
  const speakers = chain
    .filter((link) => link.role === 'speaker')
    .map((link) => link.descriptor ?? link.name);
  const way = chain
    .filter((link) => link.role !== 'speaker' && link.name !== sourceName)
    .map((link) => link.name);
  const named = [...new Set(speakers)].filter((name) => !plain(sourceName).startsWith(plain(name)));
  const via = way.length > 0 ? [`via ${[...new Set(way)].reverse().join(', ')}`] : [];
  return [...named, ...via].join(' · ');
}

/** Names compare alike however their case and apostrophes are typed. */
const plain = (name: string): string => name.toLowerCase().replaceAll('’', "'");

/** A withdrawn, withheld or disputed figure as the row says it. */
export function standingWords(state: ClaimState, context: WordingContext): string {
  const event = state.events.at(-1);
  const on = event ? dayWords(event.on, context.lang) : '';
  if (state.standing === 'retracted') return `withdrew ${withdrawnWords(state.claim, context)} on ${on}`;
  if (state.standing === 'withheld') return `withheld on ${on}`;
  return `disputed: outlets print this statement differently`;
}

/** What was withdrawn, as it was said: never a figure in its place. */
function withdrawnWords({ value, words, ...claim }: Claim, { record, lang }: WordingContext): string {
  if (value !== null) return figureWords(value, unitOf({ value, words, ...claim }, record), lang);
  return words === null ? 'its statement' : withGloss(words.stated, words.gloss);
}
