/** Which hedges the words put on a figure: a hedge is recorded only where its phrase was said of that figure. */
import { plainFigures } from './digits.ts';
import { AFTER, BEFORE, BETWEEN, DENIAL, DENIED, type HedgePhrase, MARK, OPEN } from './hedge-words.ts';
import { closeTo } from './number-match.ts';
import type { StatedNumber } from './stated-number.ts';
import { makeRange, numbersIn } from './stated-numbers.ts';
import { vagueSpan } from './vague-words.ts';
import { type Hedge, isVague, type Value } from './value.ts';

interface Span {
  from: number;
  to: number;
}

const usualWhole = ({ kind }: Value): number | null => (kind === 'share' ? 1 : null);

/** True when a phrase of the hedge stands at the value's figure, in the words said or in our translation of them. */
export function isHedged(value: Value, whole = usualWhole(value)): boolean {
  return value.hedge === null || hedgesOf(value, whole).has(value.hedge);
}

/**
 * Every hedge said of the value's figure; of any figure in the words where none of them is the value's. `whole`: what
 * the whole is in the measure's unit, where that is a part.
 */
export function hedgesOf(value: Value, whole = usualWhole(value)): Set<Hedge> {
  const { stated, lang, gloss } = value;
  if (stated === null) return new Set();
  const readings: [string, string][] = [
    [stated, lang],
    ...(gloss === null ? [] : [[gloss, 'en'] as [string, string]]),
  ];
  return new Set(readings.flatMap(([words, tongue]) => hedgesIn(words, tongue, value, whole)));
}

function hedgesIn(words: string, lang: string, value: Value, whole: number | null): Hedge[] {
  const plain = plainFigures(words);
  if (isVague(value)) {
    const span = vagueSpan(plain, lang);
    return span ? [...before(plain, span.from, span.to), ...after(plain, span.to, [])] : [];
  }
  const numbers = numbersIn(words, lang);
  const isOwn = (number: StatedNumber) =>
    [value.low, value.point, value.high].some((n) => n !== null && closeTo(n, number, whole));
  const own = numbers.filter(isOwn);
  return (own.length > 0 ? own : numbers).flatMap((number) => {
    const { from, to } = wholeRange(number, numbers, plain);
    const hedges = [...before(plain, from, to), ...after(plain, to, numbers)];
    return isSizeOfFall(value, number) ? hedges.map((hedge) => OF_A_FALL[hedge] ?? hedge) : hedges;
  });
}

/** Of a fall the words bound its size: "down more than 4.8 %" is a change of less than -4.8 %. */
const isSizeOfFall = ({ low, point, high }: Value, { falls }: StatedNumber): boolean =>
  falls && [low, point, high].some((n) => n !== null && n < 0);
const OF_A_FALL: Partial<Record<Hedge, Hedge>> = {
  'at-least': 'at-most',
  'more-than': 'fewer-than',
  'at-most': 'at-least',
  'fewer-than': 'more-than',
};

/** A hedge before a range, or after it, is said of both its ends. */
function wholeRange(number: StatedNumber, numbers: readonly StatedNumber[], plain: string): Span {
  const at = numbers.indexOf(number);
  const [previous, next] = [numbers[at - 1], numbers[at + 1]];
  return {
    from:
      previous && previous.from < number.from && makeRange(previous, number, plain)
        ? previous.from
        : number.from,
    to: next && next.from > number.to && makeRange(number, next, plain) ? next.to : number.to,
  };
}

/** Phrases may follow one another: "perhaps as many as 300". */
function before(plain: string, from: number, to: number): Hedge[] {
  const found: Hedge[] = [];
  let rest = plain.slice(0, from);
  for (let n = 0; n < 4; n++) {
    rest = withoutBetween(rest, plain.slice(to));
    const [match, phrase] = longest(rest);
    if (!match || !phrase) break;
    const ahead = rest.slice(0, match.index + (match[1] ?? '').length);
    if (
      phrase.unless &&
      new RegExp(`(?:^|[^\\p{L}])${phrase.unless}(?: (?:the|a|its|their))?\\s*$`, 'iu').test(ahead)
    )
      break;
    if (OPEN.test(ahead)) return [];
    if (DENIAL.test(ahead)) {
      found.push(...phrase.hedges.flatMap((hedge) => DENIED[hedge] ?? []));
      break;
    }
    found.push(...phrase.hedges);
    rest = ahead;
  }
  return found;
}

/** Without articles, currencies and "another" before the figure; "the" only where a mark follows it. */
function withoutBetween(text: string, behind: string): string {
  let rest = text.trimEnd();
  for (let n = 0; n < 3; n++) {
    const match = BETWEEN.exec(rest);
    if (!match || (/\bthe\s*$/i.test(rest) && !MARK.test(behind))) return rest;
    rest = rest.slice(0, match.index).trimEnd();
  }
  return rest;
}

const BEFORE_FORMS = BEFORE.map((each) => ({
  each,
  form: new RegExp(
    /^[\p{L}(]/u.test(each.form) ? `(^|[^\\p{L}\\d-])(?:${each.form})\\s*-?$` : `()(?:${each.form})\\s*$`,
    'iu',
  ),
}));

function longest(text: string): [RegExpExecArray | null, HedgePhrase | null] {
  let best: [RegExpExecArray | null, HedgePhrase | null] = [null, null];
  for (const { each, form } of BEFORE_FORMS) {
    const match = form.exec(text);
    if (match && (best[0] === null || match.index < best[0].index)) best = [match, each];
  }
  return best;
}

const NOUNS = "(?:[ -](?!more |less |or |and |at |of )[\\p{L}'-]+){0,3}?";
const AFTER_FORMS = AFTER.map((each) => ({
  hedges: each.hedges,
  form: new RegExp(
    each.near ? `^ ?(?:${each.form})(?![\\p{L}\\d])` : `^${NOUNS},? (?:${each.form})(?![\\p{L}\\d-])`,
    'iu',
  ),
}));

/** A phrase that a further figure follows is said of that one: "300 dead, at least 20 of them children". */
function after(plain: string, to: number, numbers: readonly StatedNumber[]): Hedge[] {
  const behind = plain.slice(to);
  const fitting = AFTER_FORMS.flatMap(({ hedges, form }) => {
    const length = form.exec(behind)?.[0].length;
    return length === undefined ? [] : [{ hedges, end: to + length }];
  });
  const [best] = fitting.sort((a, b) => b.end - a.end);
  if (!best || DENIED_FIGURE.test(plain.slice(0, to))) return [];
  const rest = plain.slice(best.end);
  const isTaken = numbers.some(
    ({ from }) =>
      from >= to && (from < best.end || /^[ ,]*(?:some |about )?$/i.test(plain.slice(best.end, from))),
  );
  return isTaken || /^ than\b/i.test(rest) ? [] : [...best.hedges];
}

/** "not 300 or more": what follows a figure denied is not said of it. */
const DENIED_FIGURE = /(?:^|[^\p{L}])(?:not|never|no) [\d.,]+$/iu;
