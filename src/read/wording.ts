/** Turns a figure, a stance, a date and a chain into words, once, for every face alike. */
import { bearsFigure, type Claim, isRelay } from '../domain/claim.ts';
import type { Link } from '../domain/evidence.ts';
import { metricOf } from '../domain/metric.ts';
import type { Bound, ClaimState, TopicRecord } from '../domain/record.ts';
import type { Stance } from '../domain/stance.ts';
import type { Value } from '../domain/value.ts';
import { dateWords, dayWords, intervalWords, numberWords } from './locale.ts';

export interface Voice {
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
    if (mentions(value.stated, value.point))
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

/** True when the digits of a number stand in the words, whatever separates them. */
function mentions(words: string, n: number | null): boolean {
  return n !== null && words.replace(/(?<=\d)[,.\s](?=\d{3})/g, '').includes(String(n));
}

const withGloss = (stated: string, gloss: string | null): string =>
  gloss === null ? quoted(stated) : `${quoted(stated)} (${gloss}, our translation)`;

/** Words beside a stance: whoever admits or alleges is not made to state. */
const SPOKEN = { states: '', acknowledges: 'acknowledges ', alleges: 'alleges ' } as const;

const WITHOUT_FIGURE: Readonly<Record<Stance, string>> = {
  states: 'gives no figure',
  acknowledges: 'acknowledges, no figure',
  alleges: 'alleges, no figure',
  'cannot-confirm': 'cannot confirm',
  declines: 'declined to answer',
  denies: 'denies',
  'no-answer': 'gave no answer',
};

/** What the claim says, in one phrase; a stance without a figure is words, never a dash. */
export function claimWords(claim: Claim, { record, lang }: Voice): string {
  if (claim.value !== null && bearsFigure(claim)) {
    const figure = figureWords(claim.value, unitOf(claim, record), lang);
    if (isRelay(claim)) return `says ${nameOf(record, claim.about?.source)} said ${figure}`;
    return claim.stance === 'states' ? figure : `${claim.stance} ${figure}`;
  }
  const words = claim.words && withGloss(claim.words.stated, claim.words.gloss);
  const answered = answeredWords(claim, { record, lang });
  switch (claim.stance) {
    case 'denies':
      return answered ? `denies ${answered}` : `denies${words ? `: ${words}` : ''}`;
    case 'declines':
    case 'no-answer':
      return answered ? `${WITHOUT_FIGURE[claim.stance]} on ${answered}` : WITHOUT_FIGURE[claim.stance];
    case 'cannot-confirm':
      return answered ? `cannot confirm ${answered}` : WITHOUT_FIGURE[claim.stance];
    case 'states':
    case 'acknowledges':
    case 'alleges':
      return words ? `${SPOKEN[claim.stance]}${words}, no figure` : WITHOUT_FIGURE[claim.stance];
  }
}

/** The words or the figure that a denial or refusal is about. */
function answeredWords(claim: Claim, { record, lang }: Voice): string | null {
  if (claim.about?.words) return claim.about.words;
  const answered = record.held.get(claim.about?.claim ?? '')?.claim;
  return answered?.value ? figureWords(answered.value, unitOf(answered, record), lang) : null;
}

export function nameOf(record: TopicRecord, id: string | null | undefined): string {
  return record.sources.get(id ?? '')?.name ?? id ?? '';
}

/** "23 Dec 2024"; where the page gives none "date not given, by 17 Dec 2024" or "date not given, 16 Jun 2019 or later". */
export function saidWords(
  { claim, bound }: { claim: Pick<Claim, 'said'>; bound: Bound },
  lang: string,
): string {
  if (claim.said && bound.dated) return dateWords(claim.said, lang);
  if (bound.notAfter) return `date not given, by ${dayWords(bound.notAfter, lang)}`;
  return bound.notBefore ? `date not given, ${dayWords(bound.notBefore, lang)} or later` : 'date not given';
}

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
export function standingWords(state: ClaimState, voice: Voice): string {
  const event = state.events.at(-1);
  const on = event ? dayWords(event.on, voice.lang) : '';
  if (state.standing === 'retracted') return `withdrew ${bareFigure(state.claim, voice)} on ${on}`;
  if (state.standing === 'withheld') return `withheld on ${on}`;
  return `disputed: outlets print this statement differently`;
}

function bareFigure(claim: Claim, { record, lang }: Voice): string {
  const { value } = claim;
  if (value === null) return 'its statement';
  const unit = unitOf(claim, record);
  if (value.point !== null && value.low === null && value.high === null)
    return numberWords(value.point, lang, unit);
  return value.low !== null && value.high !== null ? intervalWords(value, lang, unit) : quoted(value.stated);
}
