/** What a write makes of a topic's log: the views that faces read, its listing, its touched claims, its changes. */
import manifest from '../../../dist/manifest.json';
import { changesBetween } from '../../domain/record/change.ts';
import type { Claim } from '../../domain/record/claim.ts';
import { type Action, claimOf, type Entry } from '../../domain/record/entry.ts';
import { NOW, type TopicRecord } from '../../domain/record/record.ts';
import { recordAfter, recordAt } from '../../domain/record/replay.ts';
import { marksOf, passingNotes } from '../../projections/change-marks.ts';
import { toChangeView } from '../../projections/changes.ts';
import { claimItems } from '../../projections/claim-item.ts';
import { historiesOf } from '../../projections/history.ts';
import { toListing } from '../../projections/listing.ts';
import { PLAIN, toTopicView } from '../../projections/topic-projection.ts';
import type { Projection } from '../../store/projection-rows.ts';

/** Another release of the projections makes every stored view anew, at its next read. */
export const SHAPE = manifest.projection;

/** Everything of a topic, as after a release, from its whole log; the listing tells what the last write changed. */
export function project(entries: readonly Entry[], before: number): Projection {
  const was = recordAt(entries.slice(0, before), NOW);
  const record = mustHold(recordAfter(was, entries.slice(before)));
  return projectionOf(was, record, new Set(record.claims.map(({ claim }) => claim.id)));
}

/** What one write makes: the views and the listing, and of the claims those that its actions touch. */
export const projectWrite = (
  was: TopicRecord | null,
  record: TopicRecord,
  actions: readonly Action[],
): Projection => projectionOf(was, record, touchedBy(actions, was, record));

/** Pure: the same records give the same projection. */
function projectionOf(
  was: TopicRecord | null,
  record: TopicRecord,
  touched: ReadonlySet<string>,
): Projection {
  const changes = changesBetween(was, record);
  const changeViews = changes.map((change) => toChangeView(change, record, record.topic.language));
  const view = toTopicView(record, PLAIN);
  const { language } = record.topic;
  const own = language === PLAIN.lang ? view : toTopicView(record, { ...PLAIN, lang: language });
  return {
    shape: SHAPE,
    listing: toListing(view, own, changeViews),
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
function touchedBy(actions: readonly Action[], was: TopicRecord | null, record: TopicRecord): Set<string> {
  const named = new Set(actions.flatMap((action) => claimOf(action) ?? []));
  // A topic's measures, their metrics and their units bear on every claim's words and place in time.
  const framed =
    was !== null && actions.some(({ kind }) => kind === 'topic' || kind === 'metric' || kind === 'unit');
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
