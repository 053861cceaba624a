/** Writes by editors: claims and what happens to them, topics, sources, imports. */
import { Hono } from 'hono';
import type { Problem } from '../../domain/record/checks.ts';
import type { Role } from '../../domain/role.ts';
import { parseJson, readText } from '../../http/body.ts';
import { problem, refused } from '../../http/problem.ts';

export type Amendment = 'correct' | 'evidence' | 'void' | 'retract' | 'withhold';

export type Written =
  | { kind: 'written' | 'replayed'; answer: { status: number; body: string } }
  | { kind: 'refused'; problems: Problem[] }
  | { kind: 'key reused' };

/** An order from an editor whose token was checked. */
export interface Order {
  body: unknown;
  actor: string;
  idempotency: { key: string; fingerprint: string } | null;
}

export interface RecordWrites {
  /** Who asks, if a token allows the role; else why not. */
  actor(request: Request, role: Role): Promise<{ name: string } | 'unauthorised' | 'forbidden'>;
  fingerprint(text: string): Promise<string>;
  claim(order: Order): Promise<Written>;
  /** Null when no topic holds the claim. */
  amend(id: string, amendment: Amendment, order: Order): Promise<Written | null>;
  topic(order: Order): Promise<Written>;
  sources(order: Order): Promise<Written>;
  import(order: Order): Promise<Written>;
  /** Says that the first load of the reviewed files is done. */
  loaded(order: Order): Promise<Written>;
}

export function recordRoutes(writes: RecordWrites): Hono {
  const routes = new Hono();
  const policy = (path: string, write: (order: Order) => Promise<Written>, role: Role = 'editor') =>
    routes.post(path, (c) => take(c.req.raw, writes, role, write));

  /** POST /v1/claims */
  policy('/v1/claims', (order) => writes.claim(order));
  /** POST /v1/topics */
  policy('/v1/topics', (order) => writes.topic(order));
  /** POST /v1/sources, one source or `{items}` */
  policy('/v1/sources', (order) => writes.sources(order));
  /** POST /v1/imports `{batch, topic, claims}` */
  policy('/v1/imports', (order) => writes.import(order));
  /** POST /v1/loads */
  policy('/v1/loads', (order) => writes.loaded(order));

  /** POST /v1/claims/:id/{correct,evidence,void,retract,withhold} */
  routes.post('/v1/claims/:id/:amendment{correct|evidence|void|retract|withhold}', async (c) => {
    const amendment = c.req.param('amendment') as Amendment;
    const id = c.req.param('id');
    const missing = () => problem('not-found', `There is no claim "${id}".`);
    const role = amendment === 'withhold' ? 'admin' : 'editor';
    return take(
      c.req.raw,
      writes,
      role,
      async (order) => (await writes.amend(id, amendment, order)) ?? missing(),
    );
  });

  return routes;
}

/** Token first, then the body, then the write: a stranger learns nothing of what a body should be. */
async function take(
  request: Request,
  writes: RecordWrites,
  role: Role,
  write: (order: Order) => Promise<Written | Response>,
): Promise<Response> {
  const actor = await writes.actor(request, role);
  if (actor === 'unauthorised')
    return problem('unauthorised', 'Send the editor’s token as "Authorization: Bearer …".');
  if (actor === 'forbidden') return problem('forbidden', `This needs the role of ${role}.`);
  const text = await readText(request);
  if (text instanceof Response) return text;
  const parsed = parseJson(text);
  if (parsed instanceof Response) return parsed;
  const key = request.headers.get('Idempotency-Key');
  if (key !== null && (key.length < 1 || key.length > 200)) {
    return refused('bad-request', [
      { path: 'Idempotency-Key', message: 'Keep the key to 1 to 200 characters.' },
    ]);
  }
  const path = new URL(request.url).pathname;
  const idempotency =
    key === null ? null : { key, fingerprint: await writes.fingerprint(`${path}\n${text}`) };
  const written = await write({ body: parsed.value, actor: actor.name, idempotency });
  if (written instanceof Response) return written;
  switch (written.kind) {
    case 'refused':
      return refused('invalid', written.problems);
    case 'key reused':
      return refused('invalid', [
        { path: 'Idempotency-Key', message: 'This key was used for another request.' },
      ]);
    case 'written':
    case 'replayed': {
      const { status, body } = written.answer;
      const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
      return new Response(body, { status, headers });
    }
  }
}
