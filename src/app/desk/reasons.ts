/** What a reason at the desk may hold: it stays in the logs, and readers see some of them. */
import { unfitReason } from '../../domain/text.ts';

/** Characters of a reason or an answer. */
const LONGEST = 1_000;

/** Why a text cannot be a reason, in a sentence; null when it can, or is empty. */
export function refusalOfReason(reason: string): string | null {
  if (reason.length > LONGEST) return `Keep the reason to ${LONGEST} characters.`;
  const unfit = unfitReason(reason);
  return unfit === null ? null : `The reason holds ${unfit}.`;
}
