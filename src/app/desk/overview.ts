/** What the desk shows of everything at once: how much waits, what was done, which statements an editor was warned of. */
import { type LoggedAction, pageOfActions } from '../../store/desk-log.ts';
import { countWaiting, type Waiting } from '../../store/desk-queue.ts';
import { pageOfWarned, type WarnedClaim, type WarnedTopic, warnedTopics } from '../../store/warned.ts';
import type { Deps } from '../deps.ts';
import { type Listed, PAGE } from './listed.ts';

export type { LoggedAction, Waiting, WarnedClaim, WarnedTopic };

/** Topics with warnings listed at once. */
const WARNED = 200;

export const readWaiting = ({ db }: Pick<Deps, 'db'>): Promise<Waiting> => countWaiting(db);

/** Everything that editors and moderators did, newest first. */
export const readDeskLog = ({ db }: Pick<Deps, 'db'>, cursor: string | null): Promise<Listed<LoggedAction>> =>
  pageOfActions(db, cursor, PAGE);

/** Topics with statements that an editor was warned of; those changed last come first, and only so many are listed. */
export const readWarnedTopics = ({ db }: Pick<Deps, 'db'>): Promise<WarnedTopic[]> =>
  warnedTopics(db, WARNED);

/** Those statements of one topic, newest first. */
export const readWarnedClaims = (
  { db }: Pick<Deps, 'db'>,
  topic: string,
  cursor: string | null,
): Promise<Listed<WarnedClaim>> => pageOfWarned(db, topic, cursor, PAGE);
