/** A reader's account as a whole: everything kept about them, and its end. */
import type { Session } from '../../projections/session.ts';
import { otherHoldings } from '../../store/readers.ts';
import { subscriptionOf } from '../../store/subscriptions.ts';
import { eraseReader, exportComments } from '../comments/own-comments.ts';
import { erase } from './subscription-links.ts';
import type { ReaderDeps } from './transactional-mail.ts';

/** Everything kept about a reader; the digest too, since the address is proved. */
export async function exportAccount({ db }: Pick<ReaderDeps, 'db'>, { reader }: Session): Promise<unknown> {
  return {
    reader,
    ...(await otherHoldings(db, reader.id)),
    ...(await exportComments({ db }, reader.id)),
    subscription: await subscriptionOf(db, reader.email),
  };
}

/** Ends all sessions of a reader's and forgets address, name, digest and the words of their comments. */
export async function eraseAccount(deps: Pick<ReaderDeps, 'db' | 'now'>, { reader }: Session): Promise<void> {
  const subscription = await subscriptionOf(deps.db, reader.email);
  if (subscription !== null) await erase(deps, subscription);
  await eraseReader(deps, reader.id);
}
