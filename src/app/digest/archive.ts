/** Makes a digest again from what its run froze and what its reader had chosen then. */

import { digestHtml } from '../../mails/digest-mail.tsx';
import { readLink } from '../../platform/link-token.ts';
import { dayWords } from '../../projections/locale.ts';
import { readRun } from '../../store/digest-runs.ts';
import { readMailed } from '../../store/outbox.ts';
import { readContent } from '../../store/run-content.ts';
import type { Deps } from '../deps.ts';
import { drawWithout } from './draw-mail.ts';
import { contentFor } from './reader-content.ts';

export type ArchiveDeps = Pick<Deps, 'db' | 'now' | 'linkSecret'>;

export type Archived =
  | { kind: 'kept'; html: string }
  | { kind: 'unknown' | 'expired' }
  /** What it held was withheld since, or its run is no longer kept. */
  | { kind: 'gone' };

/** The page behind a mail's signed link, with the lines that the mail was cut by. It names no reader, and its links change nothing: a mail may be passed on. */
export async function archivedDigest(deps: ArchiveDeps, token: string, origin: string): Promise<Archived> {
  if (!deps.linkSecret) return { kind: 'unknown' };
  const read = await readLink(deps.linkSecret, 'digest', token, deps.now());
  if (!read.ok) return { kind: read.reason === 'expired' ? 'expired' : 'unknown' };
  const [id = '', reader = ''] = read.link.subject.split('/');
  const [run, mailed] = await Promise.all([readRun(deps.db, id), readMailed(deps.db, id, reader)]);
  if (run === null || mailed === null) return { kind: 'gone' };
  const content = await contentFor(deps.db, run, mailed, (await readContent(deps.db, id)).content);
  const own = `${origin}/subscriptions`;
  const archive = `${origin}/digests/${token}`;
  const links = {
    origin,
    unsubscribe: own,
    preferences: own,
    archive,
    rest: null,
    sentOn: dayWords(run.knownAt, mailed.lang),
  };
  const { since: cursor, topics, lang } = mailed;
  // Whole: what the mail had no room for stands here.
  const drawn = drawWithout(
    { cursor, topics, lang, stillQuiet: true, cadence: run.cadence },
    content,
    (view) => ({ made: digestHtml(view, links, lang), faults: [] }),
  );
  return 'skip' in drawn ? { kind: 'gone' } : { kind: 'kept', html: drawn.made };
}
