// The guarded fetch against real sockets: what it refuses, what it follows, where it stops reading.
import { afterAll, describe, expect, test } from 'vitest';
import { guarded, LIMITS } from '../../src/platform/guarded-fetch.ts';
import { startLocalServer } from './local-server.ts';

const server = await startLocalServer();
afterAll(() => server.close());

const fine = { ok: true, status: 200, text: '{"count":3}' };

test('an answer, its status and headers', async () => {
  server.answers(() => ({ body: { count: 3 }, headers: { 'X-WP-Total': '3' } }));
  const fetched = await server.ask({ url: `${server.base}/count` });
  expect(fetched).toMatchObject(fine);
  expect(fetched.ok && fetched.headers.get('x-wp-total')).toBe('3');
  server.answers(() => ({ status: 404, body: '<p>Nothing</p>', headers: { 'Content-Type': 'text/html' } }));
  expect(await server.ask({ url: server.base })).toMatchObject({ ok: true, status: 404 });
});

describe('what nobody opened is never connected to', () => {
  const closed = guarded({ fetch: (url, init) => fetch(url, init), allowed: new Set() });

  test.for([
    ['loopback', (port: string) => `https://127.0.0.1:${port}/`, 'port'],
    ['loopback, plain', (port: string) => `http://127.0.0.1:${port}/`, 'scheme'],
    ['loopback by name', (port: string) => `http://localhost:${port}/`, 'scheme'],
    ['loopback at the usual port', () => 'https://127.0.0.1/', 'private-host'],
    ['private', () => 'https://10.0.0.8/wp-json', 'private-host'],
    ['link-local', () => 'https://169.254.169.254/latest/meta-data', 'private-host'],
    ['IPv6-mapped', () => 'https://[::ffff:127.0.0.1]/', 'private-host'],
    ['decimal', () => 'https://2130706433/', 'private-host'],
    ['with a user name', () => 'https://news.example@127.0.0.1/', 'credentials'],
    ['no address', () => 'wp-json', 'no-address'],
  ] as const)('%s', async ([, address, fault]) => {
    server.answers(() => ({ body: {} }));
    const url = address(new URL(server.base).port);
    expect(await closed({ url })).toEqual({ ok: false, fault });
    expect(server.heard).toEqual([]);
  });
});

describe('redirects', () => {
  const to = (location: string, status = 302) => ({ status, headers: { Location: location } });

  test('within the site are followed, by an address of any form', async () => {
    server.answers(({ url }) => (url.pathname === '/new' ? { body: { count: 3 } } : to('/new', 301)));
    expect(await server.ask({ url: `${server.base}/old` })).toMatchObject(fine);
  });

  test.for([
    ['to loopback', 'http://127.0.0.1:1/', 'scheme'],
    ['to a private address', 'https://192.168.1.1/', 'private-host'],
    ['to a mapped address', 'https://[::ffff:10.0.0.1]/', 'private-host'],
    ['to an octal address', 'https://0177.0.0.1/', 'private-host'],
    ['to another scheme', 'file:///etc/passwd', 'scheme'],
    ['to nothing', 'https://', 'no-address'],
  ] as const)('%s', async ([, location, fault]) => {
    server.answers(() => to(location));
    expect(await server.ask({ url: server.base })).toEqual({ ok: false, fault });
  });

  test('a stranger may not point at what the operator opened for another', async () => {
    const allowed = new Set([server.base]);
    const asked: string[] = [];
    const ask = guarded({
      allowed,
      fetch: async (url) => {
        asked.push(url);
        return new Response(null, { status: 307, headers: { Location: `${server.base}/` } });
      },
    });
    expect(await ask({ url: 'https://news.example/' })).toEqual({ ok: false, fault: 'scheme' });
    expect(asked).toEqual(['https://news.example/']);
  });

  test('a token stays with the host that it was meant for', async () => {
    const seen: (string | null)[] = [];
    const ask = guarded({
      allowed: new Set(),
      fetch: async (url, init) => {
        seen.push(new Headers(init.headers).get('Authorization'));
        return url === 'https://a.example/'
          ? new Response(null, { status: 302, headers: { Location: 'https://b.example/' } })
          : Response.json({});
      },
    });
    expect(await ask({ url: 'https://a.example/', headers: { Authorization: 'Bearer x' } })).toMatchObject({
      ok: true,
    });
    expect(seen).toEqual(['Bearer x', null]);
  });

  test('without end are ended', async () => {
    server.answers(() => to('/again'));
    expect(await server.ask({ url: server.base })).toEqual({ ok: false, fault: 'too-many-redirects' });
    expect(server.heard).toHaveLength(LIMITS.redirects + 1);
  });

  test('what was posted is not posted elsewhere', async () => {
    server.answers(() => to('/elsewhere', 308));
    const posted = server.ask({ url: server.base, method: 'POST', body: '{}' });
    expect(await posted).toEqual({ ok: false, fault: 'redirect' });
    expect(server.heard).toHaveLength(1);
  });
});

describe('bodies', () => {
  test('over the cap, announced', async () => {
    server.answers(() => ({ body: JSON.stringify('x'.repeat(LIMITS.bytes)) }));
    expect(await server.ask({ url: server.base })).toEqual({ ok: false, fault: 'too-large' });
  });

  test('over the cap, never announced and never ending', async () => {
    server.handles((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect(await server.ask({ url: server.base })).toEqual({ ok: false, fault: 'too-large' });
  });

  test('a slow drip is cut off long before the time is over', async () => {
    server.handles((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 5);
      response.once('close', () => clearInterval(drip));
    });
    const ask = server.asking({ milliseconds: 600_000, graceMilliseconds: 50, bytesPerSecond: 10_000 });
    expect(await ask({ url: server.base })).toEqual({ ok: false, fault: 'too-slow' });
  });

  test('one that stalls', async () => {
    server.handles((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"count":');
    });
    const ask = server.asking({ milliseconds: 600_000, graceMilliseconds: 50 });
    expect(await ask({ url: server.base })).toEqual({ ok: false, fault: 'too-slow' });
  });

  test('of another type than JSON', async () => {
    server.answers(() => ({ body: '<html>', headers: { 'Content-Type': 'text/html' } }));
    expect(await server.ask({ url: server.base })).toEqual({ ok: false, fault: 'content-type' });
    server.answers(() => ({ body: '{"count":3}', headers: { 'Content-Type': 'application/hal+json' } }));
    expect(await server.ask({ url: server.base })).toMatchObject(fine);
  });

  test('that breaks off', async () => {
    server.handles((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
      response.write('{"count":', () => response.destroy());
    });
    expect(await server.ask({ url: server.base })).toEqual({ ok: false, fault: 'unreachable' });
  });
});

test('a server that never answers', async () => {
  server.handles(() => undefined);
  const ask = server.asking({ milliseconds: 50 });
  expect(await ask({ url: server.base })).toEqual({ ok: false, fault: 'too-slow' });
});

test('nobody there', async () => {
  const gone = await startLocalServer();
  await gone.close();
  expect(await gone.ask({ url: gone.base })).toEqual({ ok: false, fault: 'unreachable' });
});

test('whoever started it may end it', async () => {
  server.handles(() => undefined);
  const ending = new AbortController();
  const ask = guarded({
    fetch: (url, init) => fetch(url, init),
    allowed: new Set([server.base]),
    signal: ending.signal,
  });
  const fetched = ask({ url: server.base });
  ending.abort();
  expect(await fetched).toEqual({ ok: false, fault: 'too-slow' });
});
