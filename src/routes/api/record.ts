/** Writes by editors: claims and what happens to them, topics, sources, the codebook, imports. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import type { EditorDeps } from '../../app/desk/editors.ts';
import { idempotencyOf } from '../../app/idempotency.ts';
import { amendClaim, postClaim } from '../../app/record/claim-writes.ts';
import { postMetrics, postUnits } from '../../app/record/codebook-writes.ts';
import { recordLoad } from '../../app/record/first-load.ts';
import type { RecordOrder, Written } from '../../app/record/record-writes.ts';
import { importTopic, postSources, postTopic } from '../../app/record/topic-writes.ts';
import type { Amendment } from '../../domain/record/entry.ts';
import type { Role } from '../../domain/role.ts';
import { parseJson, readText } from '../../http/body.ts';
import { problem, refused } from '../../http/problem.ts';
import { editorWho } from './editor.ts';

type RecordDeps = EditorDeps & Pick<Deps, 'newId'>;

export function recordRoutes(deps: RecordDeps): Hono {
  const routes = new Hono();

  /** POST /v1/claims */
  routes.post('/v1/claims', (c) => take(deps, c.req.raw, 'editor', (order) => postClaim(deps, order)));

  /** POST /v1/claims/:id/{correct,evidence,void,retract,withhold} */
  routes.post('/v1/claims/:id/:amendment{correct|evidence|void|retract|withhold}', (c) => {
    const amendment = c.req.param('amendment') as Amendment;
    const role = amendment === 'withhold' ? 'admin' : 'editor';
    const id = c.req.param('id');
    return take(
      deps,
      c.req.raw,
      role,
      async (order) =>
        (await amendClaim(deps, { ...order, id, amendment })) ??
        problem('not-found', `There is no claim "${id}".`),
    );
  });

  /** POST /v1/topics */
  routes.post('/v1/topics', (c) => take(deps, c.req.raw, 'editor', (order) => postTopic(deps, order)));

  /** POST /v1/sources, one source or `{items}` */
  routes.post('/v1/sources', (c) => take(deps, c.req.raw, 'editor', (order) => postSources(deps, order)));

  /** POST /v1/metrics, one metric or `{items}` */
  routes.post('/v1/metrics', (c) => take(deps, c.req.raw, 'editor', (order) => postMetrics(deps, order)));

  /** POST /v1/units, one unit or `{items}` */
  routes.post('/v1/units', (c) => take(deps, c.req.raw, 'editor', (order) => postUnits(deps, order)));

  /** POST /v1/imports `{batch, topic, claims}` */
  routes.post('/v1/imports', (c) => take(deps, c.req.raw, 'editor', (order) => importTopic(deps, order)));

  /** POST /v1/loads */
  routes.post('/v1/loads', (c) => take(deps, c.req.raw, 'editor', ({ actor }) => recordLoad(deps, actor)));

  return routes;
}

/** Token first, then the body, then the write: a stranger learns nothing of what a body should be. */
async function take(
  deps: RecordDeps,
  request: Request,
  role: Role,
  write: (order: RecordOrder) => Promise<Written | Response>,
): Promise<Response> {
  const editor = await editorWho(deps, request, { role, whose: 'the editor’s' });
  if (editor instanceof Response) return editor;
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
  const idempotency = await idempotencyOf(key, `${new URL(request.url).pathname}\n${text}`);
  const written = await write({ body: parsed.value, actor: editor.name, idempotency });
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
