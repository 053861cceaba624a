/** What a run froze, for one reader: each topic they follow with what is new since their own last digest. */
import type { FrozenContent } from '../../domain/digest/digest-run.ts';
import type { DigestContent, DigestTopicContent, LeftOut } from '../../projections/digest.ts';
import { type FrozenTopic, toldFor } from '../../projections/digest-frozen.ts';
import { headedFor } from '../../projections/digest-headings.ts';
import type { KeptPart } from '../../projections/digest-told.ts';
import type { MostCommented } from '../../projections/most-commented.ts';
import { LEFT_OUT } from '../../store/digest-content.ts';
import { MOST_COMMENTED } from './frozen-content.ts';
import { leftOutFor, tellingOf } from './topic-telling.ts';

/** Made once for each topic and instant of a run, not once a reader. */
const made = new WeakMap<FrozenContent, Map<string, Promise<KeptPart[]> | KeptPart[]>>();

export async function contentFor(
  db: D1Database,
  run: { knownAt: string },
  { topics: wanted, since, first }: { topics: string[] | '*'; since: string | null; first: string | null },
  content: FrozenContent,
): Promise<DigestContent> {
  const leftOut: LeftOut[] = [];
  const topics: DigestTopicContent[] = [];
  for (const [part, body] of content) {
    if (part.startsWith(LEFT_OUT)) leftOut.push(body as LeftOut);
    if (part.startsWith('@') || (wanted !== '*' && !wanted.includes(part))) continue;
    const topic = body as FrozenTopic;
    try {
      const told = since === null ? [] : await toldOnce(db, run, topic, since, content);
      topics.push({ slug: part, title: topic.title, lead: topic.lead, told: headedFor(told, first) });
    } catch (fault) {
      leftOut.push(leftOutFor(topic, fault));
    }
  }
  return { at: run.knownAt, topics, leftOut, mostCommented: content.get(MOST_COMMENTED) as MostCommented };
}

function toldOnce(
  db: D1Database,
  run: { knownAt: string },
  topic: FrozenTopic,
  cursor: string,
  content: FrozenContent,
): Promise<KeptPart[]> | KeptPart[] {
  const known = made.get(content) ?? new Map<string, Promise<KeptPart[]> | KeptPart[]>();
  made.set(content, known);
  const key = `${topic.slug}\n${cursor}`;
  const told = known.get(key) ?? toldFor(topic, cursor) ?? tellNow(db, run, topic, cursor);
  known.set(key, told);
  return told;
}

/** A reader whose last digest nobody foresaw when the run opened: told from the log as of the run's instant. */
async function tellNow(
  db: D1Database,
  run: { knownAt: string },
  { slug }: FrozenTopic,
  cursor: string,
): Promise<KeptPart[]> {
  const telling = await tellingOf(db, slug, { until: run.knownAt, past: true });
  return telling === null ? [] : telling.since(cursor);
}
