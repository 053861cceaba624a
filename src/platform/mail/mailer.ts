/** The one interface to every maker of mail: what is sent, under which key, and what the provider said. */
import type { Mail } from '../../domain/digest/mail.ts';

export type Sent =
  | { kind: 'accepted'; id: string }
  /**
   * For good; `recipient` when the address itself is refused and must not be tried again, `soft` when that is likely and
   * not certain. Neither for what is our own fault in the provider's eyes: the mail, the sender, a rule against us.
   */
  | { kind: 'refused'; reason: string; recipient: boolean; soft?: true }
  /**
   * Certainly not taken; `retryAfter` in seconds where the provider said so. `recipient` when this one mailbox defers:
   * no other mail need wait for it. Without it the provider itself wants rest.
   */
  | { kind: 'later'; reason: string; retryAfter: number | null; recipient?: true }
  /** Taken or not: the answer was lost. */
  | { kind: 'unknown'; reason: string };

export interface Mailer {
  /** The provider; one rate limiter each. */
  name: string;
  /** Whether a second send with the same key is one mail, for at least a day. */
  honoursKey: boolean;
  /** How many sends one consumer may have under way; what a crash leaves uncertain where no key is honoured. */
  atOnce: number;
  /** Mails a second that the provider allows. */
  rate: number;
  /** Never throws for what a network or provider may do. */
  send(mail: Mail, key: string): Promise<Sent>;
}

/** Milliseconds after which an answer is taken for lost. */
export const ANSWER_WITHIN = 30_000;

/** A variable without which a mailer cannot work. */
export function must<Name extends string>(variables: { [name in Name]?: string }, name: Name): string {
  const value = variables[name];
  if (!value) throw new Error(`MAILER needs ${name}, which is not set.`);
  return value;
}
