/** Which scale an axis has and where its ticks stand: round numbers, three to six of them, through every number shown. */
import { type Quantity, startsAtZero } from '../domain/figure/quantity.ts';
import type { Interval } from '../domain/figure/value.ts';

export interface Scale {
  kind: 'log' | 'linear';
  /** The numbers at both ends of the line. */
  low: number;
  high: number;
  /** Some figure is zero on a log scale: it stands at 0, before a break in the line. */
  hasBreak: boolean;
  /** How many times one tick is the last on a log scale; null on a linear one. */
  step: number | null;
  /** From nothing to the whole. */
  isShare: boolean;
  ticks: number[];
}

/** Beyond this the smaller of two positive numbers cannot be told from zero on a linear scale. */
const LINEAR_SPAN = 10;
const MOST_TICKS = 6;

/**
 * Every scale that would do, the one with most ticks first: logarithmic where all ends are positive (a zero stands before
 * a break) and span more than ten times, else linear. `whole`: what a share's scale ends at, in its unit.
 */
export function scalesFor(ends: readonly number[], quantity: Quantity, whole: number | null): Scale[] {
  if (quantity === 'share' && whole !== null && ends.every((end) => end >= 0)) return [shareScale(whole)];
  const positive = ends.filter((end) => end > 0);
  const [least, most] = [smallest(positive), largest(positive)];
  if (!ends.some((end) => end < 0) && most > least * LINEAR_SPAN)
    return logScales(least, most, ends.includes(0));
  // A rank is an index of whole numbers; nothing but zeros has no parts either.
  const isCounted = quantity === 'count' || quantity === 'index' || ends.every((end) => end === 0);
  const isWhole = isCounted && ends.every(Number.isInteger);
  const cut = linearScales(smallest(ends), largest(ends), isWhole);
  const through = linearScales(Math.min(0, smallest(ends)), Math.max(0, largest(ends)), isWhole);
  return needsZero(ends, quantity) ? through : [...cut, ...through];
}

/** Where a sign is read, where the distance from zero is the size, and where zero is no farther than the figures are apart. */
function needsZero(ends: readonly number[], quantity: Quantity): boolean {
  const [low, high] = [smallest(ends), largest(ends)];
  return startsAtZero(quantity) || low < 0 || low === high || low <= high - low;
}

/** A share's whole is its scale: how much of it is what is read. */
const shareScale = (whole: number): Scale => ({
  kind: 'linear',
  low: 0,
  high: whole,
  hasBreak: false,
  step: null,
  isShare: true,
  ticks: [0, whole / 2, whole],
});

/** Powers of ten around both ends; where they are many, each so many decades, and the last beyond the end. */
function logScales(least: number, most: number, hasBreak: boolean): Scale[] {
  const first = Math.floor(exact(Math.log10(least)));
  const decades = Math.ceil(exact(Math.log10(most))) - first;
  const scales: Scale[] = [];
  for (let stride = 1; stride === 1 || stride < decades; stride++) {
    const steps = Math.ceil(decades / stride);
    const ticks = Array.from({ length: steps + 1 }, (_, at) => 10 ** (first + at * stride));
    const all = hasBreak ? [0, ...ticks] : ticks;
    if (all.length <= MOST_TICKS)
      scales.push({
        kind: 'log',
        low: 10 ** first,
        high: 10 ** (first + steps * stride),
        hasBreak,
        step: 10 ** stride,
        isShare: false,
        ticks: all,
      });
  }
  return scales;
}

/** Steps of 1, 2 and 5 times a power of ten, from fine to coarse, with three to six ticks from the low end to the high. */
function linearScales(low: number, high: number, isWhole: boolean): Scale[] {
  const range = high - low || Math.abs(high) || 1;
  const power = Math.floor(Math.log10(range));
  const steps = [power - 1, power, power + 1].flatMap((p) => [1, 2, 5].map((m) => exact(m * 10 ** p)));
  return steps
    .filter((step) => !isWhole || step >= 1)
    .flatMap((step): Scale[] => {
      let [first, last] = [Math.floor(exact(low / step)), Math.ceil(exact(high / step))];
      // Three ticks at least: the line goes on, away from zero.
      if (low < 0 && high <= 0) first = Math.min(first, last - 2);
      else last = Math.max(last, first + 2);
      if (last - first >= MOST_TICKS || last - first > 2 * (range / step) + 2) return [];
      const ticks = Array.from({ length: last - first + 1 }, (_, at) => exact((first + at) * step));
      return [
        {
          kind: 'linear',
          low: exact(first * step),
          high: exact(last * step),
          hasBreak: false,
          step: null,
          isShare: false,
          ticks,
        },
      ];
    });
}

/** One tick more where a bound would lie on the very end of the line, so that its open side can be drawn: "more than 300". */
export function withRoom(scale: Scale, spans: readonly Interval[]): Scale {
  if (scale.isShare) return scale;
  const { kind, low, high, step, hasBreak, ticks } = scale;
  const gap = (ticks.at(-1) ?? 0) - (ticks.at(-2) ?? 0);
  const above = kind === 'log' ? exact(high * (step ?? 10)) : exact(high + gap);
  const below = kind === 'log' ? exact(low / (step ?? 10)) : exact(low - gap);
  const isUp = spans.some((span) => span.high === null && span.low === high);
  // From zero nothing is below that could be shown.
  const isDown = low > 0 && below >= 0 && spans.some((span) => span.low === null && span.high === low);
  const own = hasBreak ? ticks.slice(1) : ticks;
  return {
    ...scale,
    low: isDown ? below : low,
    high: isUp ? above : high,
    ticks: [...(hasBreak ? [0] : []), ...(isDown ? [below] : []), ...own, ...(isUp ? [above] : [])],
  };
}

const smallest = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const largest = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
/** Without the dust of binary fractions: three tenths are 0.3. Zero has no sign. */
const exact = (n: number): number => Number(n.toPrecision(12)) + 0;
