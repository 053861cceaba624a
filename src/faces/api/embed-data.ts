/** Everything the widgets of one page draw, in one answer. */
import { Hono } from 'hono';
import type { Problem } from '../../domain/checks.ts';
import { answer, JSON_TYPE } from '../../http/answer.ts';
import { refused } from '../../http/problem.ts';
import { toListView } from '../../read/list-view.ts';
import type { MostCommented } from '../../read/most-commented.ts';
import { BRIEF_NOTES, type Panel, toPanel } from '../../read/panel.ts';
import type { TopicAnswer } from '../../read/topic-answer.ts';

export interface EmbedReads {
  topic(slug: string, params: URLSearchParams): Promise<TopicAnswer>;
  list(window: string): Promise<MostCommented>;
}

/** A widget's topic: its drawing, or why there is none (the widget then leaves its fallback). */
type EmbedTopic = Panel | { slug: string; error: string };

const MOST_TOPICS = 20;
const MOST_LISTS = 8;
const USUAL_ROWS = 8;

export function embedDataRoutes(reads: EmbedReads): Hono {
  const routes = new Hono();

  /** GET /v1/embed?topics=a,b&limit=8&list=7d:5&known_at=&scheme=&lang=&measure= */
  routes.get('/v1/embed', async (c) => {
    const url = new URL(c.req.url);
    const slugs = split(url.searchParams.get('topics'));
    const wanted = split(url.searchParams.get('list')).map((text) =>
      /^(24h|7d|30d|all)(?::(\d{1,2}))?$/.exec(text),
    );
    const limit = Number(url.searchParams.get('limit') ?? USUAL_ROWS);
    const problems: Problem[] = [];
    if (slugs.length > MOST_TOPICS)
      problems.push({ path: 'topics', message: `Ask for at most ${MOST_TOPICS} topics.` });
    if (slugs.length + wanted.length === 0)
      problems.push({ path: 'topics', message: 'Name a topic or a list.' });
    if (wanted.some((match) => match === null))
      problems.push({ path: 'list', message: 'Give a window and a length: 7d:5.' });
    if (!Number.isInteger(limit) || limit < 1 || limit > 100)
      problems.push({ path: 'limit', message: 'Give 1 to 100 rows.' });
    if (wanted.length > MOST_LISTS)
      problems.push({ path: 'list', message: `Ask for at most ${MOST_LISTS} lists.` });
    if (problems.length > 0) return refused('bad-request', problems);
    const found = await Promise.all(slugs.map((slug) => reads.topic(slug, url.searchParams)));
    const unreadable = found.find((each) => each.kind === 'unreadable');
    if (unreadable?.kind === 'unreadable') return refused('bad-request', unreadable.problems);
    const topics = found.map((each, at): EmbedTopic => {
      if (each.kind !== 'view')
        return { slug: slugs[at] ?? '', error: each.kind === 'unknown' ? each.detail : 'unreadable' };
      return toPanel(each.view, leadPanel(each.view.topic.lead, limit, url.searchParams.get('measure')));
    });
    const lists = await Promise.all(
      wanted.map(async (match) => {
        const list = await reads.list(match?.[1] ?? '7d');
        return {
          of: match?.[0] ?? '',
          ...toListView(list, Number(match?.[2] ?? 5), url.searchParams.get('lang') ?? 'en'),
        };
      }),
    );
    const body = JSON.stringify({ version: 1, topics, lists });
    // Only slugs that exist: the address is the asker's, and a header is no place for it.
    const tags = found.flatMap((each) => (each.kind === 'view' ? [`topic:${each.view.topic.slug}`] : []));
    if (lists.length > 0) tags.push('most-commented');
    return answer(c.req.raw, { body, type: JSON_TYPE, tags });
  });

  return routes;
}

/** The lead family alone, with what no small face may leave out. */
export const leadPanel = (lead: string, limit: number, measure: string | null) => ({
  families: [lead],
  limit,
  others: 0,
  notes: BRIEF_NOTES,
  measure,
});

const split = (text: string | null): string[] => [...new Set((text ?? '').split(',').filter(Boolean))];
