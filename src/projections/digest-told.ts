/** What one topic has to tell readers who were last sent its record as of one instant: parts under headings, lines in the page's order. */

import { DEFAULT_SCHEME } from '../domain/figure/vagueness.ts';
import { isVague } from '../domain/figure/value.ts';
import { type Change, type ChangeKind, isFromBefore } from '../domain/record/change.ts';
import type { Claim } from '../domain/record/claim.ts';
import { type Bound, type ClaimState, saidOf, type TopicRecord } from '../domain/record/record.ts';
import { isUnattributed } from '../domain/record/source.ts';
import { compare, newestFirst } from '../domain/record/time-order.ts';
import { isAmendment, toldBetween } from '../domain/record/told.ts';
import { type ChangeView, toChangeView } from './changes.ts';
import { readingWords } from './reading-words.ts';
import { wordsOf } from './words/words.ts';

/** A line as a run freezes it: its words, and what each reader's own language turns into dates. */
export interface ToldLine {
  kind: ChangeKind;
  /** Null for an import. */
  claim: string | null;
  text: string;
  /** The same for a subject: whose it is (null for an import), and what, without the reason. */
  name: string | null;
  brief: string;
  /** What was counted. */
  label: string | null;
  /** How a vague word was read. */
  reading: string | null;
  /** When it was said; null for an import, and for a withheld statement. */
  said: { claim: Pick<Claim, 'said' | 'published'>; bound: Bound } | null;
  /** When it entered the record. */
  at: string;
  /** Where it was read: outlet and address, the first few. */
  places: OutletLink[];
  /** How many more outlets there are than are kept. */
  otherPlaces: number;
  /** How the statement came to readers, where the line amends it. */
  entered: Entrance | null;
}

/** What tells whether a reader was ever sent a statement: when it entered, with an import or alone, and in which family. */
export interface Entrance {
  at: string;
  imported: boolean;
  lead: boolean;
}

export type OutletLink = [outlet: string, url: string];

export type ToldKind = 'sent' | 'record' | 'said' | 'earlier';

export interface ToldPart {
  kind: ToldKind;
  lines: ToldLine[];
  /** How many more there are than are kept. */
  more: number;
}

/** A part as it is kept for all readers of one last digest: who were sent what was amended depends on their first. */
export interface KeptPart extends Omit<ToldPart, 'kind'> {
  kind: Exclude<ToldKind, 'sent'> | 'amended';
  /** Where each line stands on the page, so that parts can be put together. */
  ranks: number[];
}

/** A claim that cannot be put into words. */
export class UntoldClaim extends Error {
  readonly claim: string | null;
  constructor(claim: string | null, cause: unknown) {
    super(cause instanceof Error ? cause.name : 'fault', { cause });
    this.claim = claim;
  }
}

/** Lines kept of each part: beyond these a page says how many more there are. */
const KEPT = 100;
/** Outlets kept of each line. */
export const PLACES = 3;
const KINDS: readonly KeptPart['kind'][] = ['amended', 'record', 'said', 'earlier'];

/** The record then and now, and the page's order of rows. */
export interface SeenAndNow {
  seen: TopicRecord | null;
  now: TopicRecord;
  order: readonly { source: string; measure: string }[];
}

/** The parts for readers whose last digest showed the record of `cursor`. Throws `UntoldClaim`. */
export function toldSince(cursor: string, { seen, now, order }: SeenAndNow): KeptPart[] {
  const places = new Map(order.map((row, at) => [`${row.source}\n${row.measure}`, at]));
  const told = toldBetween(seen, now).map((change) => {
    const state = change.kind === 'withheld' ? null : (now.held.get(change.claim ?? '') ?? null);
    const row = places.get(`${change.source}\n${change.measure}`) ?? Number.POSITIVE_INFINITY;
    return { change, state, row };
  });
  const kindOf = ({ change, state }: (typeof told)[number]): KeptPart['kind'] => {
    const held = seen?.held.get(change.claim ?? '');
    if (isAmendment(change) && held) return mayHaveBeenSent(enteredOf(held, now)) ? 'amended' : 'record';
    if (change.kind === 'import') return 'earlier';
    return state && isFromBefore(publicly(state), cursor) ? 'earlier' : 'said';
  };
  const ranked = inPageOrder(told, now).map((each, rank) => ({ ...each, rank, kind: kindOf(each) }));
  return KINDS.flatMap((kind) => {
    const own = ranked.filter((each) => each.kind === kind);
    if (own.length === 0) return [];
    const kept = own.slice(0, KEPT);
    const lines = kept.map(({ change, state }) => {
      const held = isAmendment(change) ? seen?.held.get(change.claim ?? '') : undefined;
      return lineOf(change, state, now, held ? enteredOf(held, now) : null);
    });
    return { kind, lines, more: own.length - lines.length, ranks: kept.map(({ rank }) => rank) };
  });
}

