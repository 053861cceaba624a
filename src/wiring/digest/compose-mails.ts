/** The mails of one message, made as they are needed: a few at a time, so that memory does not grow with readers. */
import type { FrozenContent } from '../../domain/digest-run.ts';
import type { Mail } from '../../domain/mail.ts';
import { lintMail } from '../../domain/mail-lint.ts';
import { readContent, type StoredRun } from '../../store/digest-runs.ts';
import type { SendableRow } from '../../store/outbox.ts';
import type { DigestMeans } from './means.ts';
import type { Skip } from './outcomes.ts';

export interface Composed {
  row: SendableRow;
  mail: Mail;
}

/** The frozen content of the run last worked on: it never changes, and an isolate works on one run at a time. */
let kept: { run: string; opened: string; content: FrozenContent } | null = null;

async function contentOf(means: DigestMeans, run: StoredRun): Promise<FrozenContent> {
  if (kept?.run === run.id && kept.opened === run.opened) return kept.content;
  const content = await readContent(means.db, run.id);
  kept = { run: run.id, opened: run.opened, content };
  return content;
}

export class MailsInTurn {
  readonly #means: DigestMeans;
  readonly #run: StoredRun;
  readonly #rows: SendableRow[];

  constructor(means: DigestMeans, run: StoredRun, rows: readonly SendableRow[]) {
    this.#means = means;
    this.#run = run;
    this.#rows = [...rows];
  }

  /** Up to so many mails, and the readers found on the way who get none; no mails once all readers are through. */
  async next(count: number): Promise<{ composed: Composed[]; skips: Skip[] }> {
    const composed: Composed[] = [];
    const skips: Skip[] = [];
    while (composed.length < count && this.#rows.length > 0) {
      const part = this.#rows.splice(0, count - composed.length);
      const content = await contentOf(this.#means, this.#run);
      for (const made of await Promise.all(part.map((row) => this.#make(row, content)))) {
        if ('mail' in made) composed.push(made);
        else skips.push(made);
      }
    }
    return { composed, skips };
  }

  async #make(row: SendableRow, content: FrozenContent): Promise<Composed | Skip> {
    try {
      const mail = await this.#means.maker.compose(this.#run, row.reader, content);
      if ('skip' in mail) return { row, why: mail.skip };
      const faults = lintMail(mail, 'digest');
      if (faults.length === 0) return { row, mail };
      this.#means.log(
        `${this.#run.id}: the mail of ${row.reader.id} is not fit to send: ${faults.join(' ')}`,
      );
      return { row, why: 'not fit to send' };
    } catch (fault) {
      this.#means.log(`${this.#run.id}: the mail of ${row.reader.id} cannot be made: ${String(fault)}`);
      return { row, why: 'cannot be made' };
    }
  }
}
