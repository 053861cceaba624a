/** A topic's changes to follow: one model of entries, as Atom (RFC 4287) and as JSON Feed 1.1; all text is plain text. */
import { xmlElement, xmlText } from '../../http/xml.ts';
import type { ChangeView } from '../../projections/changes.ts';
import { spoken, wordsOf } from '../../projections/words/words.ts';

export interface FeedTopic {
  slug: string;
  title: string;
  summary: string;
  updatedAt: string;
  /** The topic's own, in which its changes are told. */
  language: string;
}

/** Where a feed is read, and who keeps it: addresses follow the first, ids the second alone. */
export interface FeedPlace {
  /** As the reader asked. */
  origin: string;
  /** The site's own address as its operator set it; null where none is set. */
  site: string | null;
}

interface Feed {
  id: string;
  lang: string;
  title: string;
  summary: string;
  updated: string;
  page: string;
  atom: string;
  json: string;
  origin: string;
  entries: { id: string; title: string; text: string; url: string; at: string }[];
}

/** Under a tag of the site (RFC 4151) an id is the same whatever the address asked, so that no reader sees a change twice. */
export function feedOf(topic: FeedTopic, changes: readonly ChangeView[], { origin, site }: FeedPlace): Feed {
  const { measured, howMade } = wordsOf(topic.language).changes.feed;
  const page = `${origin}/t/${topic.slug}`;
  const base = `${origin}/v1/topics/${topic.slug}`;
  const tag = `tag:${URL.parse(site ?? '')?.hostname || 'localhost'},2026:topics/${topic.slug}`;
  return {
    id: tag,
    lang: spoken(topic.language),
    title: wordsOf(topic.language).frame.eachSource(topic.title),
    summary: topic.summary,
    updated: topic.updatedAt,
    page,
    atom: `${base}/feed.atom`,
    json: `${base}/feed.json`,
    origin,
    entries: changes.map(({ id, text, label, how, claim, at }) => {
      const content = label === null ? text : measured(label, text);
      return {
        id: `${tag}/changes/${encodeURIComponent(id)}`,
        title: text,
        text: how === undefined ? content : howMade(content, how),
        // Changes that an older release stored do not name their claim.
        url: `${page}#${claim ?? 'timeline'}`,
        at,
      };
    }),
  };
}

/** Sections 4.1.1 and 4.1.2; every text construct is of type "text" (section 3.1.1.1). */
export function toAtom(feed: Feed): string {
  const text = (name: string, value: string) => xmlElement(name, { type: 'text' }, xmlText(value));
  const plain = (name: string, value: string) => xmlElement(name, {}, xmlText(value));
  const link = (rel: string, href: string, type: string) => xmlElement('link', { rel, href, type }, null);
  const { site, rights } = wordsOf(feed.lang).frame;
  const entries = feed.entries.map((entry) =>
    xmlElement(
      'entry',
      {},
      [
        plain('id', entry.id),
        text('title', entry.title),
        plain('updated', entry.at),
        plain('published', entry.at),
        link('alternate', entry.url, 'text/html'),
        text('content', entry.text),
      ].join(''),
    ),
  );
  const body = xmlElement(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.lang },
    [
      plain('id', feed.id),
      text('title', feed.title),
      text('subtitle', feed.summary),
      plain('updated', feed.updated),
      link('self', feed.atom, 'application/atom+xml'),
      link('alternate', feed.page, 'text/html'),
      xmlElement('author', {}, plain('name', site) + plain('uri', feed.origin)),
      plain('generator', site),
      text('rights', rights),
      ...entries,
    ].join(''),
  );
  return `<?xml version="1.0" encoding="utf-8"?>${body}`;
}

/** jsonfeed.org/version/1.1; what is text goes as `content_text`, which no reader takes for markup. */
export function toJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.json,
    description: feed.summary,
    language: feed.lang,
    authors: [{ name: wordsOf(feed.lang).frame.site, url: feed.origin }],
    items: feed.entries.map(({ id, title, text, url, at }) => ({
      id,
      url,
      title,
      content_text: text,
      date_published: at,
      date_modified: at,
    })),
  });
}
