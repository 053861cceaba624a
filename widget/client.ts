/** One request for everything the widgets of a page draw: they ask together, in one macrotask. */
import type { ListView } from '../src/read/list-view.ts';
import type { Panel } from '../src/read/panel.ts';

interface Answer {
  version: number;
  topics: (Panel | { slug: string; error: string })[];
  lists: (ListView & { of: string })[];
}

/** The payload version this script reads; any other leaves the fallback. */
const VERSION = 1;

interface Batch {
  topics: Set<string>;
  lists: Set<string>;
  answer: Promise<Answer | null>;
}

/** Batches still open, by what must be the same for all in one request. */
const open = new Map<string, Batch>();

function join(base: string, rest: string): Batch {
  let batch = open.get(rest);
  if (!batch) {
    const topics = new Set<string>();
    const lists = new Set<string>();
    const answer = new Promise<string>((done) =>
      setTimeout(() => {
        open.delete(rest);
        done(`${base}/v1/embed?topics=${[...topics]}&list=${[...lists]}${rest}`);
      }),
    ).then(load);
    batch = { topics, lists, answer };
    open.set(rest, batch);
  }
  return batch;
}

/** Null on any failure: the fallback then stays, and the page's console stays clean. */
const load = (url: string): Promise<Answer | null> =>
  fetch(url, { credentials: 'omit' })
    .then((response) => response.json() as Promise<Answer>)
    .then((answer) => (answer.version === VERSION ? answer : null))
    .catch(() => null);

/** The panel of a topic, or null where there is none; `rest` holds the other parameters. */
export async function askTopic(base: string, slug: string, rest: string): Promise<Panel | null> {
  const batch = join(base, rest);
  batch.topics.add(slug);
  const topic = (await batch.answer)?.topics.find((each) => each.slug === slug);
  return topic && 'groups' in topic ? topic : null;
}

/** A list as `7d:5`, or null. */
export async function askList(base: string, list: string): Promise<ListView | null> {
  const batch = join(base, '');
  batch.lists.add(list);
  return (await batch.answer)?.lists.find((each) => each.of === list) ?? null;
}
