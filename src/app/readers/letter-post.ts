/** The post of single letters: each is kept before it is sent, and tried again while its link lives. */
import type { Mail, Mailer, Sent } from '../../platform/mail/mailer.ts';
import {
  dueLetters,
  forgetLetter,
  forgetLostLetters,
  giveBackLetter,
  keepLetter,
  takeLetter,
  type WaitingLetter,
} from '../../store/letters-waiting.ts';
import { isSuppressed } from '../../store/suppressions.ts';
import { takeRefusal } from '../digest/mail-events.ts';

export interface PostMeans {
  db: D1Database;
  now: () => string;
  /** Throws when the Worker is set up wrongly. */
  mailer: () => Mailer;
}

/** Letters tried in one minute, and milliseconds after which no other is begun. */
const A_MINUTE = 50;
const LONG_ENOUGH = 40_000;
/** Seconds after which a letter being sent belongs to nobody: longer than a whole conversation with a slow server. */
const LEASE = 300;

/**
 * Seconds until a letter is tried again: half a minute at first, twice as long each time, up to a quarter of an hour, and
 * spread. Servers that put off whoever is new to them want some minutes between two tries.
 */
function waitAfter(tries: number, random: () => number): number {
  return Math.min(900, 30 * 2 ** Math.min(tries - 1, 10)) * (0.75 + random() / 2);
}

/** Keeps a letter and tries it once. `expires` is the end of its link: after that it is of no use. */
export async function postLetter(
  means: PostMeans,
  letter: { id: string; mail: Mail; expires: string },
): Promise<void> {
  const { to: email, ...mail } = letter.mail;
  await keepLetter(means.db, { id: letter.id, email, mail, expires: letter.expires }, means.now());
  await tryLetter(means, letter.id);
}

/** What the clock does: tries what is due, one after the other, and stops where the provider itself is in trouble. */
export async function tryLetters(means: PostMeans): Promise<void> {
  const started = Date.parse(means.now());
  const lost = await forgetLostLetters(means.db, means.now(), after(means.now(), -LEASE));
  if (lost > 0)
    console.error(`${lost} letters were being sent when their process ended; nobody knows of them.`);
  for (const id of await dueLetters(means.db, means.now(), A_MINUTE)) {
    const sent = await tryLetter(means, id);
    if (sent?.kind === 'later' && !sent.recipient) return;
    if (Date.parse(means.now()) - started > LONG_ENOUGH) return;
  }
}

/** Only what was certainly not taken is sent again. Null where there was nothing to try. */
async function tryLetter(means: PostMeans, id: string): Promise<Sent | null> {
  const { db } = means;
  const mailer = means.mailer();
  const letter = await takeLetter(db, id, means.now());
  if (letter === null) return null;
  if (await isSuppressed(db, letter.email)) {
    await forgetLetter(db, id);
    return null;
  }
  const sent = await mailer.send({ ...(letter.mail as Omit<Mail, 'to'>), to: letter.email }, keyOf(letter));
  if (sent.kind !== 'accepted')
    console.error(`A letter was not accepted: ${sent.kind}, ${shown(sent.reason)}`);
  await settle(means, letter, mailer, sent);
  return sent;
}

async function settle(means: PostMeans, letter: WaitingLetter, mailer: Mailer, sent: Sent): Promise<void> {
  const wait = () => waitAfter(letter.tries, Math.random);
  switch (sent.kind) {
    case 'refused':
      await takeRefusal(means, {
        key: keyOf(letter),
        provider: mailer.name,
        email: letter.email,
        refused: sent,
      });
      return forgetLetter(means.db, letter.id);
    case 'accepted':
      return forgetLetter(means.db, letter.id);
    case 'later':
      return giveBackLetter(means.db, letter.id, after(means.now(), Math.max(sent.retryAfter ?? 0, wait())));
    case 'unknown':
      // The same key is one letter where the provider honours it; elsewhere a second could be a second letter.
      return mailer.honoursKey
        ? giveBackLetter(means.db, letter.id, after(means.now(), wait()))
        : forgetLetter(means.db, letter.id);
  }
}

const keyOf = ({ id }: WaitingLetter): string => `letter/${id}`;
const after = (now: string, seconds: number): string =>
  new Date(Date.parse(now) + seconds * 1_000).toISOString();
const shown = (reason: string): string => reason.replace(/\S+@\S+/g, '…');
