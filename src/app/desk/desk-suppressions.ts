/** Suppressed addresses for the desk: listed, found, lifted; a lifted reader is what they were before. */
import { nextDueAt } from '../../domain/digest/subscriber.ts';
import type { Suppression, ToldOfAddress } from '../../domain/digest/suppression.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import {
  eventsOf,
  liftSuppression,
  pageOfSuppressed,
  readSuppressed,
  suppressedReaders,
} from '../../store/suppression-desk.ts';
import { addressHash } from '../../store/suppressions.ts';
import type { Deps } from '../deps.ts';

const PAGE = 50;
const EVENTS = 20;

type SuppressionDeps = Pick<Deps, 'db' | 'now'>;

/** The newest first, from a place in the list. */
export const listSuppressions = (
  { db }: SuppressionDeps,
  cursor: string | null,
): Promise<{ items: Suppression[]; next: string | null }> => pageOfSuppressed(db, cursor, PAGE);

export interface FoundAddress {
  /** Null when the address is not suppressed. */
  suppressed: Suppression | null;
  /** What providers and servers told of it, newest first. */
  told: ToldOfAddress[];
}

export async function findAddress({ db }: SuppressionDeps, email: string): Promise<FoundAddress> {
  const mark = await addressHash(email);
  const [suppressed, told] = await Promise.all([readSuppressed(db, mark), eventsOf(db, mark, EVENTS)]);
  return { suppressed, told };
}

export async function lift(
  { db, now }: SuppressionDeps,
  mark: string,
  { editor, reason }: { editor: { name: string }; reason: string | null },
): Promise<CommentOutcome<{ mark: string }>> {
  if (reason === null)
    return { kind: 'refused', problems: [{ path: 'reason', message: 'Say why it is lifted.' }] };
  const at = now();
  const reader = await readerOf(db, mark);
  // Only who was reading is taken up again: one who had left stays away.
  const due = reader?.was === 'active' ? nextDueAt(reader, at, reader.cursor) : null;
  const lifted = await liftSuppression(db, mark, reader && { id: reader.id, due }, {
    at,
    actor: editor.name,
    subject: `address ${mark.slice(0, 12)}`,
    action: 'suppression lifted',
    reason,
  });
  return lifted
    ? { kind: 'done', value: { mark } }
    : { kind: 'unknown', detail: 'This address is not suppressed.' };
}

/** The suppressed reader whose address has this mark: marks cannot be read, so each one's is made. */
async function readerOf(db: D1Database, mark: string) {
  for (const reader of await suppressedReaders(db))
    if ((await addressHash(reader.email)) === mark) return reader;
  return null;
}
