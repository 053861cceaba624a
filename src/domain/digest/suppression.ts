/** An address that is never mailed: known by a mark of it, which whoever knows the address can find and nobody can read. */

export interface Suppression {
  /** The SHA-256 of the address. */
  mark: string;
  reason: string;
  at: string;
  /** Who told of it, and in which words; null for what was suppressed before that was kept. */
  source: string | null;
  detail: string | null;
}

/** What a provider or a server told of an address. */
export interface ToldOfAddress {
  at: string;
  kind: string;
  provider: string;
  detail: string | null;
}
