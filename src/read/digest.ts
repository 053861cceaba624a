/** What one reader's digest holds: per topic, what changed since the last one they accepted, in the order that matters. */
import type { ChangeView } from './changes.ts';
import { type ListView, toListView } from './list-view.ts';
import { dayWords } from './locale.ts';
import type { MostCommented } from './most-commented.ts';
import type { Panel } from './panel.ts';

/** What a run freezes for all its readers: the same words for everyone, whatever is written meanwhile. */
export interface DigestContent {
  /** The instant up to which changes are told. */
  at: string;
  topics: DigestTopicContent[];
  mostCommented: MostCommented;
}
export interface DigestTopicContent {
  slug: string;
  title: string;
  /** The lead family's newest rows, for a first digest. */
  lead: Panel;
  /** Oldest first, from before the earliest reader's cursor up to `at`. */
  changes: ChangeView[];
}

export interface DigestReader {
  /** Slugs, or '*' for every topic. */
  topics: string[] | '*';
  /** The instant of the last digest accepted for this reader; null before the first. */
  cursor: string | null;
  lang: string;
  /** Wants a short note when nothing changed. */
  stillQuiet: boolean;
  cadence: 'daily' | 'weekly';
}

export interface DigestView {
  subject: string;
  /** One sentence on top. */
  opening: string;
  topics: DigestTopic[];
  mostCommented: ListView;
}
export interface DigestTopic {
  title: string;
  url: string;
  /** Each under its own heading; empty ones are left out. */
  parts: { heading: string; lines: DigestLine[] }[];
}
export interface DigestLine {
  text: string;
  /** What was counted, and when it was recorded, in small. */
  small: string;
  url: string;
}

const AMENDMENTS: ReadonlySet<string> = new Set(['corrected', 'voided', 'retracted', 'withheld']);
const LISTED = 5;
/** Beyond this a section says how many more there are. */
const MOST_LINES = 25;

/** The reader's digest, or why there is none: nothing changed. Most Commented alone never makes one. */
export function toDigest(
  reader: DigestReader,
  content: DigestContent,
): DigestView | { skip: 'nothing changed' } {
  const wanted = content.topics.filter(({ slug }) => reader.topics === '*' || reader.topics.includes(slug));
  const topics = wanted
    .map((topic) => toDigestTopic(topic, reader))
    .filter((topic) => topic.parts.length > 0);
  const lines = topics.flatMap((topic) => topic.parts.flatMap((part) => part.lines));
  if (lines.length === 0 && !(reader.stillQuiet && reader.cursor !== null))
    return { skip: 'nothing changed' };
  return {
    subject: subjectOf(reader, topics, lines.length),
    opening: openingOf(reader, lines.length, content.at),
    topics,
    mostCommented: toListView(content.mostCommented, LISTED, reader.lang),
  };
}

function toDigestTopic(topic: DigestTopicContent, reader: DigestReader): DigestTopic {
  const url = `/t/${topic.slug}`;
  const { cursor, lang } = reader;
  if (cursor === null)
    return { title: topic.title, url, parts: part(topic.lead.heading, leadLines(topic.lead, url)) };
  const fresh = topic.changes.filter((change) => change.at > cursor);
  const line = (change: ChangeView) => toLine(change, url, lang);
  const amendments = fresh.filter(({ kind }) => AMENDMENTS.has(kind));
  const others = fresh.filter(({ kind }) => !AMENDMENTS.has(kind));
  const earlier = others.filter(
    ({ late, kind }) => late || kind === 'added from earlier' || kind === 'import',
  );
  return {
    title: topic.title,
    url,
    parts: [
      ...part('Corrections to what you were sent', amendments.map(line)),
      ...part('Said since your last digest', others.filter((change) => !earlier.includes(change)).map(line)),
      ...part('Added from earlier', earlier.map(line)),
    ],
  };
}

function part(heading: string, lines: DigestLine[]): DigestTopic['parts'] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST_LINES;
  const shown = lines.slice(-MOST_LINES);
  const url = shown[0]?.url ?? '/';
  return [{ heading, lines: more > 0 ? [...shown, { text: `and ${more} more`, small: '', url }] : shown }];
}

function toLine(change: ChangeView, url: string, lang: string): DigestLine {
  const small = [change.label, `recorded ${dayWords(change.at, lang)}`]
    .filter((text) => text !== null)
    .join(' · ');
  const claim = change.id.replace(/^\d+-/, '').replace(/-\d+$/, '');
  return { text: change.text, small, url: change.kind === 'import' ? url : `${url}#${claim}` };
}

/** A first digest tells where things stand: the lead family as it is. */
const leadLines = (panel: Panel, url: string): DigestLine[] =>
  panel.groups.flatMap((group) =>
    group.rows.map((row) => ({
      text: `${row.name}: ${row.text}`,
      small: `${row.of ?? group.label} · ${row.when}`,
      url,
    })),
  );

function subjectOf({ cursor }: DigestReader, topics: DigestTopic[], count: number): string {
  if (count === 0) return 'By Source: still quiet';
  const [first] = topics;
  if (cursor === null)
    return `By Source: where ${topics.length === 1 ? first?.title : `${topics.length} topics`} stand`;
  const line = first?.parts[0]?.lines[0]?.text ?? '';
  return shortened(count === 1 ? line : `${line} and ${count - 1} more`, 120);
}

function openingOf({ cursor, lang }: DigestReader, count: number, at: string): string {
  if (cursor === null)
    return 'This is where things stand. From now on you get only what has changed since your last digest.';
  const since = `since ${dayWords(cursor, lang)}`;
  if (count === 0) return `Nothing has changed ${since}.`;
  return `${count} ${count === 1 ? 'change' : 'changes'} ${since}, up to ${dayWords(at, lang)}.`;
}

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
