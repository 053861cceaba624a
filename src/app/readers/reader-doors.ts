/** Joins the faces of readers and of subscriptions to what they may do. */

import type { EnterDoors } from '../../routes/readers/enter-routes.tsx';
import type { ReaderDoors } from '../../routes/readers/readers-routes.tsx';
import type { LinkDoors } from '../../routes/subscriptions/link.tsx';
import type { SubscribeDoors } from '../../routes/subscriptions/subscribe-routes.tsx';
import { endSession, openSession } from '../../http/cookie.ts';
import { type Stranger, strangerOf } from '../../http/stranger.ts';
import { LANGUAGES } from '../../validation/subscription.ts';
import type { Session } from '../../projections/session.ts';
import { pageOfTopics } from '../../store/listings.ts';
import { waitingName } from '../../store/reader-names.ts';
import { otherHoldings } from '../../store/readers.ts';
import { type Subscription, subscriptionOf } from '../../store/subscriptions.ts';
import { eraseReader, exportComments } from '../comments/comments.ts';
import type { LetterMeans } from './letters.ts';
import { rename } from './reader-names.ts';
import { askToSignIn, enter, isOwnForm, leave, readSignIn, SESSION_LASTS, sessionFor } from './readers.ts';
import {
  changeChoices,
  choicesPath,
  erase,
  mailChoices,
  resume,
  subscriptionBy,
  undoPath,
  unsubscribe,
} from './subscription-links.ts';
import { askToSubscribe, confirm, readConfirmation } from './subscriptions.ts';

/** Topics offered in a form; whoever wants others takes all. */
const MOST_OFFERED = 100;

/** A form can be sent under any name that leads here; letters must lead to the site's own. */
function strangerTo({ origin }: LetterMeans, request: Request): Stranger {
  const stranger = strangerOf(request);
  return origin === null ? stranger : { ...stranger, origin };
}

export function readerDoors(means: LetterMeans, written: () => void): ReaderDoors & EnterDoors {
  return {
    siteKey: means.turnstile?.siteKey ?? null,
    ask: (request, body) => askToSignIn(means, strangerTo(means, request), body),
    readSignIn: (token) => readSignIn(means, token),
    async enter(request, token, name) {
      const entered = await enter(means, token, name, new URL(request.url).hostname);
      if (entered.kind !== 'entered') return entered;
      const cookie = openSession(new URL(request.url), entered.session, SESSION_LASTS);
      return { kind: 'entered', cookie, back: entered.back };
    },
    session: (request) => sessionFor(means, request),
    isOwnForm: (request, token) => isOwnForm(means, request, token),
    async rename(request, { reader }, name) {
      const renamed = await rename(means, new URL(request.url).hostname, reader.id, name);
      written();
      return renamed;
    },
    waitingName: async ({ reader }) => (await waitingName(means.db, reader.id))?.name ?? null,
    async leave(request) {
      await leave(means, request);
      return endSession(new URL(request.url));
    },
    export: (session) => exportOf(means, session),
    async erase({ reader }) {
      const subscription = await subscriptionOf(means.db, reader.email);
      if (subscription !== null) await erase(means, subscription);
      await eraseReader(means.db, reader.id, means.now());
      written();
    },
  };
}

/** Everything kept about a reader; the digest too, since the address is proved. */
async function exportOf({ db }: LetterMeans, { reader }: Session): Promise<unknown> {
  return {
    reader,
    ...(await otherHoldings(db, reader.id)),
    ...(await exportComments(db, reader.id)),
    subscription: await subscriptionOf(db, reader.email),
  };
}

export function subscriptionDoors(means: LetterMeans): SubscribeDoors & LinkDoors<Subscription> {
  return {
    siteKey: means.turnstile?.siteKey ?? null,
    languages: LANGUAGES,
    async topics() {
      const { items } = await pageOfTopics(means.db, '', MOST_OFFERED);
      return items.map((item) => JSON.parse(item) as { slug: string; title: string });
    },
    zoneOf: (request) => (request as Request<unknown, IncomingRequestCfProperties>).cf?.timezone || 'UTC',
    ask: (request, body) => askToSubscribe(means, strangerTo(means, request), body),
    readConfirmation: (token) => readConfirmation(means, token),
    async confirm(token) {
      const done = await confirm(means, token);
      return done.kind === 'dead'
        ? done
        : { ...done, choices: await choicesPath(means, done.subscription.id) };
    },
    by: (purpose, token) => subscriptionBy(means, purpose, token),
    change: (subscription, body) => changeChoices(means, subscription, body),
    unsubscribe: (subscription) => unsubscribe(means, subscription),
    resume: (subscription) => resume(means, subscription),
    erase: (subscription) => erase(means, subscription),
    export: async (subscription) => ({ subscription }),
    undoPath: (subscription) => undoPath(means, subscription.id),
    mailChoices: (request, subscription) => mailChoices(means, strangerTo(means, request), subscription),
  };
}
