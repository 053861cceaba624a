/** Turns a figure, a stance, a date and a chain into words, once, for every face alike. */

import { comparand, isSaid } from '../domain/figure/number-agreement.ts';
import { closeTo } from '../domain/figure/number-match.ts';
import { wholeOf } from '../domain/figure/quantity.ts';
import { numbersIn, saysMargin } from '../domain/figure/stated-numbers.ts';
import { holdsInterval, isWorded, type Value, type Worded } from '../domain/figure/value.ts';
import { bearsFigure, type Claim, isRelay } from '../domain/record/claim.ts';
import type { StatedDate } from '../domain/record/date.ts';
import type { Link } from '../domain/record/evidence.ts';
import { unitIdOf } from '../domain/record/metric.ts';
import type { Bound, ClaimState, TopicRecord } from '../domain/record/record.ts';
import { vouches } from '../domain/record/stance.ts';
import { UNITY, type Unit, unitIn } from '../domain/record/unit.ts';
import { isolated } from './isolated.ts';
import { dateWords, dayWords, numberWords } from './locale.ts';
import { asPrinted, quotation } from './quotation.ts';
import { stanceWords } from './stance-words.ts';
import { tableWords } from './table-words.ts';
import { countedWords } from './unit-words.ts';
import { wordsOf } from './words/words.ts';

/** What any wording needs beside the claim: the record it stands in, and the language it is read in. */
export interface WordingContext {
  record: TopicRecord;
  lang: string;
}

/** The unit of the claim's measure, by its id; the bare number's without a measure. */
export function unitOf(claim: Pick<Claim, 'measure'>, record: TopicRecord): string {
  const measure = record.measures.get(claim.measure ?? '');
  return measure === undefined ? UNITY : unitIdOf(measure, record.metrics.get(measure.metric));
}

/** The same with its words, its metric's own before its unit's; of a log from before units were kept, the bare number. */
export function countedIn(claim: Pick<Claim, 'measure'>, record: TopicRecord): Unit {
  const unit = unitIn(record.units, unitOf(claim, record)) ?? BARE;
  const metric = record.metrics.get(record.measures.get(claim.measure ?? '')?.metric ?? '');
  const ownWords = metric?.plural && unit.currency === null && unit.intl === null;
  return ownWords ? { ...unit, singular: metric.singular, plural: metric.plural } : unit;
}

const BARE: Unit = {
  id: UNITY,
  version: 1,
  singular: null,
  plural: null,
  ucum: UNITY,
  intl: null,
  currency: null,
};

/** The figure in one phrase: the words said, in quotation marks, with what a reader needs beside them; of a table its numbers. */
export function figureWords(value: Value, unit: Unit, lang: string): string {
  if (!isWorded(value)) return tableWords(value, unit, lang);
  const said = withGloss(value.stated, value.gloss, lang);
  if (holdsInterval(value) || value.kind === 'share')
    return ofWords(value, aroundWords(value, said, unit, lang), lang);
  if (value.derived === null) return said;
  const { point, derived } = value;
  // Where only the margin was quoted ("±21%"), the figure it belongs to stands before it.
  const isBare = point !== null && !derived.ends.includes('point') && /^[±+]/.test(value.stated);
  const lead = isBare ? `${numberWords(point, lang, unit.id)} ` : '';
  return wordsOf(lang).figures.converted(`${lead}${said}`, conversion(value, unit, lang));
}

/** With the interval around it, where that is not in the words already. */
function aroundWords(value: Worded, said: string, unit: Unit, lang: string): string {
  const { low, point, high, level } = value;
  const number = (n: number) => numberWords(n, lang, unit.id);
  const { read, saidPoint, saidEnds } = wordsOf(lang).figures.interval;
  if (low === null || point === null || high === null) return said;
  if (level === null)
    return saysMargin(value.stated, value.lang) ? said : read(said, null, number(low), number(high));
  const covered = numberWords(level, lang, 'share');
  if (saysAll(value, level, unit)) return said;
  if (mentions(value, point, unit)) return saidPoint(said, covered, number(low), number(high));
  return saidEnds(number(point), covered, said);
}

/** "72 (90 % interval 66 to 78)": the point, both ends and the level stand in the words. */
function saysAll(value: Worded, level: number, unit: Unit): boolean {
  const compared = comparand(value, { quantity: 'rate', whole: wholeOf(unit.id) });
  const says = (end: 'low' | 'point' | 'high') =>
    compared.numbers.some((number) => isSaid(compared, end, number));
  return (
    says('low') &&
    says('point') &&
    says('high') &&
    compared.numbers.some((number) => closeTo(level, number, 1))
  );
}

function ofWords({ stated, gloss, of: whole }: Worded, figure: string, lang: string): string {
  const words = gloss ?? stated;
  if (whole === null || namesWhole(words, whole)) return figure;
  const { than, of, ofAfterMore } = wordsOf(lang).figures.share;
  if (COMPARATIVE.test(words)) return than(figure, whole);
  return (GOES_ON.test(words) ? ofAfterMore : of)(figure, whole);
}

/** "60 to 75 % intercepted", "1 in 10 jobs": more than the share was said, and "of" after it would read as one with that. */
const GOES_ON =
  /(?<!per ?cent|percent|percentage points?|points?|hal(?:f|ves)|thirds?|quarters?|(?:four|fif|six|seven|eigh|nin|ten|twentie|hundred|thousand)ths?|majority|minority|most|all|none|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million)(?<=\p{Script=Latin})[.!]?$/iu;

