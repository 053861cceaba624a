/** Joins the faces of readers and of subscriptions to what they may do. */

import { type AnonymousRequest, anonymousRequestOf } from '../../http/anonymous-request.ts';
import { endSession, openSession } from '../../http/cookie.ts';
import type { Session } from '../../projections/session.ts';
import type { EnterDoors } from '../../routes/readers/enter-routes.tsx';
import type { ReaderDoors } from '../../routes/readers/readers-routes.tsx';
import type { LinkDoors } from '../../routes/subscriptions/link.tsx';
import type { SubscribeDoors } from '../../routes/subscriptions/subscribe-routes.tsx';
import { pageOfTopics } from '../../store/listings.ts';
import { waitingName } from '../../store/reader-names.ts';
import { otherHoldings } from '../../store/readers.ts';
import { type Subscription, subscriptionOf } from '../../store/subscriptions.ts';
import { LANGUAGES } from '../../validation/subscription.ts';
import { eraseReader, exportComments } from '../comments/comments.ts';
import type { Deps } from '../deps.ts';
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
import type { ReaderDeps } from './transactional-mail.ts';

/** Topics offered in a form; whoever wants others takes all. */
const MOST_OFFERED = 100;

/** A form can be sent under any name that leads here; transactional mails must lead to the site's own. */
function anonymousRequestTo({ origin }: ReaderDeps, request: Request): AnonymousRequest {
  const anonymous = anonymousRequestOf(request);
  return origin === null ? anonymous : { ...anonymous, origin };
}

export function readerDoors(deps: ReaderDeps & Pick<Deps, 'invalidate'>): ReaderDoors & EnterDoors {
  return {
    siteKey: deps.turnstile?.siteKey ?? null,
    ask: (request, body) => askToSignIn(deps, anonymousRequestTo(deps, request), body),
    readSignIn: (token) => readSignIn(deps, token),
    async enter(request, token, name) {
      const entered = await enter(deps, token, name, new URL(request.url).hostname);
      if (entered.kind !== 'entered') return entered;
      const cookie = openSession(new URL(request.url), entered.session, SESSION_LASTS);
      return { kind: 'entered', cookie, back: entered.back };
    },
    session: (request) => sessionFor(deps, request),
    isOwnForm: (request, token) => isOwnForm(deps, request, token),
    async rename(request, { reader }, name) {
      const renamed = await rename(deps, new URL(request.url).hostname, reader.id, name);
      deps.invalidate();
      return renamed;
    },
    waitingName: async ({ reader }) => (await waitingName(deps.db, reader.id))?.name ?? null,
    async leave(request) {
      await leave(deps, request);
      return endSession(new URL(request.url));
    },
    export: (session) => exportOf(deps, session),
    async erase({ reader }) {
      const subscription = await subscriptionOf(deps.db, reader.email);
      if (subscription !== null) await erase(deps, subscription);
      await eraseReader(deps.db, reader.id, deps.now());
      deps.invalidate();
    },
  };
}

/** Everything kept about a reader; the digest too, since the address is proved. */
async function exportOf({ db }: ReaderDeps, { reader }: Session): Promise<unknown> {
  return {
    reader,
    ...(await otherHoldings(db, reader.id)),
    ...(await exportComments(db, reader.id)),
    subscription: await subscriptionOf(db, reader.email),
  };
}

export function subscriptionDoors(deps: ReaderDeps): SubscribeDoors & LinkDoors<Subscription> {
  return {
    siteKey: deps.turnstile?.siteKey ?? null,
    languages: LANGUAGES,
    async topics() {
      const { items } = await pageOfTopics(deps.db, '', MOST_OFFERED);
      return items.map((item) => JSON.parse(item) as { slug: string; title: string });
    },
    zoneOf: (request) => (request as Request<unknown, IncomingRequestCfProperties>).cf?.timezone || 'UTC',
    ask: (request, body) => askToSubscribe(deps, anonymousRequestTo(deps, request), body),
    readConfirmation: (token) => readConfirmation(deps, token),
    async confirm(token) {
      const done = await confirm(deps, token);
      return done.kind === 'dead'
        ? done
        : { ...done, choices: await choicesPath(deps, done.subscription.id) };
    },
    by: (purpose, token) => subscriptionBy(deps, purpose, token),
    change: (subscription, body) => changeChoices(deps, subscription, body),
    unsubscribe: (subscription) => unsubscribe(deps, subscription),
    resume: (subscription) => resume(deps, subscription),
    erase: (subscription) => erase(deps, subscription),
    export: async (subscription) => ({ subscription }),
    undoPath: (subscription) => undoPath(deps, subscription.id),
    mailChoices: (request, subscription) =>
      mailChoices(deps, anonymousRequestTo(deps, request), subscription),
  };
}
