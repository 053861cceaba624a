// Who gets into the desk: by token, by Access, by role; and whose forms are taken.
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AccessCheck } from '../../src/platform/access.ts';
import { openDesk } from '../workerd/desk.ts';
import { openFlood } from '../workerd/flood.ts';
import { ask } from '../workerd/site.ts';

const PAGES = ['/desk', '/desk/comments', '/desk/appeals', '/desk/topics', '/desk/digests', '/desk/log'];

beforeAll(async () => {
  await openFlood('flood');
});

describe('without a sign-in', () => {
  test.for([...PAGES, '/desk/comments/x', '/desk/readers/x', '/desk/topics/flood', '/desk/digests/preview'])(
    '%s is 401 and says what to do',
    async (path) => {
      const answer = await openDesk().ask(path);
      expect(answer.status).toBe(401);
      const text = await answer.text();
      expect(text).toContain('EDITOR_TOKEN in the file .dev.vars');
      expect(text).toContain('action="/desk/login"');
    },
  );

  test.for([
    '/desk/comments',
    '/desk/undo',
    '/desk/readers/x',
    '/desk/appeals/x',
    '/desk/topics',
    '/desk/logout',
  ])('POST %s is 401', async (path) => {
    expect((await openDesk().post(path, { one: 'approve:x' })).status).toBe(401);
  });
});

describe('by the token', () => {
  test('a form opens a session; the token is in no cookie and on no page', async () => {
    const desk = openDesk();
    const answer = await desk.signIn();
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/desk');
    const cookie = answer.headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(
      /^__Host-desk=[\w.-]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(cookie).not.toContain(desk.token);
    for (const path of PAGES) expect(await desk.page(path)).not.toContain(desk.token);
  });

  test('over http the cookie is plain and as strict', async () => {
    const answer = await ask('/desk/login', { method: 'POST' });
    expect(answer.status).toBe(401);
    const local = await ask('/desk');
    expect(local.headers.get('Set-Cookie')).toBeNull();
  });

  test('another token opens nothing', async () => {
    const desk = openDesk();
    for (const token of ['', 'x', `${desk.token}x`, desk.token.slice(1)]) {
      const answer = await desk.signIn(token);
      expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([401, null]);
    }
    expect((await desk.ask('/desk')).status).toBe(401);
  });

  test('it goes back to the page asked for, and to no other site', async () => {
    const desk = openDesk();
    const go = async (next: string) =>
      (await desk.post('/desk/login', { editor_token: desk.token, next })).headers.get('Location');
    expect(await go('/desk/comments?show=removed')).toBe('/desk/comments?show=removed');
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/readers',
      'desk',
      '/desks',
    ])
      expect(await go(next)).toBe('/desk');
  });

  test('signing out ends the session itself, not only the cookie', async () => {
    const desk = openDesk();
    await desk.signIn();
    const kept = desk.cookie;
    const answer = await desk.form('/desk/logout', {});
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Set-Cookie')).toContain('Max-Age=0');
    desk.cookie = kept;
    expect((await desk.ask('/desk')).status).toBe(401);
  });

  test('it ends after twelve hours', async () => {
    const desk = openDesk();
    await desk.signIn();
    desk.at = '2026-11-23T20:59:59.000Z';
    expect((await desk.ask('/desk')).status).toBe(200);
    desk.at = '2026-11-23T21:00:01.000Z';
    expect((await desk.ask('/desk')).status).toBe(401);
  });

  test('a forged or altered session opens nothing, nor one of a token that has changed', async () => {
    const desk = openDesk();
    await desk.signIn();
    const good = desk.cookie;
    const [payload, mac] = good.replace('__Host-desk=', '').split('.');
    const longer = btoa(JSON.stringify(['editor token', 9_999_999_999, 'n'])).replace(/=+$/, '');
    for (const forged of ['x', `${payload}.`, `${payload}.${mac}x`, `${longer}.${mac}`, `.${mac}`, '']) {
      desk.cookie = `__Host-desk=${forged}`;
      expect((await desk.ask('/desk')).status).toBe(401);
    }
    const other = openDesk({ editorToken: 'another-token' });
    other.cookie = good;
    expect((await other.ask('/desk')).status).toBe(401);
  });

  test('signing in and out is logged', async () => {
    const { results } = await env.DB.prepare('SELECT actor, action FROM desk_log').all();
    expect(results).toContainEqual({ actor: 'editor token', action: 'signed in' });
    expect(results).toContainEqual({ actor: 'editor token', action: 'signed out' });
  });
});

