/** What a figure must satisfy to be recorded: its numbers in order, its kind and its quantity those of its measure, its hedge in its words. */
import type { Problem } from '../problem.ts';
import { isHedged } from './hedge.ts';
import { plainNumber } from './plain-number.ts';
import { type Gauge, mayBeNegative, type Quantity } from './quantity.ts';
import { numbersIn, saysMargin } from './stated-numbers.ts';
import { problemsOfTable } from './tabled.ts';
import { sortOf, type VagueSort } from './vague-words.ts';
import { wordOf } from './vagueness.ts';
import { hasInterval, holdsInterval, isVague, isWorded, type Value } from './value.ts';

type Say = (field: string, message: string) => void;

/** Every problem of a value at `path`, each with its field's path; `gauge` is its measure's, null where that is not known. */
export function checkValue(value: Value, path: string, gauge: Gauge | null): Problem[] {
  const problems = checkNumbers(value, path, gauge);
  const say: Say = (field, message) => problems.push({ path: `${path}.${field}`, message });
  checkKind(value, say);
  if (value.kind === 'share') checkShare(value, gauge, say);
  checkLevel(value, say);
  if (!isWorded(value)) problems.push(...problemsOfTable(value, path));
  if (isVague(value)) checkVague(value, say);
  if (gauge !== null) checkMeasure(value, gauge, say);
  if (isWorded(value) && !isHedged(value, gauge?.whole)) {
    say(
      'hedge',
      `The words “${value.stated}” do not hold the hedge "${value.hedge}": leave it out, or give the words that do.`,
    );
  }
  return problems;
}

/** The order of the numbers, and on which side of zero they may lie. */
export function checkNumbers(value: Value, path: string, gauge: Gauge | null): Problem[] {
  const problems: Problem[] = [];
  const say: Say = (field, message) => problems.push({ path: `${path}.${field}`, message });
  const { low, point, high } = value;
  const [l, p, h] = [low, point, high].map((n) => (n === null ? '' : plainNumber(n)));
  if (low !== null && high !== null && low > high)
    say('low', `The low end (${l}) is above the high end (${h}).`);
  if (point !== null && low !== null && point < low)
    say('point', `The point (${p}) is below the low end (${l}).`);
  if (point !== null && high !== null && point > high)
    say('point', `The point (${p}) is above the high end (${h}).`);
  if (gauge === null || mayBeNegative(gauge)) return problems;
  for (const end of ['low', 'point', 'high'] as const)
    if ((value[end] ?? 0) < 0)
      say(
        end,
        `${NEVER_BELOW[gauge.quantity]}: ${plainNumber(value[end] ?? 0)} cannot be recorded here.${gauge.quantity === 'share' ? NO_SHARE : NOT_SIGNED}`,
      );
  return problems;
}

const NOT_SIGNED = ' A difference may be: its metric has "signed": true.';
const NO_SHARE = ' Growth and any other change is no share: its metric is of the quantity rate.';

const NEVER_BELOW: Readonly<Record<Quantity, string>> = {
  count: 'This measure counts, and a count is never below zero',
  duration: 'This measure is a length of time, which is never below zero',
  share: 'This measure is a share, which is never below zero',
  amount: '',
  rate: '',
  index: '',
  money: '',
};

function checkKind(value: Value, say: Say): void {
  const { kind, low, point, high } = value;
  if (kind === 'point' && point === null) say('point', 'A point needs its number.');
  if (kind === 'range' && (low === null || high === null))
    say('low', 'A range needs both ends said; else use a point with a hedge.');
  if (kind === 'interval' && !hasInterval(value)) say('low', 'An interval needs its point and both ends.');
}

function checkShare({ low, point, high, of }: Value, gauge: Gauge | null, say: Say): void {
  if (of === null) say('of', 'Say what the share is a share of.');
  const whole = gauge?.whole ?? 1;
  if (point === null && (low === null || high === null))
    say('point', `A share needs a number from 0 to ${whole}.`);
  if (point !== null && (low === null) !== (high === null))
    say(low === null ? 'low' : 'high', 'An interval or a margin around a share needs both its ends.');
  if (gauge !== null && gauge.quantity !== 'share') return;
  for (const [field, n] of [
    ['low', low],
    ['point', point],
    ['high', high],
  ] as const)
    if (n !== null && n > whole)
      say(
        field,
        `A share lies between 0 and ${whole}: 25 % is ${whole / 4}, and ${plainNumber(n)} cannot be one.${NO_SHARE}`,
      );
}

/** The margin that an error is given by has no level of its own; an interval in words needs one. */
function checkLevel(value: Value, say: Say): void {
  if (!holdsInterval(value) && value.kind !== 'interval') {
    if (value.level !== null) say('level', 'Only an interval has a level.');
    return;
  }
  if (
    value.kind === 'interval' &&
    value.level === null &&
    isWorded(value) &&
    !saysMargin(value.stated, value.lang)
  )
    say('level', 'Give the level of the interval, such as 0.95; only a margin ("±3") may do without.');
}

function checkVague(value: Value, say: Say): void {
  if (value.low !== null || value.point !== null || value.high !== null)
    say('point', 'Vague words hold no number: the scheme reads them.');
  if (!isWorded(value) || wordOf(value) !== null) return;
  const [number] = numbersIn(value.stated, value.lang);
  say(
    'stated',
    number === undefined
      ? 'These words are not in the lexicon of vague figures: record a stance with words instead.'
      : 'These words are not in the lexicon of vague figures but hold a number: record it as a point, a range or a share.',
  );
}

/** Which kinds a measure takes: a part of a whole is never set beside a count. */
function checkMeasure(value: Value, gauge: Gauge, say: Say): void {
  const { kind } = value;
  const { quantity, whole } = gauge;
  if (isVague(value)) {
    const word = wordOf(value);
    if (word !== null) checkSort(sortOf(word), gauge, say);
    return;
  }
  if (quantity === 'share' && kind !== 'share')
    say('kind', 'This measure is a share: use the kind "share", and say in "of" what it is a share of.');
  if (kind === 'share' && whole === null)
    say('kind', `A share is a measure of its own: this measure ${COUNTS[quantity]}.`);
}

/** Words for a share are read as parts of one, and those that count as so many of what is counted. */
function checkSort(sort: VagueSort, { quantity, whole }: Gauge, say: Say): void {
  if (sort === 'share' && quantity !== 'share')
    say(
      'kind',
      `These words are of a share, and this measure ${COUNTS[quantity]}: give a measure that is a share.`,
    );
  if (sort === 'share' && quantity === 'share' && whole !== 1)
    say('kind', 'Words for a share are read as parts of one: give a measure in the unit "share".');
  if (sort === 'count' && whole !== null)
    say('kind', 'This measure is in percent, and these words count things: give a measure that counts.');
}

const COUNTS: Readonly<Record<Quantity, string>> = {
  count: 'counts',
  amount: 'is an amount',
  rate: 'is a rate',
  share: 'is not in percent',
  index: 'is an index',
  duration: 'is a length of time',
  money: 'is a sum of money',
};
