// A server on this machine that says what a test tells it to, over real sockets.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type GuardedFetch, guarded, LIMITS, type Limits } from '../../src/platform/guarded-fetch.ts';

export interface Said {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as it is when a text, as JSON otherwise. */
  body?: unknown;
}
export interface Heard {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface LocalServer {
  base: string;
  heard: Heard[];
  /** Answers everything from now on. */
  answers(say: (heard: Heard) => Said): void;
  /** Takes the response in hand, for what no whole answer can show. */
  handles(handle: (heard: Heard, response: ServerResponse) => void): void;
  /** A guarded fetch that may reach this server. */
  ask: GuardedFetch;
  asking(limits: Partial<Limits>): GuardedFetch;
  close(): Promise<void>;
}

export async function startLocalServer(): Promise<LocalServer> {
  let handle = (_: Heard, response: ServerResponse): void => void response.writeHead(500).end();
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', 'http://127.0.0.1'),
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    heard.push(one);
    handle(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const deps = { fetch: (url: string, init: RequestInit) => fetch(url, init), allowed: new Set([base]) };
  return {
    base,
    heard,
    answers(say) {
      heard.length = 0;
      handle = (one, response) => {
        const { status = 200, headers = {}, body = '' } = say(one);
        response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      };
    },
    handles(taken) {
      heard.length = 0;
      handle = taken;
    },
    ask: guarded(deps),
    asking: (limits) => guarded({ ...deps, limits: { ...LIMITS, ...limits } }),
    close() {
      server.closeAllConnections();
      return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    },
  };
}
