// What the two formats of feeds ask, as their readers would complain: Atom (RFC 4287) and JSON Feed 1.1.
import { childrenOf, type Element, parseXml } from './xml.ts';

/** A date-time with its zone (RFC 3339), as RFC 4287, section 3.3, and JSON Feed ask. */
const INSTANT =
  /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const isIri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);
const isWeb = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);

export interface ReadEntry {
  id: string;
  title: string;
  text: string;
  url: string;
  at: string;
}
export interface ReadFeed {
  id: string;
  title: string;
  self: string;
  entries: ReadEntry[];
}

/** The feed, once it keeps every rule; throws the first that it breaks. */
export function readAtom(xml: string): ReadFeed {
  const feed = parseXml(xml);
  must(feed.name === 'feed' && feed.attributes.xmlns === 'http://www.w3.org/2005/Atom', 'an Atom feed');
  const known = ['id', 'title', 'subtitle', 'updated', 'link', 'author', 'generator', 'rights', 'entry'];
  for (const { name } of feed.children) must(known.includes(name), `${name} is an element of a feed`);
  const head = headOf(feed);
  const [author] = childrenOf(feed, 'author');
  must(author !== undefined && one(author, 'name').text !== '', 'an author with a name (4.1.1)');
  const self = childrenOf(feed, 'link').filter(({ attributes }) => attributes.rel === 'self');
  must(self.length === 1, 'one link to itself (4.1.1)');
  const entries = childrenOf(feed, 'entry').map((entry) => {
    const { id, title, updated } = headOf(entry);
    const links = childrenOf(entry, 'link').filter(({ attributes }) => attributes.rel === 'alternate');
    must(links.length === 1, 'one alternate link of an entry (4.1.2)');
    const url = links[0]?.attributes.href ?? '';
    must(isWeb(url), 'a link to the web');
    must(INSTANT.test(one(entry, 'published').text), 'a date of publication');
    return { id, title, url, text: textOf(one(entry, 'content')), at: updated };
  });
  must(new Set(entries.map(({ id }) => id)).size === entries.length, 'ids that differ (4.2.6)');
  return { id: head.id, title: head.title, self: self[0]?.attributes.href ?? '', entries };
}

function headOf(element: Element) {
  const [id, title, updated] = [
    one(element, 'id').text,
    textOf(one(element, 'title')),
    one(element, 'updated').text,
  ];
  must(isIri(id), `an IRI as id: ${id}`);
  must(INSTANT.test(updated), `an instant as updated: ${updated}`);
  return { id, title, updated };
}

/** Plain text alone (section 3.1.1.1): no child, and nothing that a reader would take for markup. */
function textOf(element: Element): string {
  must((element.attributes.type ?? 'text') === 'text', `${element.name} of type text`);
  must(element.children.length === 0, `no element in ${element.name}`);
  return element.text;
}

function one(parent: Element, name: string): Element {
  const [first, ...more] = childrenOf(parent, name);
  must(more.length === 0, `one ${name} in ${parent.name}`);
  if (first === undefined) throw new Error(`A feed needs a ${name} in ${parent.name}.`);
  return first;
}

/** The same of a JSON Feed (jsonfeed.org/version/1.1). */
export function readJsonFeed(json: string): ReadFeed {
  const feed = JSON.parse(json) as Record<string, unknown>;
  must(feed.version === 'https://jsonfeed.org/version/1.1', 'version 1.1');
  for (const name of ['title', 'home_page_url', 'feed_url', 'description', 'language'])
    must(typeof feed[name] === 'string' && feed[name] !== '', `${name} as text`);
  must(isWeb(String(feed.home_page_url)) && isWeb(String(feed.feed_url)), 'addresses of the web');
  must(Array.isArray(feed.authors) && feed.author === undefined, 'authors, not the older author');
  const items = feed.items as Record<string, unknown>[];
  must(Array.isArray(items), 'items');
  const entries = items.map((item) => {
    must(typeof item.id === 'string' && item.id !== '', 'an id as text');
    must(typeof item.content_text === 'string' && item.content_html === undefined, 'content_text alone');
    must(INSTANT.test(String(item.date_published)), 'date_published');
    must(INSTANT.test(String(item.date_modified)), 'date_modified');
    must(isWeb(String(item.url)), 'a url');
    const [id, title, text, url] = [item.id, item.title, item.content_text, item.url].map(String);
    return { id, title, text, url, at: String(item.date_published) } as ReadEntry;
  });
  must(new Set(entries.map(({ id }) => id)).size === entries.length, 'ids that differ');
  return { id: String(feed.feed_url), title: String(feed.title), self: String(feed.feed_url), entries };
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`A feed needs ${what}.`);
}
