/** A topic's changes as a feed: one line a change, with its date and its address. */
import { Feed } from 'feed';
import type { ChangeView } from '../../read/changes.ts';

export interface FeedTopic {
  slug: string;
  title: string;
  summary: string;
  updatedAt: string;
}

/** Atom (RFC 4287) and JSON Feed 1.1 from one model; ids never change, so that no reader sees a change twice. */
export function toFeed(topic: FeedTopic, changes: readonly ChangeView[], origin: string): Feed {
  const page = `${origin}/t/${topic.slug}`;
  const base = `${origin}/v1/topics/${topic.slug}`;
  const feed = new Feed({
    id: page,
    title: `${topic.title}: what each source says`,
    description: topic.summary,
    link: page,
    language: 'en',
    updated: new Date(topic.updatedAt),
    copyright: 'CC BY 4.0',
    generator: 'By Source',
    author: { name: 'By Source', link: origin },
    feedLinks: { atom: `${base}/feed.atom`, json: `${base}/feed.json` },
  });
  for (const change of changes) {
    feed.addItem({
      id: `${base}/changes#${change.id}`,
      title: printable(change.text),
      link: `${page}#timeline`,
      date: new Date(change.at),
      description: printable(change.label === null ? change.text : `${change.label}. ${change.text}`),
    });
  }
  return feed;
}

/** What XML 1.0 cannot carry (section 2.2) would make the whole feed unreadable. */
const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
