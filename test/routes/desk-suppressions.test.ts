// Suppressed addresses at the desk: who can see them and what is seen, found by address, lifted with a reason, logged.
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import type { AccessCheck } from '../../src/platform/access.ts';
import { isSuppressed, takeEvent } from '../../src/store/suppressions.ts';
import { openDesk } from '../workerd/desk.ts';
import { addReaders, clearDigests } from '../workerd/digest-post.ts';

const READER = 'out-000001@readers.test';
const event = (fields: object = {}) => ({
  id: 'run/out-000001',
  provider: 'smtp',
  kind: 'hard bounce' as const,
  email: READER,
  detail: '550 5.1.1 no such user',
  at: '2026-11-20T07:00:00.000Z',
  ...fields,
});
const stateOf = (id: string) =>
  env.DB.prepare('SELECT state, next_due_at AS due, ended FROM subscribers WHERE id = ?').bind(id).first();

beforeEach(async () => {
  await clearDigests();
  await addReaders(2, { prefix: 'out', due: '2026-11-20T07:00:00.000Z' });
});

async function signedIn() {
  const desk = openDesk();
  await desk.signIn();
  return desk;
}
const markIn = (page: string) => /name="mark" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';

test('listed with the reason and who told it, without the address; found by the address', async () => {
  await takeEvent(env.DB, event());
  const desk = await signedIn();
  const list = await desk.page('/desk/suppressions');
  for (const word of ['hard bounce', 'smtp', '550 5.1.1 no such user', '2026-11-20 07:00'])
    expect(list).toContain(word);
  expect(list).not.toContain(READER);
  const found = await (
    await desk.form('/desk/suppressions/find', { address: ' Out-000001@Readers.test ' })
  ).text();
  expect(markIn(found)).toBe(markIn(list));
  expect(found).toMatch(/What was told of it[\s\S]*hard bounce/);
  const other = await (
    await desk.form('/desk/suppressions/find', { address: 'out-000002@readers.test' })
  ).text();
  expect(other).toContain('not suppressed');
  expect((await desk.form('/desk/suppressions/find', { address: 'nobody' })).status).toBe(422);
});

test('lifted with a reason: mailed again, logged, and not suppressed again by the same event told twice', async () => {
  await takeEvent(env.DB, event());
  const desk = await signedIn();
  const mark = markIn(await desk.page('/desk/suppressions'));
  expect((await desk.form('/desk/suppressions', { mark })).status).toBe(422);
  expect(await isSuppressed(env.DB, READER)).toBe(true);
  const lifted = await desk.form('/desk/suppressions', {
    mark,
    reason: 'Their server was wrong.',
    back: '/desk/suppressions',
  });
  expect(lifted.status).toBe(303);
  expect(await isSuppressed(env.DB, READER)).toBe(false);
  expect(await stateOf('out-000001')).toEqual({
    state: 'active',
    due: '2026-11-24T07:00:00.000Z',
    ended: null,
  });
  expect(await desk.page('/desk/log')).toMatch(/suppression lifted[\s\S]*Their server was wrong\./);
  expect(await takeEvent(env.DB, event())).toBe('known');
  expect(await isSuppressed(env.DB, READER)).toBe(false);
  expect(await takeEvent(env.DB, event({ id: 'another run' }))).toBe('taken');
  expect(await isSuppressed(env.DB, READER)).toBe(true);
  expect((await desk.form('/desk/suppressions', { mark: 'f'.repeat(64), reason: 'None' })).status).toBe(404);
});

test('who had left before their address was suppressed stays away when that is lifted', async () => {
  await env.DB.prepare(
    "UPDATE subscribers SET state = 'unsubscribed', next_due_at = NULL WHERE id = 'out-000001'",
  ).run();
  await takeEvent(env.DB, event({ kind: 'complaint' }));
  const desk = await signedIn();
  await desk.form('/desk/suppressions', {
    mark: markIn(await desk.page('/desk/suppressions')),
    reason: 'They asked for it.',
  });
  expect(await stateOf('out-000001')).toMatchObject({ state: 'unsubscribed', due: null });
});

test('for admins alone', async () => {
  const desk = openDesk({ roles: JSON.stringify({}) });
  expect((await desk.ask('/desk/suppressions')).status).toBe(401);
  const access: AccessCheck = async (assertion) => ({ ok: true, email: assertion, session: 'a session' });
  const roles = JSON.stringify({ 'moderator@desk.test': ['moderator'] });
  const moderator = openDesk({ access, roles });
  moderator.assertion = 'moderator@desk.test';
  expect((await moderator.ask('/desk/suppressions')).status).toBe(403);
});

test('more than a page of them, each once', async () => {
  for (let n = 0; n < 60; n++)
    await takeEvent(env.DB, event({ id: `${n}`, email: `many-${n}@readers.test` }));
  const desk = await signedIn();
  const first = await desk.page('/desk/suppressions');
  const next = /href="(\/desk\/suppressions\?cursor=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const marks = [first, await desk.page(next)].flatMap((page) => page.match(/value="[0-9a-f]{64}"/g) ?? []);
  expect(new Set(marks).size).toBe(60);
});
