/** Which measure leads a small face, and how near the others are to it. Nothing here compares figures of two measures. */
import { newestFirst } from './time-order.ts';
import type { MeasureScope, Voice } from './voice.ts';

/**
 * The measure of the lead family on which most sources give a figure, since that is where they can be set side by side;
 * of several the one last spoken of, then the first listed. Null where the family has no voice.
 */
export function leadMeasure(
  voices: readonly Voice[],
  counts: readonly MeasureScope[],
  family: string,
): string | null {
  const ofFamily = counts.filter((count) => count.family === family);
  const opening = ofFamily.filter(({ opens }) => opens);
  const own = (opening.length > 0 ? opening : ofFamily).map(({ id }) => id);
  const spoken = own.map((id) => {
    const on = voices.filter(({ measure }) => measure === id);
    const figures = on.filter(({ figure, named }) => figure && named);
    return { id, on, figures };
  });
  const rank = ({ on, figures }: (typeof spoken)[number]): [number, number] => [figures.length, on.length];
  const heard = spoken.filter(({ on }) => on.length > 0);
  const [most] = heard.map(rank).sort((a, b) => b[0] - a[0] || b[1] - a[1]);
  if (!most) return null;
  const equal = heard.filter((each) => rank(each).every((n, at) => n === most[at]));
  const [newest] = newestFirst(
    equal.flatMap(({ on }) => on),
    ({ said }) => said,
    (a, b) => own.indexOf(a.measure) - own.indexOf(b.measure),
  );
  return newest?.measure ?? null;
}

/** How a measure stands to the lead: only numbers of one unit that cover some day in common say anything beside it. */
export interface Nearness {
  /** One unit, and some day that both cover. */
  beside: boolean;
  /** Reaches the last day of the lead or goes beyond: a lower figure is not lower for want of days. */
  asLong: boolean;
  /** Ends with the lead or before: a higher figure is not higher for more days. */
  noLonger: boolean;
  /** Both cover the very same days, and these have an end: one event, counted in another way. */
  sameEvent: boolean;
}

const OPEN = { from: '', to: '9999-12-31' };

export function nearness(count: MeasureScope, lead: MeasureScope): Nearness {
  const [from, to] = [count.from ?? OPEN.from, count.to ?? OPEN.to];
  const [leadFrom, leadTo] = [lead.from ?? OPEN.from, lead.to ?? OPEN.to];
  const beside = count.unit === lead.unit && from <= leadTo && leadFrom <= to;
  const isBounded = count.from !== null && count.to !== null;
  return {
    beside,
    asLong: beside && to >= leadTo,
    noLonger: beside && to <= leadTo,
    sameEvent: beside && isBounded && from === leadFrom && to === leadTo,
  };
}

/** Sorts measures by how well one row of theirs stands for a source that gives no figure on the lead measure, the best first. */
export function byNearness(
  counts: ReadonlyMap<string, MeasureScope>,
  lead: MeasureScope | null,
  voices: readonly Voice[],
): (a: string, b: string) => number {
  const sources = Map.groupBy(
    voices.filter(({ figure }) => figure),
    ({ measure }) => measure,
  );
  const key = (id: string): number[] => {
    const count = counts.get(id);
    if (!count || !lead) return [0, 0, 0, 0];
    const { beside } = nearness(count, lead);
    return [
      Number(beside),
      Number(count.opens),
      Number(count.family === lead.family),
      sources.get(id)?.length ?? 0,
    ];
  };
  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    const at = x.findIndex((n, place) => n !== y[place]);
    return at < 0 ? 0 : (y[at] ?? 0) - (x[at] ?? 0);
  };
}