describe('forms', () => {
  test.for<[what: string, headers: Record<string, string>]>([
    ['another site, as Fetch Metadata says', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another host of the same site', { 'Sec-Fetch-Site': 'same-site' }],
    [
      'another origin, from a browser without Fetch Metadata',
      { 'Sec-Fetch-Site': '', Origin: 'https://evil.example' },
    ],
    ['a sandboxed page', { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' }],
  ])('are refused from %s', async ([, headers]) => {
    const desk = openDesk();
    await desk.signIn();
    const answer = await desk.form('/desk/topics', { slug: 'flood', policy: 'closed', reason: 'x' }, headers);
    expect(answer.status).toBe(403);
    expect(await env.DB.prepare('SELECT * FROM comments_policies').first()).toBeNull();
  });

  test.for(['', 'x', 'A'.repeat(43)])('are refused with the token %j', async (token) => {
    const desk = openDesk();
    await desk.signIn();
    const fields = { token, slug: 'flood', policy: 'closed', reason: 'x' };
    expect((await desk.post('/desk/topics', fields)).status).toBe(403);
    expect(await env.DB.prepare('SELECT * FROM comments_policies').first()).toBeNull();
  });

  test('of an earlier sign-in are refused', async () => {
    const [desk, later] = [openDesk(), openDesk()];
    await desk.signIn();
    await later.signIn();
    const token = /name="token" value="([^"]+)"/.exec(await desk.page('/desk'))?.[1] ?? '';
    expect(
      (await later.post('/desk/topics', { token, slug: 'flood', policy: 'closed', reason: 'x' })).status,
    ).toBe(403);
  });

  test('signing in is refused from another site', async () => {
    const desk = openDesk();
    const answer = await desk.post(
      '/desk/login',
      { editor_token: desk.token },
      { 'Sec-Fetch-Site': 'cross-site' },
    );
    expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([403, null]);
  });
});

describe('by Cloudflare Access', () => {
  const access: AccessCheck = async (assertion) =>
    assertion === 'expired'
      ? { ok: false, reason: 'expired' }
      : assertion.includes('@')
        ? { ok: true, email: assertion, session: `${assertion} n` }
        : { ok: false, reason: 'forged' };
  const roles = JSON.stringify({
    'Editor@paper.example': ['editor'],
    'mod@paper.example': ['moderator'],
    'admin@paper.example': ['admin'],
  });
  const as = (email: string) => {
    const desk = openDesk({ access, roles });
    desk.assertion = email;
    return desk;
  };

  test('an editor comes in by the header or by the cookie', async () => {
    expect(await as('editor@paper.example').page('/desk')).toContain('editor@paper.example');
    const desk = openDesk({ access, roles });
    desk.cookie = 'CF_Authorization=mod@paper.example';
    expect(await desk.page('/desk')).toContain('mod@paper.example');
  });

  test('a forged or expired assertion, or none, is 401', async () => {
    expect((await as('forged').ask('/desk')).status).toBe(401);
    expect((await as('expired').ask('/desk')).status).toBe(401);
    const answer = await openDesk({ access, roles }).ask('/desk');
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('Cloudflare Access');
  });

  test('the token’s form is closed, and a session opened by it elsewhere opens nothing', async () => {
    const local = openDesk();
    await local.signIn();
    const desk = openDesk({ access, roles });
    expect((await desk.signIn(local.token)).status).toBe(401);
    desk.cookie = local.cookie;
    expect((await desk.ask('/desk')).status).toBe(401);
  });

  /** Everything that the API keeps for editors, moderators and admins. */
  const GUARDED = [
    ['POST', '/v1/claims'],
    ['POST', '/v1/claims/x/withhold'],
    ['POST', '/v1/claims/x/void'],
    ['POST', '/v1/topics'],
    ['POST', '/v1/sources'],
    ['POST', '/v1/metrics'],
    ['POST', '/v1/units'],
    ['POST', '/v1/imports'],
    ['POST', '/v1/loads'],
    ['POST', '/v1/origins'],
    ['GET', '/v1/origins'],
    ['POST', '/v1/digest-runs'],
    ['GET', '/v1/digest-preview'],
    ['POST', '/v1/comments/x/approve'],
    ['POST', '/v1/readers/x/suspend'],
    ['POST', '/v1/topics/x/comments-state'],
  ] as const;

  const byToken = (desk: ReturnType<typeof openDesk>, method: string, path: string) =>
    desk.ask(path, {
      method,
      headers: { Authorization: `Bearer ${desk.token}` },
      ...(method === 'POST' ? { body: '{}' } : {}),
    });

  test.for(GUARDED)('the token does not open %s %s', async ([method, path]) => {
    const answer = await byToken(openDesk({ access, roles }), method, path);
    await answer.arrayBuffer();
    expect(answer.status).toBe(401);
    const open = await byToken(openDesk({ access, roles, tokenBesideAccess: true }), method, path);
    await open.arrayBuffer();
    expect(open.status).not.toBe(401);
    const local = await byToken(openDesk(), method, path);
    await local.arrayBuffer();
    expect(local.status).not.toBe(401);
  });

  test('whom the configuration does not name is known and let into nothing', async () => {
    const answer = await as('stranger@paper.example').ask('/desk');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('stranger@paper.example does not have');
  });

  test('a configuration that cannot be read lets nobody in', async () => {
    for (const broken of ['{', '{"a@b.example": ["owner"]}', '[]']) {
      const desk = openDesk({ access, roles: broken });
      desk.assertion = 'editor@paper.example';
      expect((await desk.ask('/desk')).status).toBe(500);
    }
  });

  test('an editor and an admin do not moderate', async () => {
    for (const who of ['editor@paper.example', 'admin@paper.example']) {
      const desk = as(who);
      for (const path of ['/desk/comments', '/desk/appeals', '/desk/topics', '/desk/readers/x'])
        expect([path, (await desk.ask(path)).status]).toEqual([path, 403]);
      expect((await desk.form('/desk/comments', { one: 'approve:x' })).status).toBe(403);
      expect((await desk.form('/desk/topics', { slug: 'flood', policy: 'closed', reason: 'x' })).status).toBe(
        403,
      );
      expect(await desk.page('/desk')).not.toContain('href="/desk/comments"');
    }
  });

  test('nobody but an admin sends a digest', async () => {
    for (const who of ['editor@paper.example', 'mod@paper.example']) {
      expect((await as(who).form('/desk/digests', { cadence: 'daily' })).status).toBe(403);
      expect(await as(who).page('/desk/digests')).not.toContain('Send now');
    }
    expect(await as('admin@paper.example').page('/desk/digests')).toContain('Send now');
    expect(await env.DB.prepare('SELECT * FROM digest_runs').first()).toBeNull();
  });

  test('the API agrees on roles: a moderator moderates, and does not record, withhold or send', async () => {
    const asked = async (email: string, path: string, headers: Record<string, string> = {}) => {
      const init = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: '{}',
      };
      return (await as(email).ask(path, init)).status;
    };
    const own = { 'Sec-Fetch-Site': 'same-origin' };
    expect(await asked('mod@paper.example', '/v1/claims', own)).toBe(403);
    expect(await asked('mod@paper.example', '/v1/claims/x/withhold', own)).toBe(403);
    expect(await asked('mod@paper.example', '/v1/comments/x/approve', own)).toBe(404);
    expect(await asked('editor@paper.example', '/v1/comments/x/approve', own)).toBe(403);
    expect(await asked('editor@paper.example', '/v1/claims', own)).toBe(422);
    // Access adds its assertion to whatever a browser sends, so a page of another site must not borrow it.
    const foreign = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
    expect(await asked('editor@paper.example', '/v1/claims', foreign)).toBe(401);
  });
});

