// The desk as an editor's browser meets it: signs in, reads pages, sends the forms that stand in them.
import { env } from 'cloudflare:workers';
import type { DigestDeps } from '../../src/app/digest/digest-deps.ts';
import { guard } from '../../src/http/guard.ts';
import type { AccessCheck } from '../../src/platform/access.ts';
import { makeApp } from '../../src/routes/site.ts';
import { noDigests } from './digest-post.ts';
import { noOutside } from './no-outside.ts';
import { ORIGIN, TOKEN } from './site.ts';

export interface DeskSite {
  /** The clock; move it by setting it. */
  at: string;
  token: string;
  /** The browser's cookies for the desk. */
  cookie: string;
  /** Of Access: the assertion that it adds to each request. */
  assertion: string | null;
  ask(path: string, init?: RequestInit): Promise<Response>;
  page(path: string): Promise<string>;
  /** Sends a form with the token of this sign-in, found in a page. */
  form(path: string, fields: Fields, headers?: Record<string, string>): Promise<Response>;
  /** The same without adding a token. */
  post(path: string, fields: Fields, headers?: Record<string, string>): Promise<Response>;
  signIn(token?: string): Promise<Response>;
}
type Fields = Record<string, string | string[]>;

export function openDesk(
  options: {
    access?: AccessCheck | null;
    roles?: string;
    tokenBesideAccess?: boolean;
    editorToken?: string;
    digests?: Partial<DigestDeps>;
  } = {},
): DeskSite {
  const desk: DeskSite = {
    at: '2026-11-23T09:00:00.000Z',
    token: options.editorToken ?? TOKEN,
    cookie: '',
    assertion: null,
    async ask(path, init) {
      const headers = new Headers(init?.headers);
      if (desk.cookie !== '') headers.set('Cookie', desk.cookie);
      if (desk.assertion !== null) headers.set('Cf-Access-Jwt-Assertion', desk.assertion);
      const request = new Request(`${ORIGIN}${path}`, { redirect: 'manual', ...init, headers });
      return guard(await app.fetch(request), new URL(request.url));
    },
    async page(path) {
      const answer = await desk.ask(path);
      if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}`);
      return answer.text();
    },
    post(path, fields, headers = {}) {
      const body = new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
      );
      const sent = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', ...headers };
      return desk.ask(path, { method: 'POST', body, headers: sent });
    },
    async form(path, fields, headers) {
      const front = await (await desk.ask('/desk')).text();
      const token = /name="token" value="([^"]+)"/.exec(front)?.[1] ?? '';
      return desk.post(path, { token, ...fields }, headers);
    },
    async signIn(token = desk.token) {
      const answer = await desk.post('/desk/login', { editor_token: token });
      const cookie = answer.headers.get('Set-Cookie');
      if (cookie) desk.cookie = cookie.split(';')[0] ?? '';
      return answer;
    },
  };
  const unused = () => Promise.reject(new Error('No test of the desk asks the network.'));
  const app = makeApp({
    db: env.DB,
    now: () => desk.at,
    newId: () => crypto.randomUUID(),
    editorToken: desk.token,
    countsSecret: undefined,
    ...noOutside,
    linkSecret: 'link-secret-of-the-tests',
    origin: null,
    mailer: () => ({ name: 'test', honoursKey: true, atOnce: 1, rate: 1, send: unused }),
    mailFrom: null,
    turnstile: null,
    later: () => undefined,
    editors: {
      access: options.access ?? null,
      roles: options.roles,
      tokenBesideAccess: options.tokenBesideAccess,
    },
    digests: { ...noDigests(), db: env.DB, now: () => desk.at, ...options.digests },
  });
  return desk;
}
