/** What the desk asks for about warnings: topics whose statements have some, and those statements one by one. */
import type { Warning } from '../../domain/record/entry.ts';

export interface WarnedTopic {
  slug: string;
  title: string;
  /** Statements in force that an editor was warned of. */
  warnings: number;
}

export interface WarnedClaim {
  id: string;
  name: string;
  text: string;
  when: string;
  warnings: readonly Warning[];
}

export interface WarningDesk {
  /** Those changed last come first; only so many are listed. */
  warnedTopics(): Promise<readonly WarnedTopic[]>;
  /** Newest first. */
  warnedClaims(
    topic: string,
    cursor: string | null,
  ): Promise<{ items: readonly WarnedClaim[]; next: string | null }>;
}
