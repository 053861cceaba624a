/** What the desk asks for about the digest: runs with their ledger, and what would be sent now. */
import type { Ledger } from '../../domain/digest/digest-run.ts';

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

/** A topic that could not be drawn, and is left out of mails. */
export interface DeskLeftOut {
  slug: string;
  title: string;
  /** The claim that failed; null where it is the topic itself. */
  claim: string | null;
  reason: string;
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
  leftOut: DeskLeftOut[];
}

export interface DigestDesk {
  /** Opens the run of this cadence that is due now, or finds it, or finds another still under way; its id. */
  openRun(cadence: DigestSample['cadence'], editor: { name: string }): Promise<string>;
  runs(): Promise<DeskRun[]>;
  run(id: string): Promise<DeskRun | null>;
  /** The topics left out of a run's mails. */
  leftOut(run: string): Promise<DeskLeftOut[]>;
  /** The mail that a reader of every topic would get now; 'nothing changed' when there is none. */
  draft(sample: DigestSample, origin: string): Promise<DigestDraft | 'nothing changed'>;
  /** The instant in UTC, or null when the text is none. */
  instant(text: string): string | null;
}
