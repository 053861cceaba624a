/** The digest's readers joined: asked by a form, confirmed by a mailed link's button. */

import { type Cadence, USUAL_CADENCE } from '../../domain/digest/cadence.ts';
import { nextDueAt, type Subscription } from '../../domain/digest/subscriber.ts';
import { filled, REFUSALS } from '../../domain/refusals.ts';
import type { AnonymousRequest } from '../../http/anonymous-request.ts';
import { confirmMail } from '../../mails/transactional-mails.ts';
import { newNonce, readLink, signLink } from '../../platform/link-token.ts';
import type { Asked, Dead } from '../../projections/session.ts';
import { cadenceWords, topicsWords } from '../../projections/subscription.ts';
import { DEFAULT_LANGUAGE } from '../../projections/words/words.ts';
import { keepRequest, readRequest, useLink } from '../../store/link-requests.ts';
import { pageOfTopics } from '../../store/listings.ts';
import { confirmStatements, subscriptionOf, topicTitles } from '../../store/subscriptions.ts';
import { isSuppressed } from '../../store/suppressions.ts';
import { SubscriptionRequest } from '../../validation/subscription.ts';
import { type Problem, parseWith } from '../../validation/verdict.ts';
import { afterwards, endOf, HOLDS, judgeForm, type ReaderDeps, sendMail } from './transactional-mail.ts';

const HOUR_OF_MORNING = 8;
const MONDAY = 1;
/** Topics offered in a form; whoever wants others takes all. */
const MOST_OFFERED = 100;

interface SubscriptionAsked {
  topics: '*' | string[];
  cadence: Cadence | null;
  zone: string | null;
}

/** The topics that a form offers, by their titles. */
export async function topicsOffered({
  db,
}: Pick<ReaderDeps, 'db'>): Promise<{ slug: string; title: string }[]> {
  const { items } = await pageOfTopics(db, '', MOST_OFFERED);
  return items.map((item) => JSON.parse(item) as { slug: string; title: string });
}

/** Keeps the request and mails its link, after the answer; `zone` is where the platform believes the reader to be. */
export async function askToSubscribe(
  deps: ReaderDeps,
  anonymous: AnonymousRequest,
  body: unknown,
): Promise<Asked> {
  const parsed = parseWith(SubscriptionRequest, body);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  const { email, topics, cadence, timezone } = parsed.value;
  const titles = await topicTitles(deps.db, topics === '*' ? [] : topics);
  const problems = unknownTopics(topics, titles);
  if (problems.length > 0) return { kind: 'refused', problems };
  const judged = await judgeForm(deps, anonymous, parsed.value);
  if (judged === 'untested') return { kind: 'untested' };
  if (judged === 'program') return { kind: 'taken' };
  afterwards(deps, () =>
    sendMail(deps, anonymous, { to: email, holds: 'confirm-subscription' }, async () => {
      const [id, now] = [newNonce(), deps.now()];
      const asked: SubscriptionAsked = { topics, cadence, zone: timezone };
      await keepRequest(deps.db, 'subscription', { id, email, asked, at: now });
      const link = { subject: id, expires: endOf(now, HOLDS['confirm-subscription']), nonce: newNonce() };
      const token = await signLink(deps.linkSecret, 'confirm-subscription', link);
      const lang = anonymous.lang ?? DEFAULT_LANGUAGE;
      return confirmMail(
        `${anonymous.origin}/subscriptions/confirm/${token}`,
        topicsWords(topics, titles, lang),
        cadence === null ? null : cadenceWords(cadence, lang),
        lang,
      );
    }),
  );
  return { kind: 'taken' };
}

export function unknownTopics(topics: '*' | string[], titles: ReadonlyMap<string, string>): Problem[] {
  const missing = topics === '*' ? [] : topics.filter((slug) => !titles.has(slug));
  return missing.map((slug) => ({ path: 'topics', message: filled(REFUSALS.topicUnknown, { slug }) }));
}

/** What the page behind a confirmation link shows. Changes nothing. */
export async function readConfirmation(
  deps: ReaderDeps,
  token: string,
): Promise<Dead | { kind: 'live'; email: string; asked: SubscriptionAsked }> {
  const held = await confirmationOf(deps, token);
  return held.kind === 'dead' ? held : { kind: 'live', email: held.email, asked: held.asked };
}

/** Makes the subscription, once; gives it as it now is. */
export async function confirm(
  deps: ReaderDeps,
  token: string,
): Promise<Dead | { kind: 'confirmed'; subscription: Subscription }> {
  const held = await confirmationOf(deps, token);
  if (held.kind === 'dead') return held;
  const { email, asked, request, nonce } = held;
  const { db } = deps;
  if (await isSuppressed(db, email)) return { kind: 'dead', why: 'expired' };
  const now = deps.now();
  const before = await subscriptionOf(db, email);
  const statements = confirmStatements(db, request, confirmed(before, email, asked, now));
  if (!(await useLink(db, nonce, now, statements))) return { kind: 'dead', why: 'used' };
  const subscription = await subscriptionOf(db, email);
  return subscription === null || subscription.state === 'suppressed'
    ? { kind: 'dead', why: 'expired' }
    : { kind: 'confirmed', subscription };
}

type HeldConfirmation =
  | Dead
  | { kind: 'live'; request: string; nonce: string; email: string; asked: SubscriptionAsked };

async function confirmationOf(deps: ReaderDeps, token: string): Promise<HeldConfirmation> {
  const verdict = await readLink(deps.linkSecret, 'confirm-subscription', token, deps.now());
  if (!verdict.ok) return { kind: 'dead', why: verdict.reason };
  const { subject: request, nonce } = verdict.link;
  const kept = await readRequest(deps.db, 'subscription', request);
  if (kept === null) return { kind: 'dead', why: 'used' };
  return { kind: 'live', request, nonce, email: kept.email, asked: kept.asked as SubscriptionAsked };
}

/** A reader who has one already gets the new topics beside the old; one who ended it starts with the new alone. */
function confirmed(
  before: Subscription | null,
  email: string,
  asked: SubscriptionAsked,
  now: string,
): Subscription {
  const schedule = {
    cadence: asked.cadence ?? before?.cadence ?? USUAL_CADENCE,
    weekday: before?.weekday ?? MONDAY,
    hour: before?.hour ?? HOUR_OF_MORNING,
    zone: asked.zone ?? before?.zone ?? 'UTC',
  };
  return {
    id: before?.id ?? newNonce(),
    email,
    state: 'active',
    topics: before?.state === 'active' ? both(before.topics, asked.topics) : asked.topics,
    ...schedule,
    lang: before?.lang ?? DEFAULT_LANGUAGE,
    stillQuiet: before?.stillQuiet ?? false,
    nextDueAt: nextDueAt(schedule, now, before?.cursor ?? null),
    cursor: before?.cursor ?? null,
    created: before?.created ?? now,
    confirmed: now,
    ended: null,
  };
}

const both = (one: '*' | string[], two: '*' | string[]): '*' | string[] =>
  one === '*' || two === '*' ? '*' : [...new Set([...one, ...two])];