const enteredOf = ({ recorded, batch, claim }: ClaimState, { topic, measures }: TopicRecord): Entrance => ({
  at: recorded,
  imported: batch !== null,
  lead: measures.get(claim.measure ?? '')?.family === topic.lead,
});

/** Of an import a reader was sent the number, and the lead family in their first digest. */
const mayHaveBeenSent = ({ imported, lead }: Entrance): boolean => !imported || lead;

/** A withdrawal is said on its own day. */
function publicly(state: ClaimState): Pick<ClaimState, 'bound'> {
  const end = state.standing === 'retracted' ? state.events.at(-1)?.on : undefined;
  return end === undefined ? state : { bound: { dated: true, notBefore: end, notAfter: end } };
}

interface ToldChange {
  change: Change;
  state: ClaimState | null;
  row: number;
}

/** The page's rows, the unattributed last; within a row the newest said first, then the newest recorded. */
function inPageOrder(told: readonly ToldChange[], { sources }: TopicRecord): ToldChange[] {
  const isUnnamed = ({ change }: ToldChange) => {
    const source = sources.get(change.source ?? '');
    return source !== undefined && isUnattributed(source);
  };
  const [unnamed, named] = [told.filter(isUnnamed), told.filter((each) => !isUnnamed(each))];
  return [named, unnamed].flatMap((half) =>
    [...Map.groupBy(half, ({ row }) => row)]
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .flatMap(([, row]) => newestFirst(row, ({ state }) => state && saidOf(state), newestRecorded)),
  );
}

const newestRecorded = ({ change: a }: ToldChange, { change: b }: ToldChange): number =>
  compare(b.at, a.at) || compare(a.id, b.id);

function lineOf(
  change: Change,
  state: ClaimState | null,
  now: TopicRecord,
  entered: Entrance | null,
): ToldLine {
  try {
    // Its heading says that it is from earlier.
    const kind = change.kind === 'added from earlier' ? 'statement' : change.kind;
    const view = toChangeView({ ...change, kind }, now, now.topic.language);
    const value = change.kind === 'voided' ? null : (state?.claim.value ?? null);
    const reading = value && isVague(value) ? readingWords(value, DEFAULT_SCHEME, now.topic.language) : null;
    const evidence = state?.claim.evidence ?? [];
    return {
      kind,
      claim: change.claim,
      text: view.text.trim(),
      name: view.name,
      brief: briefOf(view, now.topic.language),
      label: view.label,
      reading: reading !== null && view.text.includes(reading) ? null : reading,
      said: state && {
        claim: { said: state.claim.said, published: state.claim.published },
        bound: state.bound,
      },
      at: change.at,
      places: evidence.slice(0, PLACES).map(({ outlet, url }) => [outlet, url]),
      otherPlaces: Math.max(0, evidence.length - PLACES),
      entered,
    };
  } catch (cause) {
    throw new UntoldClaim(change.claim, cause);
  }
}

/** What comes first must be true where the rest is cut off: "never said" before the words that never were. */
function briefOf({ kind, before, after, text }: ChangeView, lang: string): string {
  const words = wordsOf(lang).digest.brief;
  switch (kind) {
    case 'import':
      return text;
    case 'voided':
      return words.neverSaid(`${before}`);
    case 'retracted':
      return words.withdrew(`${after ?? before}`);
    case 'withheld':
      return words.withheld;
    case 'corrected':
      return words.corrected(`${after}`);
    default:
      return before && before !== after ? wordsOf(lang).changes.was(`${after}`, before) : (after ?? '');
  }
}
