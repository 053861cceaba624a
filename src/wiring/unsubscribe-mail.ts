/** The other way out of the digest (RFC 2369): a mail to its sender's address with the link's token as subject. */
import { readLink } from '../edge/link-token.ts';
import { endSubscription } from '../store/subscriptions.ts';

/**
 * Ends the subscription that the subject's token is about; says whether it did. The token is the right, as in the link:
 * who sends it does not count, since mail programs send it from whichever address they please.
 */
export async function takeUnsubscribeMail(
  means: { db: D1Database; linkSecret: string; now: string },
  subject: string | null,
): Promise<boolean> {
  // A long subject comes folded, and a token holds no blanks.
  const token = /^\s*unsubscribe\s+(\S.*)$/is.exec(subject ?? '')?.[1]?.replace(/\s+/g, '');
  if (!token) return false;
  const verdict = await readLink(means.linkSecret, 'unsubscribe', token, means.now);
  if (!verdict.ok) return false;
  await endSubscription(means.db, verdict.link.subject, means.now);
  return true;
}
