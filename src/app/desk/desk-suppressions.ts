/** Suppressed addresses for the desk: listed, found, lifted; a lifted reader is what they were before. */
import { nextDueAt } from '../../domain/digest/subscriber.ts';
import type { Suppressed, SuppressionDesk } from '../../routes/desk/suppression-doors.ts';
import {
  eventsOf,
  liftSuppression,
  pageOfSuppressed,
  readSuppressed,
  type SuppressedAddress,
  suppressedReaders,
} from '../../store/suppression-desk.ts';
import { addressHash } from '../../store/suppressions.ts';

const PAGE = 50;
const EVENTS = 20;

export function suppressionDesk({ db, now }: { db: D1Database; now: () => string }): SuppressionDesk {
  return {
    async suppressed(cursor) {
      const { items, next } = await pageOfSuppressed(db, cursor, PAGE);
      return { items: items.map(marked), next };
    },
    async findAddress(email) {
      const mark = await addressHash(email);
      const [suppressed, told] = await Promise.all([readSuppressed(db, mark), eventsOf(db, mark, EVENTS)]);
      return { mark, suppressed: suppressed && marked(suppressed), told };
    },
    async lift(mark, { editor, reason }) {
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
    },
  };
}

const marked = ({ address, ...rest }: SuppressedAddress): Suppressed => ({ mark: address, ...rest });

/** The suppressed reader whose address has this mark: marks cannot be read, so each one's is made. */
async function readerOf(db: D1Database, mark: string) {
  for (const reader of await suppressedReaders(db))
    if ((await addressHash(reader.email)) === mark) return reader;
  return null;
}
