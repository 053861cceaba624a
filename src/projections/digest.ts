/** What one reader's digest holds: per topic, what changed since the last one they accepted, in the order that matters. */
import type { Cadence } from '../domain/digest/cadence.ts';
import { subjectOf, titlesWith } from './digest-subject.ts';
import type { OutletLink, ToldLine, ToldPart } from './digest-told.ts';
import { harmlessly } from './harmless.ts';
import { type ListView, toListView } from './list-view.ts';
import { dayWords } from './locale.ts';
import type { MostCommented } from './most-commented.ts';
import { saidWords } from './wording.ts';
import { wordsOf } from './words/words.ts';

/** What a digest is made of: the same words for everyone, whatever is written meanwhile. */
export interface DigestContent {
  /** The instant up to which changes are told. */
  at: string;
  topics: DigestTopicContent[];
  leftOut: LeftOut[];
  mostCommented: MostCommented;
}
export interface DigestTopicContent {
  slug: string;
  title: string;
  /** The lead family's rows, for a first digest. */
  lead: { heading: string; lines: LeadLine[]; more: number };
  /** What this reader is told; empty where nothing changed for them. */
  told: ToldPart[];
}
export interface LeadLine {
  text: string;
  /** What was counted, when it was said, how a vague word was read, and what else must stand beside it. */
  small: string;
  places: OutletLink[];
  otherPlaces: number;
  /** Its place in the order in which a shorter mail keeps lines, from 1. */
  rank?: number;
}

/** A topic that cannot be drawn, with the reason for editors alone. */
export interface LeftOut {
  slug: string;
  title: string;
  /** When it was last written to: it concerns readers whose last digest was before. */
  updated: string;
  claim: string | null;
  reason: string;
}

export interface DigestReader {
  /** Slugs, or '*' for every topic. */
  topics: string[] | '*';
  /** The instant of the last digest accepted for this reader; null before the first. */
  cursor: string | null;
  lang: string;
  /** Wants a short note when nothing changed. */
  stillQuiet: boolean;
  cadence: Cadence;
}

export interface DigestView {
  subject: string;
  /** One sentence on top. */
  opening: string;
  topics: DigestTopic[];
  /** Topics beyond those shown. */
  moreTopics: number;
  /** Topics that could not be drawn. */
  leftOut: { title: string; url: string }[];
  mostCommented: ListView;
  /** Topics of that list beyond those shown. */
  moreListed: number;
}
export interface DigestTopic {
  slug: string;
  title: string;
  url: string;
  /** Each under its own heading; empty ones are left out. */
  parts: DigestPart[];
}
export interface DigestPart {
  heading: string;
  lines: DigestLine[];
  /** How many more there are than are shown. */
  more: number;
  /** Of a first digest. */
  first: boolean;
}
export interface DigestLine {
  /** The claim it is about, or null. */
  claim: string | null;
  text: string;
  /** What was counted, when it was said and recorded, how a vague word was read: in small. */
  small: string;
  url: string;
  places: OutletLink[];
  otherPlaces: number;
  /** Of a first digest: its place in the order in which a shorter mail keeps lines, from 1. */
  rank?: number;
}

const LISTED = 5;

/** The reader's digest, or why there is none: nothing changed. Most Commented alone never makes one. */
export function toDigest(
  reader: DigestReader,
  content: DigestContent,
): DigestView | { skip: 'nothing changed' } {
  const isWanted = ({ slug }: { slug: string }) => reader.topics === '*' || reader.topics.includes(slug);
  const wanted = content.topics.filter(isWanted);
  const topics = wanted.map((topic) => toDigestTopic(topic, reader)).filter(({ parts }) => parts.length > 0);
  const { cursor } = reader;
  const leftOut = content.leftOut
    .filter((topic) => isWanted(topic) && (cursor === null || topic.updated > cursor))
    .map(({ slug, title }) => ({ title, url: `/t/${slug}` }));
  const count = topics.reduce(
    (sum, { parts }) => sum + parts.reduce((all, part) => all + sizeOf(part), 0),
    0,
  );
  if (count === 0 && leftOut.length === 0 && !(reader.stillQuiet && cursor !== null))
    return { skip: 'nothing changed' };
  const news = wanted.flatMap(({ title, told }) =>
    told.flatMap(({ lines }) => lines.map((line) => ({ ...line, title }))),
  );
  const view = harmlessly({
    opening: openingOf(reader, count, leftOut.length, content.at),
    topics,
    moreTopics: 0,
    leftOut,
    mostCommented: toListView(content.mostCommented, LISTED, reader.lang),
    moreListed: Math.max(0, content.mostCommented.items.length - LISTED),
  });
  return { ...view, subject: subjectFor(reader, view, count, harmlessly(news[0])) };
}

const sizeOf = ({ lines, more }: DigestPart): number => lines.length + more;

function toDigestTopic(topic: DigestTopicContent, { cursor, lang }: DigestReader): DigestTopic {
  const { slug, title, lead, told } = topic;
  const url = `/t/${slug}`;
  if (cursor === null) {
    const lines = lead.lines.map((line) => ({ ...line, claim: null, url }));
    const part = { heading: lead.heading, lines, more: lead.more, first: true };
    return { slug, title, url, parts: sizeOf(part) > 0 ? [part] : [] };
  }
  const parts = told.map(({ kind, lines, more }) => ({
    heading: wordsOf(lang).digest.headings[kind],
    lines: lines.map((line) => toLine(line, url, lang)),
    more,
    first: false,
  }));
  return { slug, title, url, parts };
}

function toLine(
  { claim, text, label, reading, said, at, places, otherPlaces }: ToldLine,
  url: string,
  lang: string,
): DigestLine {
  const words = wordsOf(lang).digest;
  const day = said && saidWords(said, lang);
  const when = day !== null && said?.bound.dated ? words.said(day) : day;
  const small = [label, when, reading, words.recorded(dayWords(at, lang))].filter((each) => each !== null);
  return {
    claim,
    text,
    small: small.join(' · '),
    url: claim === null ? url : `${url}#${claim}`,
    places,
    otherPlaces,
  };
}

type News = ToldLine & { title: string };

function subjectFor(
  { cursor, lang }: DigestReader,
  { topics, leftOut }: Pick<DigestView, 'topics' | 'leftOut'>,
  count: number,
  news: News | undefined,
): string {
  const titles = topics.map(({ title }) => title);
  if (cursor === null && titles.length > 0)
    return titlesWith(titles, titles.length === 1 ? 'whereItStands' : 'whereTheyStand', lang);
  if (news && count > 0) return subjectOf({ ...news, more: count - 1 }, lang);
  if (leftOut.length > 0)
    return titlesWith(
      leftOut.map(({ title }) => title),
      'leftOut',
      lang,
    );
  return wordsOf(lang).digest.subject.quiet;
}

function openingOf({ cursor, lang }: DigestReader, count: number, leftOut: number, at: string): string {
  const words = wordsOf(lang).digest.opening;
  if (cursor === null) return words.first;
  const since = dayWords(cursor, lang);
  if (count === 0) return leftOut > 0 ? words.undrawn(since) : words.nothing(since);
  return words.changes(count, since, dayWords(at, lang));
}
