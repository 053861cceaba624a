/** What every signed link to a subscription goes through, and what each may ask of it. */
import { privatePage } from '../../http/private-page.ts';
import { type FormProblem, OneButton } from '../../layout/form.tsx';
import { deadLink, plainPage } from '../../layout/plain-page.tsx';
import { type DeadLink, veiled } from '../../projections/session.ts';
import type { SubscriptionView } from '../../projections/subscription.ts';
import type { TopicChoice } from './subscribe-form.tsx';

type Purpose = 'preferences' | 'unsubscribe' | 'undo-unsubscribe';

export interface LinkDoors<S extends SubscriptionView> {
  languages: Readonly<Record<string, string>>;
  topics(): Promise<TopicChoice[]>;
  /** The subscription that a token of this purpose is about; null once it was erased. */
  by(
    purpose: Purpose,
    token: string,
  ): Promise<{ kind: 'dead'; why: DeadLink } | { kind: 'live'; subscription: S | null }>;
  change(subscription: S, body: unknown): Promise<FormProblem[]>;
  unsubscribe(subscription: S): Promise<void>;
  resume(subscription: S): Promise<void>;
  erase(subscription: S): Promise<void>;
  export(subscription: S): Promise<unknown>;
  undoPath(subscription: S): Promise<string>;
  /** Mails a link to the choices to the subscription's own address. */
  mailChoices(request: Request, subscription: S): void;
}

const AGAIN = { href: '/subscriptions', label: 'Ask for a new one' };

/** Carries out `use` for the subscription that the token is about, or says why not. */
export async function withLink<S extends SubscriptionView>(
  doors: LinkDoors<S>,
  request: Request,
  purpose: Purpose,
  token: string,
  use: (subscription: S) => Promise<Response> | Response,
): Promise<Response> {
  const found = await doors.by(purpose, token);
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
export async function endedPage<S extends SubscriptionView>(
  doors: LinkDoors<S>,
  request: Request,
  subscription: S,
): Promise<Response> {
  const undo = await doors.undoPath(subscription);
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
