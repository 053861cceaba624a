// The site as its readers and editors meet it: requests to the Worker, by path.
import { env, exports } from 'cloudflare:workers';

export const ORIGIN = 'https://by-source.test';
export const TOKEN = env.EDITOR_TOKEN ?? '';

/** Asks the Worker for a path of the site. */
export function ask(path: string, init?: RequestInit): Promise<Response> {
  return exports.default.fetch(new Request(`${ORIGIN}${path}`, init));
}

/** The JSON at a path; throws with the answer's text when it is no 200. */
export async function read<T = unknown>(path: string): Promise<T> {
  const response = await ask(path);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`GET ${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

export interface Sent {
  status: number;
  headers: Headers;
  body: { [field: string]: unknown };
  text: string;
}

/** Posts a body as an editor; `key` is an Idempotency-Key. A text is sent as it is. */
export async function send(
  path: string,
  body: unknown,
  { key, token = TOKEN }: { key?: string; token?: string | null } = {},
): Promise<Sent> {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (token !== null) headers.set('Authorization', `Bearer ${token}`);
  if (key !== undefined) headers.set('Idempotency-Key', key);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await ask(path, { method: 'POST', headers, body: text });
  const answered = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: JSON.parse(answered) as Sent['body'],
    text: answered,
  };
}

/** Posts what must be taken; throws with the refusal otherwise. */
export async function sendWell(path: string, body: unknown): Promise<Sent['body']> {
  const sent = await send(path, body);
  if (sent.status >= 300) throw new Error(`POST ${path} answered ${sent.status}: ${sent.text}`);
  return sent.body;
}

export interface Refusal {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { path: string; message: string }[];
}
