/** Most Commented for programs, and where other sites send their signed counts. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { takeCount } from '../../app/outside-counts/counts.ts';
import { readList } from '../../app/outside-counts/ranking.ts';
import type { Problem } from '../../domain/record/checks.ts';
import { answer, JSON_TYPE } from '../../http/answer.ts';
import { parseJson, readText } from '../../http/body.ts';
import { problem, refused } from '../../http/problem.ts';
import { problemWords } from '../../layout/language.ts';
import { isWindow, WINDOWS } from '../../projections/list-window.ts';

export function countRoutes(deps: Pick<Deps, 'db' | 'now' | 'countsSecret'>): Hono {
  const routes = new Hono();

  /** GET /v1/most-commented?window=24h|7d|30d|all&limit= */
  routes.get('/v1/most-commented', async (c) => {
    const { searchParams } = new URL(c.req.url);
    const window = searchParams.get('window') || '7d';
    const limit = Number(searchParams.get('limit') || 10);
    const problems: Problem[] = [];
    if (!isWindow(window)) problems.push({ path: 'window', message: problemWords(c.req.raw).oneOf(WINDOWS) });
    if (!Number.isInteger(limit) || limit < 1 || limit > 50)
      problems.push({ path: 'limit', message: problemWords(c.req.raw).number(50) });
    if (problems.length > 0) return refused('bad-request', problems);
    const list = await readList(deps.db, window, deps.now());
    const body = JSON.stringify({ ...list, items: list.items.slice(0, limit) });
    return answer(c.req.raw, { body, type: JSON_TYPE, tags: ['most-commented'] });
  });

  /** POST /v1/counts, signed: `X-Signature: t=UNIX,v1=HEX` */
  routes.post('/v1/counts', async (c) => {
    const text = await readText(c.req.raw, 10_000);
    if (text instanceof Response) return text;
    const parsed = parseJson(text);
    const body = parsed instanceof Response ? undefined : parsed.value;
    const counted = await takeCount(deps, { signature: c.req.header('X-Signature') ?? null, text, body });
    switch (counted.kind) {
      case 'unsigned':
        return problem('unauthorised', counted.detail);
      case 'replayed':
        return problem('conflict', 'This signed count was already received.');
      case 'older':
        return problem('conflict', 'A newer count of this thread is already recorded.');
      case 'refused':
        return parsed instanceof Response ? parsed : refused('invalid', counted.problems);
      case 'stored':
        return new Response('{"stored":true}', { status: 202, headers: { 'Content-Type': JSON_TYPE } });
    }
  });

  return routes;
}
