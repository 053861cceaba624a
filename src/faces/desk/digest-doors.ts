/** What the desk asks for about the digest: runs with their ledger, and what would be sent now. */
import type { Ledger } from '../../domain/digest-run.ts';

export interface DeskRun {
  id: string;
  cadence: 'daily' | 'weekly';
  at: string;
  opened: string;
  openedBy: string;
  expires: string;
  closed: string | null;
  state: 'opening' | 'open' | 'done' | 'expired';
  ledger: Ledger;
}

export interface DigestSample {
  /** Null for a reader's first digest. */
  since: string | null;
  cadence: 'daily' | 'weekly';
  lang: string;
}

export interface DigestDraft {
  subject: string;
  html: string;
  text: string;
}

export interface DigestDesk {
  /** Opens the run of this cadence that is due now, or finds it, or finds another still under way; its id. */
  openRun(cadence: DigestSample['cadence'], editor: { name: string }): Promise<string>;
  runs(): Promise<DeskRun[]>;
  run(id: string): Promise<DeskRun | null>;
  /** The mail that a reader of every topic would get now; 'nothing changed' when there is none. */
  draft(sample: DigestSample, origin: string): Promise<DigestDraft | 'nothing changed'>;
  /** The instant in UTC, or null when the text is none. */
  instant(text: string): string | null;
}
