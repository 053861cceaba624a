/** The mail that a reader of every topic would get now, for an editor to look at before it is sent. */
import type { DigestDraft, DigestSample } from '../faces/desk/digest-doors.ts';
import { digestHtml } from '../faces/digest/digest-mail.tsx';
import { type DigestLinks, digestText } from '../faces/digest/digest-text.ts';
import type { ChangeView } from '../read/changes.ts';
import { type DigestTopicContent, toDigest } from '../read/digest.ts';
import { BRIEF_NOTES, toPanel } from '../read/panel.ts';
import { newestTopics } from '../store/desk-topics.ts';
import { pageOfChanges } from '../store/listings.ts';
import { readList } from './ranking.ts';
import { readTopic } from './topic-reads.ts';

/** Topics looked at, those that changed last; rows of a first digest and changes of each. */
const TOPICS = 100;
const ROWS = 12;
const CHANGES = 200;

export async function draftDigest(
  db: D1Database,
  { since, cadence, lang, topics: wanted = '*' }: DigestSample & { topics?: string[] | '*' },
  { origin, now }: { origin: string; now: string },
): Promise<DigestDraft | 'nothing changed'> {
  const newest = await newestTopics(db, TOPICS);
  const fresh = newest.filter(({ updated }) => since === null || updated > since);
  const topics = await Promise.all(fresh.map(({ slug }) => contentOf(db, slug, since)));
  const mostCommented = await readList(db, cadence === 'daily' ? '24h' : '7d', now);
  const content = { at: now, topics: topics.flatMap((topic) => topic ?? []), mostCommented };
  const view = toDigest({ topics: wanted, cursor: since, lang, stillQuiet: false, cadence }, content);
  if ('skip' in view) return view.skip;
  const links: DigestLinks = {
    origin,
    unsubscribe: `${origin}/u/EACH-READER-HAS-THEIR-OWN`,
    preferences: `${origin}/subscriptions/EACH-READER-HAS-THEIR-OWN`,
    archive: `${origin}/digests/EACH-READER-HAS-THEIR-OWN`,
  };
  return { subject: view.subject, html: digestHtml(view, links, lang), text: digestText(view, links) };
}

async function contentOf(
  db: D1Database,
  slug: string,
  since: string | null,
): Promise<DigestTopicContent | null> {
  const found = await readTopic(db, slug, new URLSearchParams());
  if (found.kind !== 'view') return null;
  const { view } = found;
  const lead = toPanel(view, { families: [view.topic.lead], limit: ROWS, others: 0, notes: BRIEF_NOTES });
  const changes =
    since === null
      ? []
      : (await pageOfChanges(db, { topic: slug, since, before: null, limit: CHANGES })).items.map(
          (item) => JSON.parse(item) as ChangeView,
        );
  return { slug, title: view.topic.title, lead, changes: changes.reverse() };
}
