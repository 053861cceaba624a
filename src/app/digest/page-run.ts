/** Turns due readers into rows of the outbox, page by page, and rows into messages of about a hundred. */
import { dueReaders, enterReaders, readRun } from '../../store/digest-runs.ts';
import { waitingReaders } from '../../store/outbox-upkeep.ts';
import { A_MESSAGE, A_PAGE, type DigestDeps, type DigestMessage, type Progress } from './digest-deps.ts';

const DONE: Progress = { kind: 'done' };

/** One page. Asked twice it enters nobody twice; its messages may then come twice, and find the rows settled. */
export async function pageReaders(
  deps: DigestDeps,
  { run: id, after }: Extract<DigestMessage, { kind: 'page' }>,
): Promise<Progress> {
  const now = deps.now();
  const run = await readRun(deps.db, id);
  if (run?.state !== 'open' || now >= run.expires) return DONE;
  // One more than a page tells whether there is another, so that the last page needs no empty one after it.
  const found = await dueReaders(deps.db, run, after, A_PAGE + 1);
  const page = found.slice(0, A_PAGE);
  const ids = page.map((reader) => reader.id);
  const last = found.length <= A_PAGE;
  await enterReaders(deps.db, id, ids, last, now);
  const next: DigestMessage[] = last ? [] : [{ kind: 'page', run: id, after: page.at(-1) ?? null }];
  await deps.enqueue([...inMessages(id, ids), ...next]);
  return DONE;
}

/** Makes messages again for what still waits, as after a queue that was lost. */
export async function resumeReaders(
  deps: DigestDeps,
  { run, after }: Extract<DigestMessage, { kind: 'resume' }>,
): Promise<Progress> {
  const found = await waitingReaders(deps.db, run, after, A_PAGE);
  const next: DigestMessage[] =
    found.length < A_PAGE ? [] : [{ kind: 'resume', run, after: found.at(-1) as string }];
  await deps.enqueue([...inMessages(run, found), ...next]);
  return DONE;
}

function inMessages(run: string, ids: readonly string[]): DigestMessage[] {
  const messages: DigestMessage[] = [];
  for (let from = 0; from < ids.length; from += A_MESSAGE)
    messages.push({ kind: 'send', run, ids: ids.slice(from, from + A_MESSAGE) });
  return messages;
}
