/** Readers joined: asked by a form, let in by a mailed link's button, known by a session until they leave. */
import type { AnonymousRequest } from '../../http/anonymous-request.ts';
import { signInMail } from '../../mails/transactional-mails.ts';
import { fingerprintOf, isSameText, keyedDigest } from '../../platform/crypto.ts';
import { newNonce, readLink, signLink } from '../../platform/link-token.ts';
import type { Asked, Dead, Session } from '../../projections/session.ts';
import { DEFAULT_LANGUAGE } from '../../projections/words/words.ts';
import { keepRequest, readRequest, useLink } from '../../store/link-requests.ts';
import { endSession, entryStatements, readerByEmail, readerOfSession } from '../../store/readers.ts';
import { ReaderRequest } from '../../validation/reader.ts';
import { type Problem, parseWith } from '../../validation/verdict.ts';
import { admitName } from './reader-names.ts';
import { afterwards, endOf, HOLDS, judgeForm, type ReaderDeps, sendMail } from './transactional-mail.ts';

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
): Promise<Asked> {
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
        anonymous.lang ?? DEFAULT_LANGUAGE,
      );
    }),
  );
  return { kind: 'taken' };
}

/** What the page behind a sign-in link shows; `known` is the name of a reader who is not new. Changes nothing. */
export async function readSignIn(
  deps: ReaderDeps,
  token: string,
): Promise<Dead | { kind: 'live'; email: string; known: string | null; name: string | null }> {
  const held = await requestOf(deps, token);
  if (held.kind === 'dead') return held;
  const known = await readerByEmail(deps.db, held.email);
  return { kind: 'live', email: held.email, known: known?.name ?? null, name: held.asked.name };
}

export type Entered =
  | Dead
  | { kind: 'unnamed'; problems: Problem[] }
  | { kind: 'entered'; session: string; back: string };

/**
 * Opens a session by a link, once; `given` is the name of a reader who is new, `host` the one that the form was sent to.
 * The session's secret is given out here and kept nowhere.
 */
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

type HeldSignIn = Dead | { kind: 'live'; request: string; nonce: string; email: string; asked: SignInAsked };

async function requestOf({ db, linkSecret, now }: ReaderDeps, token: string): Promise<HeldSignIn> {
  const verdict = await readLink(linkSecret, 'sign-in', token, now());
  if (!verdict.ok) return { kind: 'dead', why: verdict.reason };
  const { subject, nonce } = verdict.link;
  const request = await readRequest(db, 'sign-in', subject);
  // A request outlives its link; one that is gone was used.
  if (request === null) return { kind: 'dead', why: 'used' };
  return { kind: 'live', request: subject, nonce, email: request.email, asked: request.asked as SignInAsked };
}

/** The reader whom a browser's session names, or null. No more than two rows, and none without a session. */
export async function sessionFor(
  deps: Pick<ReaderDeps, 'db' | 'now' | 'linkSecret'>,
  session: string | null,
): Promise<Session | null> {
  if (session === null) return null;
  const reader = await readerOfSession(deps.db, await fingerprintOf(session), deps.now());
  return reader && { reader, formToken: await keyedDigest(deps.linkSecret, 'form', session) };
}

/** True when a form carries the token of the session that sends it. */
export const isOwnForm = ({ formToken }: Session, token: string): boolean => isSameText(token, formToken);

export async function leave({ db }: Pick<ReaderDeps, 'db'>, session: string | null): Promise<void> {
  if (session !== null) await endSession(db, await fingerprintOf(session));
}
