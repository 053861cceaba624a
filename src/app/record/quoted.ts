/** What a withholding answers beside the tombstone: who else repeats the words, and what still holds them until when. */
import type { Warning } from '../../domain/record/entry.ts';
import { wordsOf } from '../../domain/record/quoting.ts';
import { type ClaimState, formsOf } from '../../domain/record/record.ts';
import { claimsHolding, commentsHolding } from '../../store/quoting.ts';

/** Letters from which words are looked for beyond the topic: "about 300" is everybody's. */
const SHORTEST_ELSEWHERE = 12;
const MOST_NAMED = 20;

/** No answer quotes what is withheld: it is kept for its caller too. */
export const STILL_HELD = [
  'Copies from which the database can be restored (Cloudflare D1, Time Travel) hold the words for 30 days; no page is made from them.',
  'Mails that were sent hold them for good, and so does whatever other sites copied; caches of our answers for up to five minutes and a half.',
] as const;

/** Claims of other topics and readers’ comments that repeat the claim’s words. */
export async function quotedElsewhere(db: D1Database, topic: string, state: ClaimState): Promise<Warning[]> {
  const words = [...new Set(formsOf(state).flatMap(wordsOf))].map((each) =>
    each.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  );
  const phrases = words.filter((each) => each.length >= SHORTEST_ELSEWHERE);
  if (phrases.length === 0) return [];
  // A claim is kept as JSON: what JSON escapes is escaped in what is looked for.
  const escaped = phrases.map((each) => JSON.stringify(each).slice(1, -1));
  const [claims, comments] = await Promise.all([
    claimsHolding(db, topic, escaped),
    commentsHolding(db, phrases),
  ]);
  const warnings = claims.slice(0, MOST_NAMED).map(
    (claim): Warning => ({
      code: 'quoted',
      path: `claims.${claim.id}`,
      message: `The claim ${claim.id} of the topic ${claim.topic} repeats words of this one; withhold or correct it too if they must go.`,
    }),
  );
  if (comments.length > 0)
    warnings.push({
      code: 'quoted-in-comments',
      path: 'comments',
      message: `${comments.length} comments of readers repeat words of this claim, the newest first: ${comments.slice(0, MOST_NAMED).join(', ')}. Remove them at the desk if the words must go.`,
    });
  return warnings;
}
