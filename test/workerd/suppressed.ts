// An address that must not be written to, as a provider's event makes it one.
import { env } from 'cloudflare:workers';
import { takeEvent } from '../../src/store/suppressions.ts';

let events = 0;

/** Suppresses an address on every list, whether or not it reads us. */
export const suppress = (
  email: string,
  { kind, at, detail = null }: { kind: 'hard bounce' | 'complaint'; at: string; detail?: string | null },
) => takeEvent(env.DB, { provider: 'test', id: `${++events}`, email, kind, detail, at });
