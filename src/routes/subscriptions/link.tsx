/** What every signed link to a subscription goes through, and the page after one ended it. */
import type { Deps } from '../../app/deps.ts';
import { type SubscriptionPurpose, subscriptionBy, undoPath } from '../../app/readers/subscription-links.ts';
import type { Subscription } from '../../domain/digest/subscriber.ts';
import { privatePage } from '../../http/private-page.ts';
import { OneButton } from '../../layout/form.tsx';
import { deadLink, plainPage } from '../../layout/plain-page.tsx';
import { veiled } from '../../projections/session.ts';

const AGAIN = { href: '/subscriptions', label: 'Ask for a new one' };

/** Carries out `use` for the subscription that the token is about, or says why not. */
export async function withLink(
  deps: Deps,
  request: Request,
  purpose: SubscriptionPurpose,
  token: string,
  use: (subscription: Subscription) => Promise<Response> | Response,
): Promise<Response> {
  const found = await subscriptionBy(deps, purpose, token);
  if (found.kind === 'dead') {
    const { html, status } = deadLink(request, found.why, AGAIN);
    return privatePage(html, { status });
  }
  // One that was erased gets no mail: for its reader there is nothing left to do, and nothing went wrong.
  return found.subscription === null
    ? privatePage(
        plainPage(request, 'Nothing is kept', <p>This address gets no digest, and none is kept.</p>),
      )
    : use(found.subscription);
}

/** The page after the end of a subscription, with the way back for an hour. */
export async function endedPage(deps: Deps, request: Request, subscription: Subscription): Promise<Response> {
  const undo = await undoPath(deps, subscription.id);
  return privatePage(
    plainPage(
      request,
      'You are unsubscribed',
      <>
        <p class="standfirst">No further digest is sent to {veiled(subscription.email)}.</p>
        {subscription.state !== 'suppressed' && <OneButton action={undo} label="Undo" />}
      </>,
    ),
  );
}
