/** Transactional mails that a stranger's form can cause: never more than so many an hour to one mailbox or from one network. */
import { mailboxOf } from '../../domain/address.ts';
import type { AnonymousRequest } from '../../http/anonymous-request.ts';
import { keyedDigest } from '../../platform/crypto.ts';
import { newNonce } from '../../platform/link-token.ts';
import { networkOf } from '../../platform/network.ts';
import { forgetEnded, mayWrite } from '../../store/link-requests.ts';
import { isSuppressed } from '../../store/suppressions.ts';
import type { Deps } from '../deps.ts';
import { postMail } from './mail-outbox.ts';

/** Transactional mails an hour to one mailbox, of every kind together. */
export const MOST_TO_ONE = 6;
/** Transactional mails an hour to one mailbox on the word of one network: whoever asks for another leaves the other half. */
export const MOST_BETWEEN = 3;
/** Transactional mails an hour on the word of one network, however many are written to. */
const MOST_FROM_ONE = 120;
const HOUR = 3_600_000;

/** How long a mailed link holds, in milliseconds. */
export const HOLDS = { 'sign-in': HOUR, 'confirm-subscription': 48 * HOUR, preferences: HOUR };

export type ReaderDeps = Pick<
  Deps,
  'db' | 'now' | 'linkSecret' | 'origin' | 'mailer' | 'mailFrom' | 'turnstile' | 'later'
>;

/** Whether a form filled by a stranger is worth looking at. */
export async function judgeForm(
  deps: ReaderDeps,
  anonymous: AnonymousRequest,
  form: { website: string; turnstile: string },
): Promise<'person' | 'program' | 'untested'> {
  if (form.website !== '') return 'program';
  const { turnstile } = deps;
  if (turnstile === null) return 'person';
  return (await turnstile.isHuman(form.turnstile, anonymous.from)) ? 'person' : 'untested';
}

/**
 * Sends one transactional mail, unless the address is suppressed or a share of this hour is used up. It is tried again while the link
 * in it `holds`.
 */
export async function sendMail(
  deps: ReaderDeps,
  anonymous: AnonymousRequest,
  { to, holds }: { to: string; holds: keyof typeof HOLDS },
  write: () => Promise<{ subject: string; html: string; text: string }>,
): Promise<void> {
  const { db, now, mailFrom } = deps;
  if (await isSuppressed(db, to)) return;
  if (!(await isWithinShares(deps, anonymous, to))) return;
  // RFC 3834: no program answers it.
  const headers = { 'Auto-Submitted': 'auto-generated' };
  const from = mailFrom ?? `By Source <post@${new URL(anonymous.origin).hostname}>`;
  const expires = new Date(Date.parse(now()) + HOLDS[holds]).toISOString();
  await postMail(deps, { id: newNonce(), mail: { to, from, headers, ...(await write()) }, expires });
}

/**
 * Counts a transactional mail against the shares of whoever asks first, and only then against the mailbox's own: what a network is
 * refused must not use up anything of the one it asks about. This machine's own forms are its owner's.
 */
async function isWithinShares(deps: ReaderDeps, { from }: AnonymousRequest, to: string): Promise<boolean> {
  const mailbox = mailboxOf(to);
  const network = from === null ? null : networkOf(from);
  if (network !== null) {
    if (!(await isWithinHour(deps, `network:${network}`, MOST_FROM_ONE))) return false;
    if (!(await isWithinHour(deps, `between:${network} ${mailbox}`, MOST_BETWEEN))) return false;
  }
  return isWithinHour(deps, `address:${mailbox}`, MOST_TO_ONE);
}

async function isWithinHour(deps: ReaderDeps, who: string, most: number): Promise<boolean> {
  const now = deps.now();
  const since = new Date(Date.parse(now) - HOUR).toISOString();
  return mayWrite(deps.db, await keyedDigest(deps.linkSecret, 'transactional_mails', who), newNonce(), {
    most,
    since,
    now,
  });
}

/** Work after the answer: what fails is logged and told to nobody. */
export function afterwards(deps: ReaderDeps, work: () => Promise<void>): void {
  deps.later(
    work().catch((cause) => {
      console.error('A transactional mail could not be written', cause);
    }),
  );
}

/** The instant at which a link made now ends, in the token's unit. */
export const endOf = (now: string, holds: number): number => Math.floor((Date.parse(now) + holds) / 1000);

/** What the clock forgets. */
export async function forgetMails(db: D1Database, now: string): Promise<void> {
  const ago = (time: number) => new Date(Date.parse(now) - time).toISOString();
  await forgetEnded(db, now, {
    signIn: ago(HOLDS['sign-in']),
    subscription: ago(HOLDS['confirm-subscription']),
    mails: ago(HOUR),
  });
}
