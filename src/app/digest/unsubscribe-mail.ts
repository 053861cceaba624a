/** The other way out of the digest (RFC 2369): a mail to its sender's address with the link's token as subject. */
import { decodeWords } from 'postal-mime';
import { readLink } from '../../platform/link-token.ts';
import { endSubscription } from '../../store/subscriptions.ts';
import type { Deps } from '../deps.ts';

/**
 * Ends the subscription that the subject's token is about; says whether it did. The token is the right, as in the link:
 * who sends it does not count, since mail programs send it from whichever address they please. The subject is as it came:
 * folded, in encoded words (RFC 2047), behind whatever "Re:" or mark a program put there.
 */
export async function takeUnsubscribeMail(
  { db, now, linkSecret }: Pick<Deps, 'db' | 'now' | 'linkSecret'>,
  subject: string | null,
): Promise<boolean> {
  for (const token of tokensIn(subject ?? '')) {
    const verdict = await readLink(linkSecret, 'unsubscribe', token, now());
    if (!verdict.ok) continue;
    await endSubscription(db, verdict.link.subject, now());
    return true;
  }
  return false;
}

/** Characters of a subject that is looked at: a token is some hundred, in encoded words thrice that. */
const LONGEST = 4_000;

/** What may be the token: all that follows the word, blanks left out since a token holds none, or its first word alone. */
function tokensIn(subject: string): string[] {
  const unfolded = subject.slice(0, LONGEST).replace(/\r?\n(?=[ \t])/g, '');
  const said = decodeWords(unfolded).replace(/[\u00ad\u200b-\u200d\ufeff]/g, '');
  const after = /\bunsubscribe[\s:+]+([\w.\s-]+)/i.exec(said)?.[1] ?? '';
  const words = after.trim().split(/\s+/);
  return [...new Set([words.join(''), ...(words[0] ? [words[0]] : [])])].filter((token) => token !== '');
}
