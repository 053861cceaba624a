/**
 * Which rows a face with little room shows. Everybody prints one number; so the ends of the dispute come before its
 * middle, each side before its second voice, and no source has a second row before every other has one.
 */
import { byNearness, leadMeasure, type Nearness, nearness } from './neighbours.ts';
import { type Ends, endsAmong, furthestFirst, inTimeOrder } from './spread.ts';
import { endsOf, isSilent, type MeasureScope, type Voice } from './voice.ts';

export interface ShownRows<V> {
  lead: string | null;
  /** What a face that has room for fewer must show first; at most as many as asked for. */
  rows: V[];
  /** How many of the first rows the ends and the sides take: with fewer no face may say that they are shown. */
  least: number;
  ends: Ends<V>;
  /** Sources that gave no figure and have no row: they share a line; with room for it those asked of other things too. */
  silent: V[];
}

/** In which order sides are heard; those of which nobody knows are heard by what they say. */
const SIDES = ['party', 'opponent', 'ally-of-a-party', 'independent'] as const;

/**
 * The rows for a face with room for `limit`. Strictly in this order, so that whatever is cut off matters less:
 * 1. the newest figure of the lead measure, the lowest and the highest: what one number hides;
 * 2. a row of each known interest that has none yet, the one furthest from what is shown: a side that nobody hears is
 *    worse than a gap in the numbers;
 * 3. the newest denial of the lead's figures, then what was withdrawn: silence about either would mislead;
 * 4. who counts otherwise and comes out beyond both ends, though not by counting fewer or more days: another way to
 *    count is often the dispute itself; then, of one event, each other way to count it that has no row yet;
 * 5. again and again the furthest from all that is shown, on the lead measure and beside it: the like says nothing new;
 * 6. part of the days, other days and other units, which no number sets beside these; then what nobody is named for;
 * 7. further denials, then second rows of the lead family.
 * Depends on the voices and their order alone, which is that of the page. Numbers of two measures decide only what is
 * shown: no face says or draws how they lie to one another.
 */
export function chooseShown<V extends Voice>(
  voices: readonly V[],
  counts: readonly MeasureScope[],
  family: string,
  limit: number,
): ShownRows<V> {
  const scene = sceneOf(voices, counts, family);
  const { firsts, isLead, near, isAlike, familyOf } = scene;
  const denials = firsts.filter((voice) => scene.isDenial(voice));
  const figures = firsts.filter((voice) => !isSilent(voice));
  const named = figures.filter((voice) => voice.named);
  const chosen = new Set<V>();
  const add = (...found: (V | null | undefined)[]) => {
    for (const voice of found) if (voice && chosen.size < limit) chosen.add(voice);
  };
  const rest = (from: readonly V[]) => from.filter((voice) => !chosen.has(voice));
  const alike = () => [...chosen].filter(isAlike);

  const onLead = figures.filter((voice) => isLead(voice) && voice.figure);
  const leading = onLead.filter((voice) => voice.named);
  const ends = endsAmong(leading.length > 0 ? leading : onLead);
  add(ends.newest, ends.lowest, ends.highest);
  for (const side of SIDES) {
    const own = [...figures, ...denials].filter(({ interest }) => interest === side);
    if (own.some((voice) => chosen.has(voice))) continue;
    const ranked = [own.filter((voice) => leading.includes(voice)), own.filter(isSilent), own];
    add(...furthestFirst(ranked.find((some) => some.length > 0) ?? [], alike(), 1));
  }
  const least = chosen.size;

  add(denials[0], ...named.filter((voice) => voice.withdrawn && isLead(voice)));

  const beside = named.filter((voice) => near(voice).beside && endsOf(voice) !== null);
  const shown = alike().flatMap((voice) => endsOf(voice) ?? []);
  const isAbove = (voice: V) => shown.every(({ high }) => (endsOf(voice)?.high ?? high) > high);
  const isBelow = (voice: V) => shown.every(({ low }) => (endsOf(voice)?.low ?? low) < low);
  add(endsAmong(rest(beside).filter((voice) => near(voice).noLonger && isAbove(voice))).highest);
  add(endsAmong(rest(beside).filter((voice) => near(voice).asLong && isBelow(voice))).lowest);
  for (const voice of furthestFirst(
    rest(beside).filter((each) => near(each).sameEvent),
    alike(),
    limit,
  ))
    if (![...chosen].some((each) => familyOf(each) === familyOf(voice))) add(voice);

  const whole = beside.filter((voice) => isLead(voice) || near(voice).asLong);
  for (const pool of [whole, leading, beside, named.filter(isAlike)])
    add(...furthestFirst(rest(pool), alike(), limit - chosen.size));
  add(...named, ...figures, ...denials);
  add(
    ...inTimeOrder(
      voices.filter((voice) => familyOf(voice) === family && scene.opens(voice) && !isSilent(voice)),
    ),
  );

  const heard = new Set([...chosen].map(({ source }) => source));
  const asked = new Set(voices.filter((voice) => familyOf(voice) === family).map(({ source }) => source));
  const isTold = ({ source }: V) => chosen.size < limit || asked.has(source);
  const silent = firsts.filter((voice) => isSilent(voice) && !heard.has(voice.source) && isTold(voice));
  return { lead: scene.lead, rows: [...chosen], least, ends, silent };
}

const FAR: Nearness = { beside: false, asLong: false, noLonger: false, sameEvent: false };

/** The voices seen from the lead measure; `firsts` has the one row of each source, newest first. */
function sceneOf<V extends Voice>(voices: readonly V[], counts: readonly MeasureScope[], family: string) {
  const lead = leadMeasure(voices, counts, family);
  const held = new Map(counts.map((count) => [count.id, count]));
  const leadCount = held.get(lead ?? '') ?? null;
  const isLead = ({ measure }: V) => measure === lead;
  const isDenial = (voice: V) =>
    isSilent(voice) && voice.stance === 'denies' && (isLead(voice) || voice.answers === lead);
  const byPlace = byNearness(held, leadCount, voices);
  const firstOf = (own: readonly V[]): V[] => {
    const nearest = inTimeOrder(own).sort((a, b) => byPlace(a.measure, b.measure));
    // Its figure on the lead measure, else the nearest, else its denial, else that it gave none.
    const found =
      nearest.find((voice) => isLead(voice) && !isSilent(voice)) ??
      nearest.find(({ figure }) => figure) ??
      nearest.find((voice) => !isSilent(voice)) ??
      nearest.find(isDenial) ??
      nearest.find(isLead) ??
      nearest[0];
    return found ? [found] : [];
  };
  const sources = Map.groupBy(voices, ({ source }) => source);
  return {
    lead,
    firsts: inTimeOrder([...sources.values()].flatMap(firstOf)),
    isLead,
    isDenial,
    opens: ({ measure }: V) => held.get(measure)?.opens === true,
    familyOf: ({ measure }: V) => held.get(measure)?.family ?? null,
    /** Numbers of the lead's unit, whatever they count. */
    isAlike: ({ measure }: V) => leadCount !== null && held.get(measure)?.unit === leadCount.unit,
    near({ measure }: V): Nearness {
      const count = held.get(measure);
      return count && leadCount ? nearness(count, leadCount) : FAR;
    },
  };
}
