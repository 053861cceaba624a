/** Everything the widgets of one page draw, in one answer. */

import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { readList } from '../../app/outside-counts/ranking.ts';
import { readTopic } from '../../app/record/read-topic.ts';
import type { Problem } from '../../domain/record/checks.ts';
import { answer, JSON_TYPE } from '../../http/answer.ts';
import { refused } from '../../http/problem.ts';
import { problemWords } from '../../layout/language.ts';
import { type EmbedPanel, toEmbedList, toEmbedPanel } from '../../projections/embed-view.ts';
import { toListView } from '../../projections/list-view.ts';
import { BRIEF_NOTES, toPanel } from '../../projections/panel.ts';
import { familyOf } from '../../projections/panel-combinations.ts';
import type { TopicAnswer } from '../../projections/topic-answer.ts';
import { DEFAULT_LANGUAGE, type Words } from '../../projections/words/words.ts';

/** A widget's topic: its drawing, or why there is none (the widget then leaves its fallback). */
type EmbedTopic = EmbedPanel | { of: string; slug: string; state: EmbedState; error: string };

/** Why a widget is not drawn, as it stands in its `data-state`. */
type EmbedState = 'unknown-topic' | 'unknown-measure' | 'unreadable';

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

export function embedDataRoutes(deps: Pick<Deps, 'db' | 'now'>): Hono {
  const routes = new Hono();

  /** GET /v1/embed?topics=a,b~limit=5&limit=8&list=7d:5&known_at=&said_by=&scheme=&lang=&measure=&dimension=; `topics` may name lists too */
  routes.get('/v1/embed', async (c) => {
    const { searchParams } = new URL(c.req.url);
    const asked = itemsOf(searchParams, 'topics');
    const topics = asked.filter(({ name }) => !LIST.test(name));
    const named = itemsOf(searchParams, 'list');
    const lists = [...asked.filter(({ name }) => LIST.test(name)), ...named];
    const words = problemWords(c.req.raw);
    const problems: Problem[] = [];
    if (asked.length > MOST_ITEMS) problems.push({ path: 'topics', message: words.most.topics(MOST_ITEMS) });
    if (topics.length + lists.length === 0) problems.push({ path: 'topics', message: words.topicOrList });
    if (lists.some(({ name }) => !LIST.test(name))) problems.push({ path: 'list', message: words.list });
    if (named.length > MOST_LISTS) problems.push({ path: 'list', message: words.most.lists(MOST_LISTS) });
    if (limitOf(searchParams) === null) problems.push({ path: 'limit', message: words.rows });
    if (problems.length > 0) return refused('bad-request', problems);
    const found = await Promise.all(
      topics.map(onceEach(({ name, params }) => readTopic(deps, name, params), readKey)),
    );
    const unreadable = found.find((each, at) => each.kind === 'unreadable' && !topics[at]?.own);
    if (unreadable?.kind === 'unreadable') return refused('bad-request', unreadable.problems);
    const listOf = onceEach(
      (window: string) => readList(deps.db, window, deps.now()),
      (window) => window,
    );
    const body = JSON.stringify({
      version: 1,
      topics: topics.map((item, at) => toTopic(item, found[at] as TopicAnswer, words)),
      lists: await Promise.all(
        lists.map(async ({ of, name, params }) => {
          const [, window = '7d', length] = LIST.exec(name) ?? [];
          const list = await listOf(window);
          const lang = params.get('lang') ?? DEFAULT_LANGUAGE;
          return toEmbedList(of, toListView(list, Number(length ?? 5), lang), lang);
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

/** Null unless it is 1 to 100. */
function limitOf(params: URLSearchParams): number | null {
  const limit = Number(params.get('limit') ?? USUAL_ROWS);
  return Number.isInteger(limit) && limit >= 1 && limit <= 100 ? limit : null;
}

function toTopic({ of, name, params }: Item, found: TopicAnswer, words: Words['problems']): EmbedTopic {
  const without = (state: EmbedState, error: string): EmbedTopic => ({ of, slug: name, state, error });
  const limit = limitOf(params);
  if (limit === null) return without('unreadable', words.rows);
  // No slug has a colon: a list was meant.
  if (name.includes(':') && !name.includes('/')) return without('unreadable', words.list);
  if (found.kind === 'unknown') return without('unknown-topic', found.detail);
  if (found.kind === 'unreadable') {
    const state = found.problems.every(({ path }) => path === 'measure') ? 'unknown-measure' : 'unreadable';
    return without(state, found.problems.map(({ message }) => message).join(' '));
  }
  const { view } = found;
  const measure = params.get('measure');
  const family = familyOf(view, measure);
  return toEmbedPanel(of, toPanel(view, { family, limit, notes: BRIEF_NOTES }), view.lang);
}

/** All that a read depends on; how many rows of it are drawn does not matter. */
function readKey({ name, params }: Item): string {
  const asked = new URLSearchParams(params);
  for (const other of ['topics', 'list', 'limit']) asked.delete(other);
  return `${name}?${asked}`;
}

/** The same read, made once for all who ask for it. */
function onceEach<In, Out>(read: (asked: In) => Promise<Out>, keyOf: (asked: In) => string) {
  const made = new Map<string, Promise<Out>>();
  return (asked: In): Promise<Out> => {
    const key = keyOf(asked);
    const answered = made.get(key) ?? read(asked);
    made.set(key, answered);
    return answered;
  };
}

/**
 * The items of a parameter, each once. An instant's "+09:00" comes unescaped, and so as a space. The parts of an item
 * may be escaped once more, so that a comma or a tilde that an author wrote stays within its own widget.
 */
function itemsOf(all: URLSearchParams, param: string): Item[] {
  const given = (all.get(param) ?? '').replaceAll(' ', '+');
  return [...new Set(given.split(',').filter(Boolean))].map((of) => {
    const [name = '', ...own] = of.split('~');
    const params = new URLSearchParams(all);
    for (const pair of own) {
      const [key = '', ...value] = pair.split('=');
      params.set(key.replace('-', '_'), unescaped(value.join('=')));
    }
    return { of, name: unescaped(name), params, own: own.length > 0 };
  });
}

/** As it is where it is not escaped well. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
