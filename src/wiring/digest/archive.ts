/** Makes a digest again from what its run froze and what its reader had chosen then. */
import type { RunReader } from '../../domain/digest-run.ts';
import { readLink } from '../../edge/link-token.ts';
import type { Archived } from '../../faces/digest/archive-routes.ts';
import { digestHtml } from '../../faces/digest/digest-mail.tsx';
import { readContent, readRun } from '../../store/digest-runs.ts';
import { readMailed } from '../../store/outbox.ts';
import { digestView } from './maker.ts';

export interface ArchiveMeans {
  db: D1Database;
  linkSecret: string | undefined;
  now: () => string;
}

/** The page behind a mail's signed link. It names no reader, and its links change nothing: a mail may be passed on. */
export async function archivedDigest(means: ArchiveMeans, token: string, origin: string): Promise<Archived> {
  if (!means.linkSecret) return { kind: 'unknown' };
  const read = await readLink(means.linkSecret, 'digest', token, means.now());
  if (!read.ok) return { kind: read.reason === 'expired' ? 'expired' : 'unknown' };
  const [id = '', reader = ''] = read.link.subject.split('/');
  const [run, mailed] = await Promise.all([readRun(means.db, id), readMailed(means.db, id, reader)]);
  if (run === null || mailed === null) return { kind: 'gone' };
  const choices: Pick<RunReader, 'since' | 'topics' | 'lang' | 'stillQuiet'> = {
    ...mailed,
    stillQuiet: true,
  };
  const view = digestView(run, choices, await readContent(means.db, id));
  if ('skip' in view) return { kind: 'gone' };
  const own = `${origin}/subscriptions`;
  const links = { origin, unsubscribe: own, preferences: own, archive: `${origin}/digests/${token}` };
  return { kind: 'kept', html: digestHtml(view, links, mailed.lang) };
}
