/** Everything the widgets of one page draw, in one answer. */
import { Hono } from 'hono';
import type { Problem } from '../../domain/checks.ts';
import { answer, JSON_TYPE } from '../../http/answer.ts';
import { refused } from '../../http/problem.ts';
import { type EmbedPanel, toEmbedList, toEmbedPanel } from '../../read/embed-view.ts';
import { toListView } from '../../read/list-view.ts';
import type { MostCommented } from '../../read/most-commented.ts';
import { BRIEF_NOTES, toPanel } from '../../read/panel.ts';
import type { TopicAnswer } from '../../read/topic-answer.ts';

export interface EmbedReads {
  topic(slug: string, params: URLSearchParams): Promise<TopicAnswer>;
  list(window: string): Promise<MostCommented>;
}

/** A widget's topic: its drawing, or why there is none (the widget then leaves its fallback). */
type EmbedTopic = EmbedPanel | { of: string; slug: string; error: string };

/** One thing asked for: "slug" or "7d:5", with parameters of its own as "slug~limit=5~known-at=…". */
interface Item {
  of: string;
  name: string;
  /** The request's parameters, with the item's own over them. */
  params: URLSearchParams;
  /** It has parameters of its own: a mistake in them is the item's, not the request's. */
  own: boolean;
}

const MOST_ITEMS = 50;
const MOST_LISTS = 8;
const USUAL_ROWS = 8;
const LIST = /^(24h|7d|30d|all)(?::(\d{1,2}))?$/;

export function embedDataRoutes(reads: EmbedReads): Hono {
  const routes = new Hono();

  /** GET /v1/embed?topics=a,b~limit=5&limit=8&list=7d:5&known_at=&said_by=&scheme=&lang=&measure=; `topics` may name lists too */
  routes.get('/v1/embed', async (c) => {
    const { searchParams } = new URL(c.req.url);
    const asked = itemsOf(searchParams, 'topics');
    const topics = asked.filter(({ name }) => !LIST.test(name));
    const lists = [...asked.filter(({ name }) => LIST.test(name)), ...itemsOf(searchParams, 'list')];
    const problems: Problem[] = [];
    if (topics.length > MOST_ITEMS)
      problems.push({ path: 'topics', message: `Ask for at most ${MOST_ITEMS} topics.` });
    if (topics.length + lists.length === 0)
      problems.push({ path: 'topics', message: 'Name a topic or a list.' });
    if (lists.some(({ name }) => !LIST.test(name)))
      problems.push({ path: 'list', message: 'Give a window and a length: 7d:5.' });
    if (lists.length > MOST_LISTS)
      problems.push({ path: 'list', message: `Ask for at most ${MOST_LISTS} lists.` });
    if (limitOf(searchParams) === null) problems.push({ path: 'limit', message: LIMITS });
    if (problems.length > 0) return refused('bad-request', problems);
    const found = await Promise.all(topics.map(({ name, params }) => reads.topic(name, params)));
    const unreadable = found.find((each, at) => each.kind === 'unreadable' && !topics[at]?.own);
    if (unreadable?.kind === 'unreadable') return refused('bad-request', unreadable.problems);
    const body = JSON.stringify({
      version: 1,
      topics: topics.map((item, at) => toTopic(item, found[at] as TopicAnswer)),
      lists: await Promise.all(
        lists.map(async ({ of, name, params }) => {
          const [, window = '7d', length] = LIST.exec(name) ?? [];
          const list = await reads.list(window);
          return toEmbedList(of, toListView(list, Number(length ?? 5), params.get('lang') ?? 'en'));
        }),
      ),
    });
    // Only slugs that exist, each once: the address is the asker's, and a header is no place for it.
    const slugs = new Set(found.flatMap((each) => (each.kind === 'view' ? [each.view.topic.slug] : [])));
    const tags = [...slugs].map((slug) => `topic:${slug}`);
    if (lists.length > 0) tags.push('most-commented');
    return answer(c.req.raw, { body, type: JSON_TYPE, tags });
  });

  return routes;
}

const LIMITS = 'Give 1 to 100 rows.';

/** Null unless it is 1 to 100. */
function limitOf(params: URLSearchParams): number | null {
  const limit = Number(params.get('limit') ?? USUAL_ROWS);
  return Number.isInteger(limit) && limit >= 1 && limit <= 100 ? limit : null;
}

function toTopic({ of, name, params }: Item, found: TopicAnswer): EmbedTopic {
  const limit = limitOf(params);
  if (limit === null) return { of, slug: name, error: LIMITS };
  if (found.kind === 'unknown') return { of, slug: name, error: found.detail };
  if (found.kind === 'unreadable')
    return { of, slug: name, error: found.problems.map(({ message }) => message).join(' ') };
  const { lead } = found.view.topic;
  return toEmbedPanel(of, toPanel(found.view, leadPanel(lead, limit, params.get('measure'))));
}

/** The lead family alone, with what no small face may leave out. */
export const leadPanel = (lead: string, limit: number, measure: string | null) => ({
  families: [lead],
  limit,
  others: 0,
  notes: BRIEF_NOTES,
  measure,
});

/** The items of a parameter, each once. An instant's "+09:00" comes unescaped, and so as a space. */
function itemsOf(all: URLSearchParams, param: string): Item[] {
  const given = (all.get(param) ?? '').replaceAll(' ', '+');
  return [...new Set(given.split(',').filter(Boolean))].map((of) => {
    const [name = '', ...own] = of.split('~');
    const params = new URLSearchParams(all);
    for (const pair of own) {
      const [key = '', value = ''] = pair.split('=');
      params.set(key.replace('-', '_'), value);
    }
    return { of, name, params, own: own.length > 0 };
  });
}