test('every answer of the desk is for its editor alone', async () => {
  const desk = openDesk();
  const answers = [await desk.ask('/desk'), await desk.ask('/desk/login'), await desk.ask('/desk/nothing')];
  await desk.signIn();
  for (const path of [...PAGES, '/desk/digests/preview', '/desk/digests/preview.html', '/desk/comments/none'])
    answers.push(await desk.ask(path));
  for (const { headers, url } of answers) {
    expect([url, headers.get('Cache-Control')?.includes('no-store')]).toEqual([url, true]);
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(headers.get('ETag')).toBeNull();
    if (!headers.get('Content-Type')?.startsWith('text/html')) continue;
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    expect(headers.get('X-Robots-Tag')).toBe('noindex');
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  }
});

test('the Worker keeps nothing of it: a stranger asking at the same moment gets the sign-in', async () => {
  const desk = openDesk();
  await desk.signIn();
  const headers = { Cookie: desk.cookie };
  const both = await Promise.all([ask('/desk/log'), ask('/desk/log'), ask('/desk/log', { headers })]);
  expect(both.slice(0, 2).map(({ status }) => status)).toEqual([401, 401]);
  const preflight = await ask('/desk', { method: 'OPTIONS' });
  expect(preflight.headers.get('Access-Control-Allow-Origin')).toBeNull();
});
