/** When a comment is held for a moderator, and how fast a reader may write, report, appeal and change a name. */
import { linksIn, type Reader } from './comment.ts';
import { type CommentsPolicy, POLICY_RULES } from './comments-policy.ts';
import type { HoldReason } from './hold-reason.ts';
import { type Pace, type Wait, waitOf } from './pace.ts';

/** How many approvals end a new reader's being held. */
export const TRUSTED_AFTER = 2;

/** Whether a reader is new: what they write, and what they want to be called, waits for a moderator. */
export const isNew = ({ approved }: Pick<Reader, 'approved'>): boolean => approved < TRUSTED_AFTER;
/** A reader is held again from this many rejections, when they are this share of what was decided. */
const REJECTIONS = 2;
const REJECTED_SHARE = 0.3;
const LINKS = 2;

/** Why a new comment must wait; null when it need not. */
export function holdReason(
  reader: Pick<Reader, 'approved' | 'rejected'>,
  policy: CommentsPolicy,
  body: string,
): HoldReason | null {
  const { rejected } = reader;
  const decided = reader.approved + rejected;
  if (POLICY_RULES[policy].holds) return { kind: 'topic' };
  if (isNew(reader)) return { kind: 'newcomer', until: TRUSTED_AFTER };
  if (rejected >= REJECTIONS && rejected / decided >= REJECTED_SHARE)
    return { kind: 'rejections', decided, rejected };
  const links = linksIn(body);
  return links >= LINKS ? { kind: 'links', links } : null;
}

const DAY = 86_400;

/** At most so many comments in so many seconds, for one reader. */
export const PACES = [
  { most: 10, seconds: 600, span: 'tenMinutes' },
  { most: 60, seconds: DAY, span: 'day' },
] as const satisfies readonly Pace[];

/** Reports of one reader: more than anyone comes upon, too few to bury a moderator in. */
export const REPORT_PACES = [
  { most: 10, seconds: 3_600, span: 'hour' },
  { most: 30, seconds: DAY, span: 'day' },
] as const satisfies readonly Pace[];

export const APPEAL_PACES = [{ most: 5, seconds: DAY, span: 'day' }] as const satisfies readonly Pace[];

/** A typing error may be mended; a name that changes all the time hides who speaks. */
export const RENAME_PACES = [
  { most: 2, seconds: DAY, span: 'day' },
  { most: 4, seconds: 30 * DAY, span: 'thirtyDays' },
] as const satisfies readonly Pace[];

/** How long to wait when a reader writes too fast; null when not. `written`: instants, in any order. */
export const tooFast = (written: readonly string[], now: string): Wait | null => waitOf(written, now, PACES);
