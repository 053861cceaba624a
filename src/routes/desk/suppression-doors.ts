/** What the desk asks for about addresses that are never mailed: those known by a mark, one found by its address. */
import type { CommentOutcome } from '../../projections/comment-answer.ts';

export interface Suppressed {
  /** A digest of the address: who knows the address can find it, and nobody can read it. */
  mark: string;
  reason: string;
  at: string;
  /** Who told of it, and in which words; null for what was suppressed before that was kept. */
  source: string | null;
  detail: string | null;
}

export interface FoundAddress {
  mark: string;
  /** Null when the address is not suppressed. */
  suppressed: Suppressed | null;
  /** What providers and servers told of it, newest first. */
  told: { at: string; kind: string; provider: string; detail: string | null }[];
}

export interface SuppressionDesk {
  suppressed(cursor: string | null): Promise<{ items: Suppressed[]; next: string | null }>;
  findAddress(email: string): Promise<FoundAddress>;
  lift(
    mark: string,
    by: { editor: { name: string }; reason: string | null },
  ): Promise<CommentOutcome<{ mark: string }>>;
}
