// What every answer carries: https alone where it came by https, own pages closed to devices and to other windows.
import { beforeAll, expect, test } from 'vitest';
import { guard } from '../../src/http/guard.ts';
import { openFlood, record } from '../workerd/flood.ts';
import { ask } from '../workerd/site.ts';

beforeAll(async () => {
  await openFlood('guarded');
  await record('guarded', 4);
});

const headersOf = async (path: string) => {
  const response = await ask(path);
  await response.arrayBuffer();
  return response.headers;
};

test.for([
  '/',
  '/t/guarded',
  '/v1/topics/guarded',
  '/embed/guarded',
  '/nothing',
  '/v1/topics?said=1',
  '/desk',
])('%s by https says https alone', async (path) => {
  expect((await headersOf(path)).get('Strict-Transport-Security')).toMatch(/^max-age=\d{8,}$/);
});

test('by http, as on this machine, it does not', () => {
  const answer = guard(new Response('x'), new URL('http://localhost:8787/'));
  expect(answer.headers.get('Strict-Transport-Security')).toBeNull();
});

test.for([
  '/',
  '/t/guarded',
  '/card/guarded',
  '/about',
  '/most-commented',
  '/t/guarded/comments',
  '/desk/login',
  '/readers/sign-in',
])('the page %s stands alone among windows and asks for no device', async (path) => {
  const headers = await headersOf(path);
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  const policy = headers.get('Permissions-Policy') ?? '';
  for (const name of ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics'])
    expect(policy.split(', ')).toContain(`${name}=()`);
});

test('a frame for other sites’ pages keeps their company, and may stand anywhere', async () => {
  const headers = await headersOf('/embed/guarded');
  expect(headers.get('Cross-Origin-Opener-Policy')).toBeNull();
  expect(headers.get('Permissions-Policy')).toBeNull();
  expect(headers.get('Content-Security-Policy')).toContain('frame-ancestors *');
});
