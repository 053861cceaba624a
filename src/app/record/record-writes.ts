/** What every write to the record is ordered by, and what becomes of it. */
import type { Idempotency } from '../../store/idempotency.ts';
import type { Written } from '../../store/write.ts';
import type { Deps } from '../deps.ts';

export type { Written };

export type WriteDeps = Pick<Deps, 'db' | 'now'>;

/** An order from an editor who was recognised. */
export interface RecordOrder {
  /** Untrusted. */
  body: unknown;
  actor: string;
  idempotency: Idempotency | null;
}
