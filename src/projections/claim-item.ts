/** A claim as the claims route lists it: every field, every reading, its words, and all that happened to it. */
import type { Claim } from '../domain/record/claim.ts';
import type { Warning } from '../domain/record/entry.ts';
import { latestEstimates } from '../domain/record/estimate.ts';
import { type ClaimState, saidOf, type TopicRecord } from '../domain/record/record.ts';
import { placeOf } from '../domain/record/time-order.ts';
import { chosenViews } from './combination-words.ts';
import { measureLabel } from './measure-words.ts';
import { toStatementView } from './statements.ts';
import type { ChosenView, StatementView } from './topic-view.ts';
import { nameOf, unitOf } from './wording.ts';

export interface ClaimItem extends Omit<Claim, 'chain'> {
  chain: Claim['chain'];
  recorded: string;
  revision: number;
  /** The version of its metric under which it was recorded; null without a measure. */
  metricVersion: number | null;
  status: StatementView['status'];
  text: string;
  when: string;
  by: string;
  name: string;
  role: StatementView['role'];
  /** What its measure is called and counted in, with its value on each dimension and the time to come it is about; null without a measure. */
  counts: {
    base: string;
    label: string;
    unit: string;
    dimensions: ChosenView[];
    target: string | null;
  } | null;
  /** How the figure was made, in words. */
  how: string | null;
  /** What an editor should look at twice. */
  warnings: readonly Warning[];
  history: { kind: string; on: string; reason: string | null; was: Claim | null; fields: string[] }[];
}

/** The items whose state a write may have changed: the claims it touched and their rows. */
export function claimItems(
  record: TopicRecord,
  touched: ReadonlySet<string>,
): { sort: string; item: ClaimItem }[] {
  const rows = new Set(record.claims.filter((state) => touched.has(state.claim.id)).map(rowOf));
  const leads = new Set(
    latestEstimates(record).flatMap((row) => [row.lead, ...row.beside, ...row.same].map((s) => s.claim.id)),
  );
  return record.claims
    .filter((state) => rows.has(rowOf(state)))
    .map((state) => ({
      sort: sortOf(state, record),
      item: toItem(state, record, leads),
    }));
}

/** Sorts by day, then by the hour; claims of one moment by what they say, the id only keeps two rows apart. */
function sortOf(state: ClaimState, record: TopicRecord): string {
  const { day, grain, hour } = placeOf(saidOf(state));
  const bare = grain === placeOf(null).grain ? '~' : '-';
  const time = hour === null ? bare : new Date(hour).toISOString();
  const { value, words, source } = state.claim;
  return [day, grain, time, hashOf([nameOf(record, source), value, words]), state.claim.id].join(' ');
}

/** Eight hexadecimal digits (FNV-1a, 32 bits) of what a claim says. */
function hashOf(said: unknown): string {
  const units = [...JSON.stringify(said)].map((mail) => mail.codePointAt(0) ?? 0);
  const hash = units.reduce((sum, unit) => Math.imul(sum ^ unit, 0x01000193), 0x811c9dc5);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const rowOf = ({ claim }: ClaimState): string =>
  claim.measure === null ? claim.id : `${claim.source}\n${claim.measure}`;

function toItem(state: ClaimState, record: TopicRecord, leads: ReadonlySet<string>): ClaimItem {
  const { status, text, when, by, name, role, how } = toStatementView(
    state,
    record,
    record.topic.language,
    leads,
  );
  const { recorded, revision, warnings } = state;
  const events = state.events.map((event) => ({
    kind: event.kind,
    on: event.on,
    reason: event.reason,
    was: event.kind === 'corrected' ? event.was : null,
    fields: event.kind === 'corrected' ? event.fields : [],
    at: event.revision,
  }));
  const additions = state.additions.map(({ recorded: on, reason, revision: at, evidence, readings }) => ({
    kind: 'evidence added',
    on,
    reason,
    was: null,
    fields: [evidence.length > 0 ? ['evidence'] : [], readings.length > 0 ? ['readings'] : []].flat(),
    at,
  }));
  const history = [...events, ...additions]
    .sort((a, b) => a.at - b.at)
    .map(({ at: _revision, ...happening }) => happening);
  const counts = countsOf(state.claim, record);
  const metricVersion = state.definition?.version ?? null;
  return {
    ...state.claim,
    recorded,
    revision,
    metricVersion,
    status,
    text,
    when,
    by,
    name,
    how,
    role,
    counts,
    warnings,
    history,
  };
}

function countsOf(claim: Claim, record: TopicRecord): ClaimItem['counts'] {
  const measure = record.measures.get(claim.measure ?? '');
  if (!measure) return null;
  const { base, target } = measure;
  const label = measureLabel(measure, record, record.topic.language);
  const dimensions = chosenViews(measure);
  return { base, label, unit: unitOf(claim, record), dimensions, target: target?.date ?? null };
}
