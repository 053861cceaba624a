/** The Most Commented list: each item says why it stands where it stands. */

import { byRank, type OriginCount, scoreOf, type Tally } from '../domain/comments/ranking.ts';
import { held, type Spike, spikeOf } from '../domain/comments/spike.ts';
import type { CommentOrigin } from './comment-origins.ts';
import { type Formula, formulaIn } from './formula.ts';
import { ageText, emptyText, type RankReason, spikeText, whyText } from './list-reasons.ts';
import type { Window } from './list-window.ts';
import { DEFAULT_LANGUAGE } from './words/words.ts';

const LONGEST = 50;
/** Days without anything new in a topic's record after which its item says how old it is. */
const OLD = 365;

export interface MostCommented {
  window: string;
  computedAt: string;
  formula: Formula;
  items: ListItem[];
  /** What to say when there is nothing to rank. */
  empty: string | null;
}
export interface ListItem {
  rank: number | null;
  topic: { slug: string; title: string; url: string };
  score: number;
  commenters: number;
  comments: { window: number; total: number };
  origins: OriginCount[];
  /** Far above its own past: why, and whether what goes beyond is held back until a moderator has looked. */
  heated: { reason: string; frozen: boolean; spike?: Spike } | null;
  /** For a topic of which nothing new was said for a year. */
  age: { newest: string; text: string } | null;
  why: string;
  /** The same without words, by which it is said in other languages; missing from lists that earlier releases ranked. */
  because?: RankReason;
}

export interface Circumstances {
  now: string;
  /** The day of the newest statement of each topic. */
  newest: ReadonlyMap<string, string>;
  /** Topics at whose spike a moderator has looked. */
  lifted: ReadonlySet<string>;
}

/** Ranks the topics that any place counted within the window. Pure, and the same for any order of places. */
export function toMostCommented(
  window: Window,
  places: readonly CommentOrigin[],
  circumstances: Circumstances,
): MostCommented {
  const counted = places.filter((place) => place.windows[window] !== undefined);
  const ranked = [...Map.groupBy(counted, (place) => place.topic)]
    .map(([slug, own]) => ({
      slug,
      activity: own.map((place) => place.activity).reduce((a, b) => (a > b ? a : b)),
      ...toItem(slug, own, window, circumstances),
    }))
    .sort(byRank);
  let rank = 0;
  return {
    window,
    computedAt: circumstances.now,
    formula: formulaIn(DEFAULT_LANGUAGE),
    items: ranked
      .slice(0, LONGEST)
      .map(({ slug, activity, ...item }) => ({ ...item, rank: item.score > 0 ? ++rank : null })),
    empty: ranked.length > 0 ? null : emptyText(DEFAULT_LANGUAGE),
  };
}

/** A place within a window: what it shows, and what of it counts. */
interface Standing {
  place: CommentOrigin;
  shown: Tally;
  /** Counted once only: what came within the window is not known. */
  once: boolean;
  score: number;
  spike: Spike | null;
}

function toItem(
  slug: string,
  places: readonly CommentOrigin[],
  window: Window,
  { now, newest, lifted }: Circumstances,
): ListItem {
  const standings = places
    .map((place) => toStanding(place, window, now, lifted.has(slug)))
    .sort((a, b) =>
      a.place.kind === b.place.kind
        ? a.place.name < b.place.name
          ? -1
          : 1
        : a.place.kind === 'ours'
          ? -1
          : 1,
    );
  const able = standings.filter(({ place, shown }) => !place.stale && (shown.people ?? 0) > 0);
  const lead = able.reduce<Standing | null>(
    (best, each) => (best && best.score >= each.score ? best : each),
    null,
  );
  const spike = standings.find((each) => each.spike !== null)?.spike ?? null;
  return {
    rank: null,
    topic: { slug, title: places[0]?.title ?? slug, url: `/t/${slug}` },
    score: lead ? Math.round(lead.score * 1000) / 1000 : 0,
    commenters: lead?.shown.people ?? 0,
    comments: {
      window: lead?.shown.comments ?? 0,
      total: Math.max(0, ...places.map((place) => place.windows.all.comments)),
    },
    origins: standings.map(({ place: { name, kind, countedAt, stale, windows }, shown, once }) => ({
      name,
      kind,
      comments: shown.comments,
      commenters: shown.people,
      total: windows.all.comments,
      baseline: once,
      countedAt,
      stale,
    })),
    heated: spike && { reason: spikeText(spike, DEFAULT_LANGUAGE), frozen: !lifted.has(slug), spike },
    age: ageOf(newest.get(slug), now),
    ...reasons(lead, standings, window),
  };
}

const NONE: Tally = { comments: 0, people: 0 };
const UNKNOWN: Tally = { comments: 0, people: null };

function toStanding(place: CommentOrigin, window: Window, now: string, lifted: boolean): Standing {
  const within = (span: Window): Tally => {
    const tally = place.windows[span] ?? NONE;
    return tally === 'once' ? UNKNOWN : tally;
  };
  const shown = within(window);
  const day = within('24h');
  const spike = place.stale ? null : spikeOf({ day, month: within('30d'), first: place.first }, now);
  const once = place.windows[window] === 'once';
  return {
    place,
    shown,
    once,
    spike,
    score: scoreOf(spike && !lifted ? held(shown, day, spike.limit) : shown),
  };
}

function ageOf(newest: string | undefined, now: string): ListItem['age'] {
  if (newest === undefined || !(Date.parse(now) - Date.parse(newest) > OLD * 86_400_000)) return null;
  return { newest, text: ageText(newest, DEFAULT_LANGUAGE) };
}

function reasons(
  lead: Standing | null,
  standings: readonly Standing[],
  window: Window,
): Pick<ListItem, 'why' | 'because'> {
  const because = reasonOf(lead, standings);
  return { why: whyText(because, window, DEFAULT_LANGUAGE), because };
}

function reasonOf(lead: Standing | null, standings: readonly Standing[]): RankReason {
  if (lead === null) {
    const fresh = standings.filter(({ place }) => !place.stale);
    if (fresh.length === 0) return { kind: 'stale' };
    if (fresh.some(({ once }) => once) && fresh.every(({ once, shown }) => once || shown.comments === 0))
      return { kind: 'once' };
    // Nobody wrote anything new, which is not the same as a place that keeps its people to itself.
    return { kind: fresh.every(({ shown }) => shown.comments === 0) ? 'nothingNew' : 'unsaid' };
  }
  const { place, shown } = lead;
  return {
    kind: 'most',
    origin: place.name,
    people: shown.people ?? 0,
    comments: shown.comments,
    inPart: scoreOf(shown) - lead.score > 0.0005,
  };
}
