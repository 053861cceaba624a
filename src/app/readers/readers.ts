/** Readers joined: asked by a form, let in by a mailed link's button, known by a session, forgotten when they say so. */
import type { Reader } from '../../domain/comments/comment.ts';
import { sessionOf } from '../../http/cookie.ts';
import { signInMail } from '../../mails/transactional-mails.ts';
import { fingerprintOf, isSameText, keyedDigest } from '../../platform/crypto.ts';
import { newNonce, readLink, signLink } from '../../platform/link-token.ts';
import type { Asked, DeadLink, Session } from '../../projections/session.ts';
import { keepRequest, readRequest, useLink } from '../../store/link-requests.ts';
import { endSession, entryStatements, readerByEmail, readerOfSession } from '../../store/readers.ts';
import { ReaderRequest } from '../../validation/reader.ts';
import { type Problem, parseWith } from '../../validation/verdict.ts';
import { admitName } from './reader-names.ts';
import {
  type AnonymousRequest,
  afterwards,
  endOf,
  HOLDS,
  judgeForm,
  type ReaderDeps,
  sendMail,
} from './transactional-mail.ts';

/** Seconds for which a session is kept. */
export const SESSION_LASTS = 60 * 86_400;

interface SignInAsked {
  name: string | null;
  back: string;
}

/** Keeps the request and mails its link, after the answer. The same for an address that is known and for one that is not. */
export async function askToSignIn(
  deps: ReaderDeps,
  anonymous: AnonymousRequest,
  body: unknown,
): Promise<Asked<Problem>> {
  const parsed = parseWith(ReaderRequest, body);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  const { email, name, back } = parsed.value;
  const called = name === null ? null : admitName(deps, new URL(anonymous.origin).hostname, name);
  if (called?.ok === false) return { kind: 'refused', problems: called.problems };
  const judged = await judgeForm(deps, anonymous, parsed.value);
  if (judged === 'untested') return { kind: 'untested' };
  if (judged === 'program') return { kind: 'taken' };
  afterwards(deps, () =>
    sendMail(deps, anonymous, { to: email, holds: 'sign-in' }, async () => {
      const [id, now] = [newNonce(), deps.now()];
      const asked: SignInAsked = { name, back };
      await keepRequest(deps.db, 'sign-in', { id, email, asked, at: now });
      const link = { subject: id, expires: endOf(now, HOLDS['sign-in']), nonce: newNonce() };
      return signInMail(
        `${anonymous.origin}/readers/enter/${await signLink(deps.linkSecret, 'sign-in', link)}`,
      );
    }),
  );
  return { kind: 'taken' };
}

export type SignInPage =
  | { kind: 'dead'; why: DeadLink }
  | { kind: 'live'; email: string; known: string | null; name: string | null };

/** What the page behind a sign-in link shows. Changes nothing. */
export async function readSignIn(deps: ReaderDeps, token: string): Promise<SignInPage> {
  const held = await requestOf(deps, token);
  if (held.kind === 'dead') return held;
  const known = await readerByEmail(deps.db, held.email);
  return { kind: 'live', email: held.email, known: known?.name ?? null, name: held.asked.name };
}

export type Entered =
  | { kind: 'dead'; why: DeadLink }
  | { kind: 'unnamed'; problems: Problem[] }
  | { kind: 'entered'; session: string; back: string };

/** Opens a session by a link, once; `given` is the name of a reader who is new. */
export async function enter(
  deps: ReaderDeps,
  token: string,
  given: string | null,
  host: string | null = null,
): Promise<Entered> {
  const held = await requestOf(deps, token);
  if (held.kind === 'dead') return held;
  const { email, asked, request, nonce } = held;
  let name = asked.name ?? '';
  if ((await readerByEmail(deps.db, email)) === null) {
    const admitted = admitName(deps, host, given ?? name);
    if (!admitted.ok) return { kind: 'unnamed', problems: admitted.problems };
    name = admitted.value;
  }
  const [session, now] = [newNonce() + newNonce(), deps.now()];
  const expires = new Date(Date.parse(now) + SESSION_LASTS * 1000).toISOString();
  const statements = entryStatements(deps.db, {
    request,
    email,
    name,
    reader: newNonce(),
    session: { hash: await fingerprintOf(session), expires },
    now,
  });
  const used = await useLink(deps.db, nonce, now, statements);
  return used ? { kind: 'entered', session, back: asked.back } : { kind: 'dead', why: 'used' };
}

type Held =
  | { kind: 'dead'; why: DeadLink }
  | { kind: 'live'; request: string; nonce: string; email: string; asked: SignInAsked };

async function requestOf({ db, linkSecret, now }: ReaderDeps, token: string): Promise<Held> {
  const verdict = await readLink(linkSecret, 'sign-in', token, now());
  if (!verdict.ok) return { kind: 'dead', why: verdict.reason };
  const { subject, nonce } = verdict.link;
  const request = await readRequest(db, 'sign-in', subject);
  // A request outlives its link; one that is gone was used.
  if (request === null) return { kind: 'dead', why: 'used' };
  return { kind: 'live', request: subject, nonce, email: request.email, asked: request.asked as SignInAsked };
}

/** The reader whose browser asks, or null. No more than two rows, and none without a cookie. */
export async function sessionFor(deps: ReaderDeps, request: Request): Promise<Session | null> {
  const cookie = sessionOf(request);
  if (cookie === null) return null;
  const reader = await readerOfSession(deps.db, await fingerprintOf(cookie), deps.now());
  return reader && { reader, formToken: await formTokenOf(deps, cookie) };
}

/** The reader whose browser asks, for the comments' own doors. */
export async function readerOf(deps: ReaderDeps, request: Request): Promise<Reader | null> {
  return (await sessionFor(deps, request))?.reader ?? null;
}

/** True when a form carries the token of the session that sends it. */
export async function isOwnForm(deps: ReaderDeps, request: Request, token: string): Promise<boolean> {
  const cookie = sessionOf(request);
  return cookie !== null && isSameText(token, await formTokenOf(deps, cookie));
}

const formTokenOf = (deps: ReaderDeps, cookie: string): Promise<string> =>
  keyedDigest(deps.linkSecret, 'form', cookie);

export async function leave(deps: ReaderDeps, request: Request): Promise<void> {
  const cookie = sessionOf(request);
  if (cookie !== null) await endSession(deps.db, await fingerprintOf(cookie));
}
