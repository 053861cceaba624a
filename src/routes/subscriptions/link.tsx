/** What every signed link to a subscription goes through, and the page after one ended it. */
import type { Deps } from '../../app/deps.ts';
import { type SubscriptionPurpose, subscriptionBy, undoPath } from '../../app/readers/subscription-links.ts';
import type { Subscription } from '../../domain/digest/subscriber.ts';
import { privatePage } from '../../http/private-page.ts';
import { OneButton } from '../../layout/form.tsx';
import { languageOf } from '../../layout/language.ts';
import { deadLink, plainPage } from '../../layout/plain-page.tsx';
import { veiled } from '../../projections/session.ts';
import { wordsOf } from '../../projections/words/words.ts';

/** Carries out `use` for the subscription that the token is about, or says why not. */
export async function withLink(
  deps: Deps,
  request: Request,
  purpose: SubscriptionPurpose,
  token: string,
  use: (subscription: Subscription) => Promise<Response> | Response,
): Promise<Response> {
  const words = wordsOf(languageOf(request)).choices;
  const found = await subscriptionBy(deps, purpose, token);
  if (found.kind === 'dead') {
    const { html, status } = deadLink(request, found.why, { href: '/subscriptions', label: words.again });
    return privatePage(html, { status });
  }
  // One that was erased gets no mail: for its reader there is nothing left to do, and nothing went wrong.
  return found.subscription === null
    ? privatePage(plainPage(request, words.nothing.title, <p>{words.nothing.text}</p>))
    : use(found.subscription);
}

/** The page after the end of a subscription, with the way back for an hour. */
export async function endedPage(deps: Deps, request: Request, subscription: Subscription): Promise<Response> {
  const undo = await undoPath(deps, subscription.id);
  const words = wordsOf(languageOf(request)).choices.ended;
  return privatePage(
    plainPage(
      request,
      words.title,
      <>
        <p class="standfirst">{words.text(veiled(subscription.email))}</p>
        {subscription.state !== 'suppressed' && <OneButton action={undo} label={words.undo} />}
      </>,
    ),
  );
}
