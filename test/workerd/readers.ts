// Readers with sessions, and what they write, without the mails by which a reader comes in.
import { env } from 'cloudflare:workers';
import { ask, type Sent, send } from './site.ts';

/** A reader who is signed in; trusted ones are past their first approvals. */
export async function signIn(
  id: string,
  { trusted = true, db = env.DB }: { trusted?: boolean; db?: D1Database } = {},
): Promise<string> {
  const session = `session-of-${id}`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(session));
  const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  await db.batch([
    db
      .prepare('INSERT INTO readers (id, email, name, created, approved) VALUES (?, ?, ?, ?, ?)')
      .bind(id, `${id}@reader.example`, `Reader ${id}`, '2026-01-01T00:00:00.000Z', trusted ? 2 : 0),
    db
      .prepare('INSERT INTO sessions (hash, reader, created, expires) VALUES (?, ?, ?, ?)')
      .bind(hash, id, '2026-01-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z'),
  ]);
  return session;
}

/** Posts as a reader. */
export async function sendAs(
  session: string | null,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const response = await ask(path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(session && { Cookie: `__Host-session=${session}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text) as Sent['body'], text };
}

/** Writes what must be taken, and gives the comment's id. */
export async function write(
  session: string,
  topic: string,
  body: string,
  fields: object = {},
): Promise<string> {
  const sent = await sendAs(session, `/v1/topics/${topic}/comments`, { body, ...fields });
  if (sent.status !== 201) throw new Error(`A comment was answered ${sent.status}: ${sent.text}`);
  return sent.body.id as string;
}

export const moderate = (id: string, action: string, reason = 'For a test.'): Promise<Sent> =>
  send(`/v1/comments/${id}/${action}`, { reason });
