/** What a write makes of a topic's log: the views that faces read, its listing, its touched claims, its changes. */
import manifest from '../../dist/manifest.json';
import { changesBetween } from '../domain/change.ts';
import type { Entry } from '../domain/entry.ts';
import { NOW, recordAt, type TopicRecord } from '../domain/record.ts';
import { toChangeView } from '../read/changes.ts';
import { claimItems } from '../read/claim-item.ts';
import { historiesOf } from '../read/history.ts';
import { toListing } from '../read/listing.ts';
import { PLAIN, toTopicView } from '../read/topic-projection.ts';
import type { Projection } from '../store/projection-rows.ts';

/** Another release of the projections makes every stored view anew, at its next read. */
export const SHAPE = manifest.projection;

/**
 * Pure: the same log gives the same projection. `before` is how many entries stood before this write;
 * `scope` says whether only the claims it touched are listed, or every claim, as after a release.
 */
export function project(entries: readonly Entry[], before: number, scope: 'touched' | 'all'): Projection {
  const record = mustHold(recordAt(entries, NOW));
  const changes = changesBetween(recordAt(entries.slice(0, before), NOW), record);
  const changeViews = changes.map((change) => toChangeView(change, record, record.topic.language));
  const view = toTopicView(record, PLAIN);
  const listed = scope === 'all' ? entries : entries.slice(before);
  const touched = new Set(listed.flatMap(({ deed }) => touchedBy(deed)));
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
    changes: changeViews.map((body) => ({ id: body.id, at: body.at, kind: body.kind, body })),
  };
}

function touchedBy(deed: Entry['deed']): string[] {
  if (deed.kind === 'topic' || deed.kind === 'source') return [];
  return ['claim' in deed ? deed.claim.id : deed.id];
}

export function mustHold(record: TopicRecord | null): TopicRecord {
  if (record === null) throw new Error('A log without its topic cannot be projected.');
  return record;
}