/** True where the words name the whole themselves, whatever its article: "one in 8 beds", never "women" for men. */
function namesWhole(words: string, whole: string): boolean {
  const bare = (text: string) =>
    ` ${(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !/^(?:the|an?|all)$/.test(word)).join(' ')} `;
  return bare(words).includes(bare(whole));
}

/** "20 to 50 percent lower" than a figure, not of it. */
const COMPARATIVE = /\b(lower|higher|less|more|fewer|smaller|larger|greater)$/i;

/** The numbers that are ours; a hedge that was said of one is said of what we make of it. */
function conversion({ derived, hedge, low, point, high }: Value, unit: Unit, lang: string): string {
  const ends = derived?.ends ?? [];
  const [from, to] = [ends.includes('low') ? low : null, ends.includes('high') ? high : null];
  if (from !== null && to !== null) return countedWords([from, to], unit, lang);
  const ours = countedWords([from ?? to ?? point ?? 0], unit, lang);
  return hedge === null || point === null || !ends.includes('point')
    ? ours
    : wordsOf(lang).figures.recorded.hedged[hedge](ours);
}

/** True when the number stands in the words, however it is written. */
function mentions({ stated, lang }: Worded, n: number, unit: Unit): boolean {
  const whole = wholeOf(unit.id);
  return numbersIn(stated, lang).some((number) => closeTo(n, number, whole));
}

function withGloss(stated: string, gloss: string | null, lang: string): string {
  const said = quotation(stated, lang);
  return gloss === null ? said : wordsOf(lang).figures.translated(said, isolated(asPrinted(gloss)));
}

/** What the claim says, in one phrase; a stance without a figure is words, never a dash. */
export function claimWords(claim: Claim, { record, lang }: WordingContext): string {
  const { stance } = claim;
  if (claim.value !== null && bearsFigure(claim) && vouches(stance)) {
    const words = wordsOf(lang).statements;
    const figure = figureWords(claim.value, countedIn(claim, record), lang);
    if (isRelay(claim)) return words.relayed(nameOf(record, claim.about?.source), figure);
    return words.said[stance](figure);
  }
  const answered = record.held.get(claim.about?.claim ?? '')?.claim;
  const value = answered?.value ?? null;
  return stanceWords(claim, lang, {
    own: claim.words && withGloss(claim.words.stated, claim.words.gloss, lang),
    answered: answered && value ? figureWords(value, countedIn(answered, record), lang) : null,
    answeredStated: value?.stated ?? '',
    summarised: claim.measure === null && claim.summary !== null,
  });
}

/** A statement as a timeline tells it: the words said first, then our summary, marked as ours. */
export function statementWords(claim: Claim, context: WordingContext): string {
  if (claim.measure !== null || claim.summary === null) return claimWords(claim, context);
  const words = wordsOf(context.lang).statements;
  const ours = words.summary(claim.summary);
  return claim.words === null ? ours : words.saidThenSummary(claimWords(claim, context), ours);
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
  const { dateNotGiven } = wordsOf(lang).statements;
  if (latest) return dateNotGiven[isWhole(latest) ? 'byEndOf' : 'by'](dayWords(latest.date, lang));
  return bound.notBefore ? dateNotGiven.orLater(dayWords(bound.notBefore, lang)) : dateNotGiven.alone;
}

const isWhole = ({ precision }: StatedDate): boolean => precision === 'year' || precision === 'month';

/** "Pat Ryder · via Yonhap, The Korea Herald": the speaker, then the way from there to the page read; never the source's own name twice. */
export function viaWords(chain: readonly Link[], sourceName: string, lang: string): string {
  const speakers = chain
    .filter((link) => link.role === 'speaker')
    .map((link) => link.descriptor ?? link.name);
  const way = chain
    .filter((link) => link.role !== 'speaker' && link.name !== sourceName)
    .map((link) => link.name);
  const named = [...new Set(speakers)].filter((name) => !plain(sourceName).startsWith(plain(name)));
  const via = way.length > 0 ? [wordsOf(lang).statements.via([...new Set(way)].reverse())] : [];
  return [...named, ...via].join(' · ');
}

/** Names compare alike however their case and apostrophes are typed. */
const plain = (name: string): string => name.toLowerCase().replaceAll('’', "'");

/** A withdrawn, withheld or disputed figure as the row says it. */
export function standingWords(state: ClaimState, context: WordingContext): string {
  const event = state.events.at(-1);
  const on = event ? dayWords(event.on, context.lang) : '';
  const words = wordsOf(context.lang).statements;
  if (state.standing === 'retracted') return words.withdrew(withdrawnWords(state.claim, context), on);
  return state.standing === 'withheld' ? words.withheldOn(on) : words.disputed;
}

/** What was withdrawn, as it was said: never a figure in its place. */
function withdrawnWords({ value, words, measure }: Claim, { record, lang }: WordingContext): string {
  if (value !== null) return figureWords(value, countedIn({ measure }, record), lang);
  if (words === null) return wordsOf(lang).statements.itsStatement;
  return withGloss(words.stated, words.gloss, lang);
}
