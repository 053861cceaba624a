/** What signed links do to a subscription: change it, end it, take it up again, forget it; each link its own purpose. */
import { nextDueAt, type Subscription } from '../../domain/digest/subscriber.ts';
import type { AnonymousRequest } from '../../http/anonymous-request.ts';
import { choicesMail } from '../../mails/transactional-mails.ts';
import { type LinkPurpose, newNonce, readLink, signLink } from '../../platform/link-token.ts';
import type { Dead } from '../../projections/session.ts';
import {
  endSubscription,
  eraseSubscription,
  readSubscription,
  resumeSubscription,
  storeChoices,
  topicTitles,
} from '../../store/subscriptions.ts';
import { LANGUAGES, SubscriptionChoices } from '../../validation/subscription.ts';
import { type Problem, parseWith } from '../../validation/verdict.ts';
import { topicsOffered, unknownTopics } from './subscriptions.ts';
import { afterwards, endOf, HOLDS, type ReaderDeps, sendMail } from './transactional-mail.ts';

/** An unsubscribe link works as long as anyone may still find the mail: five years, in milliseconds. */
const UNSUBSCRIBE_HOLDS = 5 * 365 * 86_400_000;
const UNDO_HOLDS = 3_600_000;

/** What a link about a subscription may do. */
export type SubscriptionPurpose = Extract<LinkPurpose, 'preferences' | 'unsubscribe' | 'undo-unsubscribe'>;

/** The subscription that a signed link is about, whatever its state; null once it was erased. */
export async function subscriptionBy(
  deps: ReaderDeps,
  purpose: SubscriptionPurpose,
  token: string,
): Promise<Dead | { kind: 'live'; subscription: Subscription | null }> {
  const verdict = await readLink(deps.linkSecret, purpose, token, deps.now());
  return verdict.ok
    ? { kind: 'live', subscription: await readSubscription(deps.db, verdict.link.subject) }
    : { kind: 'dead', why: verdict.reason };
}

/** Addresses for one reader's mails. The one that every mail carries can end a subscription and do nothing else. */
export async function unsubscribePath(
  deps: Pick<ReaderDeps, 'linkSecret'>,
  id: string,
  now: string,
): Promise<string> {
  // The same reader gets the same address all day, so that a mail can be made again to the byte.
  const day = Date.parse(`${now.slice(0, 10)}T00:00:00Z`);
  const link = { subject: id, expires: Math.floor((day + UNSUBSCRIBE_HOLDS) / 1000), nonce: 'u' };
  return `/u/${await signLink(deps.linkSecret, 'unsubscribe', link)}`;
}

export async function choicesPath(deps: ReaderDeps, id: string): Promise<string> {
  const link = { subject: id, expires: endOf(deps.now(), HOLDS.preferences), nonce: newNonce() };
  return `/subscriptions/choices/${await signLink(deps.linkSecret, 'preferences', link)}`;
}

export async function undoPath(deps: ReaderDeps, id: string): Promise<string> {
  const link = { subject: id, expires: endOf(deps.now(), UNDO_HOLDS), nonce: newNonce() };
  return `/u/undo/${await signLink(deps.linkSecret, 'undo-unsubscribe', link)}`;
}

/** Mails a fresh link to the choices to the subscription's own address, whoever asks. */
export function mailChoices(
  deps: ReaderDeps,
  anonymous: AnonymousRequest,
  { id, email, lang }: Subscription,
): void {
  afterwards(deps, () =>
    sendMail(deps, anonymous, { to: email, holds: 'preferences' }, async () =>
      choicesMail(`${anonymous.origin}${await choicesPath(deps, id)}`, lang),
    ),
  );
}

/** What the form of the choices offers: topics, and languages by their own names. */
export async function choicesOffered(deps: Pick<ReaderDeps, 'db'>): Promise<{
  topics: { slug: string; title: string }[];
  languages: Readonly<Record<string, string>>;
}> {
  return { topics: await topicsOffered(deps), languages: LANGUAGES };
}

/** Changes the choices; the next digest follows from them, never a second one on the same local day. */
export async function changeChoices(
  deps: ReaderDeps,
  subscription: Subscription,
  body: unknown,
): Promise<Problem[]> {
  const parsed = parseWith(SubscriptionChoices, body);
  if (!parsed.ok) return parsed.problems;
  const { timezone: zone, ...rest } = parsed.value;
  const titles = await topicTitles(deps.db, rest.topics === '*' ? [] : rest.topics);
  const problems = unknownTopics(rest.topics, titles);
  if (problems.length > 0) return problems;
  const choices = { ...rest, zone };
  await storeChoices(deps.db, subscription.id, choices, dueFor({ ...subscription, ...choices }, deps.now()));
  return [];
}

export async function unsubscribe(deps: Pick<ReaderDeps, 'db' | 'now'>, { id }: Subscription): Promise<void> {
  await endSubscription(deps.db, id, deps.now());
}

export async function resume(
  deps: Pick<ReaderDeps, 'db' | 'now'>,
  subscription: Subscription,
): Promise<void> {
  await resumeSubscription(deps.db, subscription.id, dueFor(subscription, deps.now()));
}

export async function erase(deps: Pick<ReaderDeps, 'db'>, { id, email }: Subscription): Promise<void> {
  await eraseSubscription(deps.db, id, email);
}

const dueFor = (subscription: Subscription, now: string): string =>
  nextDueAt(subscription, now, subscription.cursor);
