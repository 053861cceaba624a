/** What a topic has to tell, made from its log: how it stands, and what is new since the instants of last digests. */
import { recordAt } from '../../domain/record/replay.ts';
import type { DigestTopicContent, LeftOut } from '../../projections/digest.ts';
import { type KeptPart, PLACES, toldSince, UntoldClaim } from '../../projections/digest-told.ts';
import { BRIEF_NOTES, type PanelRow, toPanel } from '../../projections/panel.ts';
import { pageOrder } from '../../projections/panel-lines.ts';
import { shownLines } from '../../projections/shown-lines.ts';
import type { TopicView } from '../../projections/topic-view.ts';
import { wordsOf } from '../../projections/words/words.ts';
import { readLog } from '../../store/log.ts';
import { mustHold } from '../record/projection.ts';
import { readTopic } from '../record/read-topic.ts';

/** Rows of a first digest that are kept; its mail shows fewer. */
const ROWS = 100;

export interface Telling extends Omit<DigestTopicContent, 'told'> {
  /** The instant of the newest entry shown. */
  updated: string;
  /** The parts for readers whose last digest showed the record of an instant. */
  since(cursor: string): Promise<KeptPart[]>;
}

/**
 * Null where there was no such topic. News is told up to `until` (null: all there is); `past` shows the topic as it stood
 * then, too. The log is read only when somebody asks what is new.
 */
export async function tellingOf(
  db: D1Database,
  slug: string,
  { until, past }: { until: string | null; past: boolean },
): Promise<Telling | null> {
  const known = past && until !== null ? { known_at: until } : {};
  const found = await readTopic({ db }, slug, new URLSearchParams(known));
  if (found.kind !== 'view') return null;
  const { view } = found;
  const { updatedAt } = view.topic;
  const updated = until !== null && until < updatedAt ? until : updatedAt;
  let entries: ReturnType<typeof readLog> | null = null;
  return {
    slug,
    title: view.topic.title,
    updated,
    lead: leadOf(view),
    async since(cursor) {
      entries ??= readLog(db, slug);
      const log = await entries;
      const now = mustHold(recordAt(log, { knownAt: updated, saidBy: null }));
      const seen = recordAt(log, { knownAt: cursor, saidBy: null });
      return toldSince(cursor, { seen, now, order: pageOrder(view) });
    },
  };
}

function leadOf(view: TopicView): Telling['lead'] {
  const panel = toPanel(view, { family: null, limit: ROWS, notes: BRIEF_NOTES, evidence: true });
  const lines = panel.groups.flatMap((group) => group.rows.map((row) => leadLine(row, group.label)));
  const { rows } = shownLines(view, view.topic.lead, ROWS);
  const ofLead = new Set(
    view.measures.filter(({ family }) => family === view.topic.lead).map(({ id }) => id),
  );
  const isMixed = rows.some(({ estimate }) => !ofLead.has(estimate.measure));
  const heading = isMixed ? wordsOf(view.lang).panel.eachItsOwn : panel.heading;
  return { heading, lines, more: panel.extent.all - panel.extent.shown };
}

function leadLine(
  { name, text, of, when, notes, rank, links = [] }: PanelRow,
  label: string,
): Telling['lead']['lines'][number] {
  return {
    text: `${name}: ${text}`,
    small: [of ?? label, when, ...notes].filter((part) => part !== '').join(' · '),
    places: links.slice(0, PLACES),
    otherPlaces: Math.max(0, links.length - PLACES),
    ...(rank === undefined ? {} : { rank }),
  };
}

/** For editors: what went wrong, and with which claim. Never the words of the record, which a fault may quote. */
export function leftOutFor(topic: { slug: string; title: string; updated: string }, fault: unknown): LeftOut {
  const { slug, title, updated } = topic;
  const claim = fault instanceof UntoldClaim ? fault.claim : null;
  const what = claim === null ? 'It' : 'A claim';
  const name =
    fault instanceof Error ? (fault.cause instanceof Error ? fault.cause.name : fault.name) : 'fault';
  return { slug, title, updated, claim, reason: `${what} could not be read into lines (${name}).` };
}
