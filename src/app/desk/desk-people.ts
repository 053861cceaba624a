/** Readers at the desk: one with all that befell them, what they appeal against, and what they want to be called. */
import type { Reader } from '../../domain/comments/comment.ts';
import { revealedText } from '../../projections/comment-text.ts';
import { readComment, readReader } from '../../store/comments.ts';
import { actionsTo, type LoggedAction } from '../../store/desk-log.ts';
import { pageOfReader } from '../../store/desk-queue.ts';
import { type Appeal, appealsOfReader, openAppeals } from '../../store/moderation-queue.ts';
import { type AskedName, namesOfReader, waitingNames } from '../../store/reader-names.ts';
import type { Deps } from '../deps.ts';
import { type DeskComment, toDeskComments } from './desk-comments.ts';
import { type Listed, PAGE } from './listed.ts';

export type { AskedName };

/** An appeal with what it is about. */
export interface DeskAppeal extends Pick<Appeal, 'id' | 'reader' | 'at' | 'state' | 'answer'> {
  /** With hidden marks revealed; not escaped. */
  text: string;
  /** Null for a suspension. */
  comment: DeskComment | null;
}

export interface DeskReader {
  reader: Reader;
  comments: Listed<DeskComment>;
  log: LoggedAction[];
  appeals: DeskAppeal[];
  /** All that they asked to be called, newest first. */
  names: AskedName[];
}

/** One reader with a page of their comments; null when there is none, or they erased their account. */
export async function readDeskReader(
  { db }: Pick<Deps, 'db'>,
  id: string,
  cursor: string | null,
): Promise<DeskReader | null> {
  const reader = await readReader(db, id);
  if (reader === null) return null;
  const [page, log, appeals, names] = await Promise.all([
    pageOfReader(db, id, { cursor, limit: PAGE }),
    actionsTo(db, 'reader', id),
    appealsOfReader(db, id),
    namesOfReader(db, id),
  ]);
  return {
    reader: { ...reader, name: revealedText(reader.name) },
    comments: { items: await toDeskComments(db, page.items), next: page.next },
    log,
    appeals: await toDeskAppeals(db, appeals),
    names,
  };
}

/** Open appeals, oldest first. */
export async function listAppeals(
  { db }: Pick<Deps, 'db'>,
  cursor: string | null,
): Promise<Listed<DeskAppeal>> {
  const { items, next } = await openAppeals(db, { cursor, limit: PAGE });
  return { items: await toDeskAppeals(db, items), next };
}

/** Names that wait for a moderator, oldest first. */
export const listWaitingNames = (
  { db }: Pick<Deps, 'db'>,
  cursor: string | null,
): Promise<Listed<AskedName>> => waitingNames(db, { cursor, limit: PAGE });

async function toDeskAppeals(db: D1Database, appeals: readonly Appeal[]): Promise<DeskAppeal[]> {
  const ids = appeals.flatMap(({ comment }) => comment ?? []);
  const found = await Promise.all([...new Set(ids)].map((id) => readComment(db, id)));
  const shown = await toDeskComments(
    db,
    found.filter((comment) => comment !== null),
  );
  return appeals.map(({ id, reader, at, body, state, answer, comment }) => ({
    id,
    reader,
    at,
    text: revealedText(body),
    state,
    answer,
    comment: shown.find((each) => each.id === comment) ?? null,
  }));
}
