/** What a write makes of a topic's log: the views that faces read, its listing, its touched claims, its changes. */
import manifest from '../../../dist/manifest.json';
import { changesBetween } from '../../domain/record/change.ts';
import type { Claim } from '../../domain/record/claim.ts';
import type { Entry } from '../../domain/record/entry.ts';
import { NOW, recordAt, type TopicRecord } from '../../domain/record/record.ts';
import { marksOf, passingNotes } from '../../projections/change-marks.ts';
import { toChangeView } from '../../projections/changes.ts';
import { claimItems } from '../../projections/claim-item.ts';
import { historiesOf } from '../../projections/history.ts';
import { toListing } from '../../projections/listing.ts';
import { PLAIN, toTopicView } from '../../projections/topic-projection.ts';
import type { Projection } from '../../store/projection-rows.ts';

/** Another release of the projections makes every stored view anew, at its next read. */
export const SHAPE = manifest.projection;

/**
 * Pure: the same log gives the same projection. `before` is how many entries stood before this write;
 * `scope` says whether only the claims it touched are listed, or every claim, as after a release.
 */
export function project(entries: readonly Entry[], before: number, scope: 'touched' | 'all'): Projection {
  const record = mustHold(recordAt(entries, NOW));
  const was = recordAt(entries.slice(0, before), NOW);
  const changes = changesBetween(was, record);
  const changeViews = changes.map((change) => toChangeView(change, record, record.topic.language));
  const view = toTopicView(record, PLAIN);
  const touched =
    scope === 'all'
      ? new Set(record.claims.map(({ claim }) => claim.id))
      : touchedBy(entries.slice(before), was, record);
  return {
    shape: SHAPE,
    listing: toListing(view, changeViews),
    views: [
      { kind: 'topic', text: JSON.stringify(view) },
      { kind: 'history', text: JSON.stringify(historiesOf(record, PLAIN)) },
    ],
    claims: claimItems(record, touched).map(({ sort, item }) => {
      const { id, source, measure } = item;
      return { id, sort, source, measure, body: item };
    }),
    marks: { ...marksOf(changes, record), passing: passingNotes(record.topic.language) },
    changes: changeViews.map((body) => ({ id: body.id, at: body.at, kind: body.kind, body })),
  };
}

/** The claims whose item a write may change: those it names, the rows they stood on before it, and those that answer them. */
function touchedBy(fresh: readonly Entry[], was: TopicRecord | null, record: TopicRecord): Set<string> {
  const actions = fresh.map(({ action }) => action);
  const named = new Set(
    actions.flatMap((action) => ('claim' in action ? action.claim.id : 'id' in action ? action.id : [])),
  );
  // A topic's measures bear on every claim's words and place in time.
  const framed = was !== null && actions.some(({ kind }) => kind === 'topic');
  const sources = new Set(actions.flatMap((action) => (action.kind === 'source' ? action.source.id : [])));
  const left = new Set(
    [...named].map((id) => was?.held.get(id)?.claim).flatMap((old) => (old ? rowOf(old) : [])),
  );
  const reached = record.claims.filter(
    ({ claim }) =>
      framed ||
      left.has(rowOf(claim)) ||
      sources.has(claim.source) ||
      sources.has(claim.about?.source ?? '') ||
      named.has(claim.about?.claim ?? '') ||
      named.has(claim.adopts ?? ''),
  );
  return new Set([...named, ...reached.map(({ claim }) => claim.id)]);
}

const rowOf = ({ source, measure }: Claim): string => `${source}\n${measure}`;

export function mustHold(record: TopicRecord | null): TopicRecord {
  if (record === null) throw new Error('A log without its topic cannot be projected.');
  return record;
}
