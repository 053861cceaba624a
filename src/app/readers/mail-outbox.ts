/** The post of single transactional mails: each is kept before it is sent, and tried again while its link lives. */
import type { Mail } from '../../domain/digest/mail.ts';
import type { Mailer, Sent } from '../../platform/mail/mailer.ts';
import { isSuppressed } from '../../store/suppressions.ts';
import {
  dueMails,
  forgetLostMails,
  forgetMail,
  giveBackMail,
  keepMail,
  takeMail,
  type WaitingMail,
} from '../../store/transactional-mails.ts';
import type { Deps } from '../deps.ts';
import { takeRefusal } from '../digest/mail-events.ts';

export type PostDeps = Pick<Deps, 'db' | 'now' | 'mailer'>;

/** Transactional mails tried in one minute, and milliseconds after which no other is begun. */
const A_MINUTE = 50;
const LONG_ENOUGH = 40_000;
/** Seconds after which a transactional mail being sent belongs to nobody: longer than a whole conversation with a slow server. */
const LEASE = 300;

/**
 * Seconds until a transactional mail is tried again: half a minute at first, twice as long each time, up to a quarter of an hour, and
 * spread. Servers that put off whoever is new to them want some minutes between two tries.
 */
function waitAfter(tries: number, random: () => number): number {
  return Math.min(900, 30 * 2 ** Math.min(tries - 1, 10)) * (0.75 + random() / 2);
}

/** Keeps a transactional mail and tries it once. `expires` is the end of its link: after that it is of no use. */
export async function postMail(
  deps: PostDeps,
  { id, mail: whole, expires }: { id: string; mail: Mail; expires: string },
): Promise<void> {
  const { to: email, ...mail } = whole;
  await keepMail(deps.db, { id, email, mail, expires }, deps.now());
  await tryMail(deps, id);
}

/** What the clock does: tries what is due, one after the other, and stops where the provider itself is in trouble. */
export async function tryMails(deps: PostDeps): Promise<void> {
  const started = Date.parse(deps.now());
  const lost = await forgetLostMails(deps.db, deps.now(), after(deps.now(), -LEASE));
  if (lost > 0)
    console.error(
      `${lost} transactional mails were being sent when their process ended; nobody knows of them.`,
    );
  for (const id of await dueMails(deps.db, deps.now(), A_MINUTE)) {
    const sent = await tryMail(deps, id);
    if (sent?.kind === 'later' && !sent.recipient) return;
    if (Date.parse(deps.now()) - started > LONG_ENOUGH) return;
  }
}

/** Only what was certainly not taken is sent again. Null where there was nothing to try. */
async function tryMail(deps: PostDeps, id: string): Promise<Sent | null> {
  const { db } = deps;
  const mailer = deps.mailer();
  const mail = await takeMail(db, id, deps.now());
  if (mail === null) return null;
  if (await isSuppressed(db, mail.email)) {
    await forgetMail(db, id);
    return null;
  }
  const sent = await mailer.send({ ...(mail.mail as Omit<Mail, 'to'>), to: mail.email }, keyOf(mail));
  if (sent.kind !== 'accepted')
    console.error(`A transactional mail was not accepted: ${sent.kind}, ${shown(sent.reason)}`);
  await settle(deps, mail, mailer, sent);
  return sent;
}

async function settle(deps: PostDeps, mail: WaitingMail, mailer: Mailer, sent: Sent): Promise<void> {
  const wait = () => waitAfter(mail.tries, Math.random);
  switch (sent.kind) {
    case 'refused':
      await takeRefusal(deps, {
        key: keyOf(mail),
        provider: mailer.name,
        email: mail.email,
        refused: sent,
      });
      return forgetMail(deps.db, mail.id);
    case 'accepted':
      return forgetMail(deps.db, mail.id);
    case 'later':
      return giveBackMail(deps.db, mail.id, after(deps.now(), Math.max(sent.retryAfter ?? 0, wait())));
    case 'unknown':
      // The same key is one transactional mail where the provider honours it; elsewhere a second could be a second transactional mail.
      return mailer.honoursKey
        ? giveBackMail(deps.db, mail.id, after(deps.now(), wait()))
        : forgetMail(deps.db, mail.id);
  }
}

const keyOf = ({ id }: WaitingMail): string => `letter/${id}`;
const after = (now: string, seconds: number): string =>
  new Date(Date.parse(now) + seconds * 1_000).toISOString();
const shown = (reason: string): string => reason.replace(/\S+@\S+/g, '…');
