/** What signed links do to a subscription: change it, end it, take it up again, forget it; each link its own purpose. */
import { nextDueAt } from '../../domain/digest/subscriber.ts';
import { type LinkPurpose, newNonce, readLink, signLink } from '../../platform/link-token.ts';
import { choicesLetter } from '../../mails/letters.ts';
import { SubscriptionChoices } from '../../validation/subscription.ts';
import { type Problem, parseWith } from '../../validation/verdict.ts';
import type { DeadLink } from '../../projections/session.ts';
import {
  endSubscription,
  eraseSubscription,
  readSubscription,
  resumeSubscription,
  type Subscription,
  storeChoices,
  topicTitles,
} from '../../store/subscriptions.ts';
import { afterwards, endOf, HOLDS, type LetterMeans, type Stranger, sendLetter } from './letters.ts';
import { unknownTopics } from './subscriptions.ts';

/** An unsubscribe link works as long as anyone may still find the mail: five years, in milliseconds. */
const UNSUBSCRIBE_HOLDS = 5 * 365 * 86_400_000;
const UNDO_HOLDS = 3_600_000;

/** The subscription that a signed link is about, whatever its state. */
export async function subscriptionBy(
  means: LetterMeans,
  purpose: LinkPurpose,
  token: string,
): Promise<{ kind: 'dead'; why: DeadLink } | { kind: 'live'; subscription: Subscription | null }> {
  const verdict = await readLink(means.linkSecret, purpose, token, means.now());
  return verdict.ok
    ? { kind: 'live', subscription: await readSubscription(means.db, verdict.link.subject) }
    : { kind: 'dead', why: verdict.reason };
}

/** Addresses for one reader's mails. The one that every mail carries can end a subscription and do nothing else. */
export async function unsubscribePath(
  means: Pick<LetterMeans, 'linkSecret'>,
  id: string,
  now: string,
): Promise<string> {
  // The same reader gets the same address all day, so that a mail can be made again to the byte.
  const day = Date.parse(`${now.slice(0, 10)}T00:00:00Z`);
  const link = { subject: id, expires: Math.floor((day + UNSUBSCRIBE_HOLDS) / 1000), nonce: 'u' };
  return `/u/${await signLink(means.linkSecret, 'unsubscribe', link)}`;
}

export async function choicesPath(means: LetterMeans, id: string): Promise<string> {
  const link = { subject: id, expires: endOf(means.now(), HOLDS.preferences), nonce: newNonce() };
  return `/subscriptions/choices/${await signLink(means.linkSecret, 'preferences', link)}`;
}

export async function undoPath(means: LetterMeans, id: string): Promise<string> {
  const link = { subject: id, expires: endOf(means.now(), UNDO_HOLDS), nonce: newNonce() };
  return `/u/undo/${await signLink(means.linkSecret, 'undo-unsubscribe', link)}`;
}

/** Mails a fresh link to the choices to the subscription's own address, whoever asks. */
export function mailChoices(means: LetterMeans, stranger: Stranger, { id, email }: Subscription): void {
  afterwards(means, () =>
    sendLetter(means, stranger, { to: email, holds: 'preferences' }, async () =>
      choicesLetter(`${stranger.origin}${await choicesPath(means, id)}`),
    ),
  );
}

/** Changes the choices; the next digest follows from them, never a second one on the same local day. */
export async function changeChoices(
  means: LetterMeans,
  subscription: Subscription,
  body: unknown,
): Promise<Problem[]> {
  const parsed = parseWith(SubscriptionChoices, body);
  if (!parsed.ok) return parsed.problems;
  const { timezone: zone, ...rest } = parsed.value;
  const titles = await topicTitles(means.db, rest.topics === '*' ? [] : rest.topics);
  const problems = unknownTopics(rest.topics, titles);
  if (problems.length > 0) return problems;
  const choices = { ...rest, zone };
  await storeChoices(
    means.db,
    subscription.id,
    choices,
    dueFor({ ...subscription, ...choices }, means.now()),
  );
  return [];
}

export async function unsubscribe(means: LetterMeans, { id }: Subscription): Promise<void> {
  await endSubscription(means.db, id, means.now());
}

export async function resume(means: LetterMeans, subscription: Subscription): Promise<void> {
  await resumeSubscription(means.db, subscription.id, dueFor(subscription, means.now()));
}

export async function erase(means: LetterMeans, { id, email }: Subscription): Promise<void> {
  await eraseSubscription(means.db, id, email);
}

const dueFor = (subscription: Subscription, now: string): string =>
  nextDueAt(subscription, now, subscription.cursor);
