/** Lists by keyset: `?cursor=&limit=`, answered as `{items, nextCursor}`. */
import { answer, JSON_TYPE } from '../../http/answer.ts';
import { refused } from '../../http/problem.ts';

export interface PageRequest {
  cursor: string | null;
  /** 1 to 100. */
  limit: number;
}
export interface Paged {
  /** JSON texts. */
  items: string[];
  next: string | null;
}

const MOST = 100;
const USUAL = 50;

/** The page asked for, or the problem to answer with. */
export function pageRequest(params: URLSearchParams): PageRequest | Response {
  const text = params.get('limit');
  const limit = text === null || text === '' ? USUAL : Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    return refused('bad-request', [{ path: 'limit', message: `Give a whole number from 1 to ${MOST}.` }]);
  }
  const cursor = params.get('cursor');
  if (cursor !== null && cursor.length > 300) {
    return refused('bad-request', [
      { path: 'cursor', message: 'Give a cursor as an earlier answer gave it.' },
    ]);
  }
  return { cursor: cursor || null, limit };
}

export function pageAnswer(request: Request, { items, next }: Paged, tag: string): Promise<Response> {
  const body = `{"items":[${items.join(',')}],"nextCursor":${JSON.stringify(next)}}`;
  return answer(request, { body, type: JSON_TYPE, tags: [tag] });
}
