/** The mails of one message, made as they are needed: a few at a time, so that memory does not grow with readers. */
import type { FrozenContent } from '../../domain/digest/digest-run.ts';
import type { Mail } from '../../domain/digest/mail.ts';
import { lintMail } from '../../domain/digest/mail-lint.ts';
import type { StoredRun } from '../../store/digest-runs.ts';
import type { SendableRow } from '../../store/outbox.ts';
import { readContent } from '../../store/run-content.ts';
import type { DigestDeps } from './digest-deps.ts';
import type { Skip } from './outcomes.ts';

export interface Composed {
  row: SendableRow;
  mail: Mail;
}

/**
 * What the run last worked on shows, as this isolate last read it. A withholding may have changed it since: whoever
 * takes rows for sending names the version that the mails were made of, and gets none where it is no longer so.
 */
let kept: { run: string; opened: string; version: number; content: FrozenContent } | null = null;

async function contentOf(
  deps: DigestDeps,
  run: StoredRun,
): Promise<{ version: number; content: FrozenContent }> {
  if (kept?.run === run.id && kept.opened === run.opened && kept.version >= run.content) return kept;
  kept = { run: run.id, opened: run.opened, ...(await readContent(deps.db, run.id)) };
  return kept;
}

export class MailsInTurn {
  readonly #deps: DigestDeps;
  readonly #run: StoredRun;
  readonly #rows: SendableRow[];

  constructor(deps: DigestDeps, run: StoredRun, rows: readonly SendableRow[]) {
    this.#deps = deps;
    this.#run = run;
    this.#rows = [...rows];
  }

  /**
   * Up to so many mails, all made of one version of what the run shows, and the readers found on the way who get none;
   * no mails once all readers are through.
   */
  async next(count: number): Promise<{ composed: Composed[]; skips: Skip[]; version: number }> {
    const composed: Composed[] = [];
    const skips: Skip[] = [];
    const { version, content } = await contentOf(this.#deps, this.#run);
    while (composed.length < count && this.#rows.length > 0) {
      const part = this.#rows.splice(0, count - composed.length);
      for (const made of await Promise.all(part.map((row) => this.#make(row, content)))) {
        if ('mail' in made) composed.push(made);
        else skips.push(made);
      }
    }
    return { composed, skips, version };
  }

  /** Takes mails back that were made of a version since changed: they are made anew. */
  again(composed: readonly Composed[]): void {
    kept = null;
    this.#rows.unshift(...composed.map(({ row }) => row));
  }

  async #make(row: SendableRow, content: FrozenContent): Promise<Composed | Skip> {
    try {
      const mail = await this.#deps.maker.compose(this.#run, row.reader, content);
      if ('skip' in mail) return { row, why: mail.skip };
      const faults = lintMail(mail, 'digest');
      if (faults.length === 0) return { row, mail };
      this.#deps.log(`${this.#run.id}: the mail of ${row.reader.id} is not fit to send: ${faults.join(' ')}`);
      return { row, why: 'not fit to send' };
    } catch (fault) {
      this.#deps.log(`${this.#run.id}: the mail of ${row.reader.id} cannot be made: ${String(fault)}`);
      return { row, why: 'cannot be made' };
    }
  }
}
