/** Lists by keyset: `?cursor=&limit=`, answered as `{items, nextCursor}`. */
import type { Page, PageRequest } from '../../domain/page.ts';
import { answer, JSON_TYPE } from '../../http/answer.ts';
import { cursorAsked, sealCursor } from '../../http/cursor.ts';
import { answerWords, refused } from '../../http/problem.ts';

const MOST = 100;
const USUAL = 50;

/** The page asked for, or the problem to answer with; `list` is what the cursor belongs to, the address unless said. */
export function pageRequest(url: URL, list: string = url.pathname): PageRequest | Response {
  const text = url.searchParams.get('limit');
  const limit = text === null || text === '' ? USUAL : Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    return refused('bad-request', [{ path: 'limit', message: answerWords().wholeNumber(MOST) }]);
  }
  const asked = cursorAsked(url, list);
  return asked instanceof Response ? asked : { cursor: asked.place, limit };
}

export function pageAnswer(request: Request, { items, next }: Page, tag: string): Promise<Response> {
  const cursor = next === null ? null : sealCursor(new URL(request.url).pathname, next);
  const body = `{"items":[${items.join(',')}],"nextCursor":${JSON.stringify(cursor)}}`;
  return answer(request, { body, type: JSON_TYPE, tags: [tag] });
}
