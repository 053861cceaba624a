/** What a reader is called: asked for at a pace, never by who is suspended, held while they are new, each change kept. */
import type { Reader } from '../../domain/comments/comment.ts';
import { isNew, RENAME_PACES } from '../../domain/comments/moderation.ts';
import { paceLimit, paceSince, waitOf } from '../../domain/comments/pace.ts';
import { ReaderName } from '../../domain/comments/reader-name.ts';
import { ownNameRefusal } from '../../domain/comments/reserved-name.ts';
import { newNonce } from '../../platform/link-token.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import { waitWords } from '../../projections/comment-waiting.ts';
import { DEFAULT_LANGUAGE, wordsOf } from '../../projections/words/words.ts';
import { readReader } from '../../store/comments.ts';
import {
  decideName,
  renamesSince,
  storeRename,
  waitingName,
  withdrawName,
} from '../../store/reader-names.ts';
import { parseWith, type Verdict } from '../../validation/verdict.ts';
import type { ReaderDeps } from './transactional-mail.ts';

const ATTEMPTS = 5;

type NameDeps = Pick<ReaderDeps, 'db' | 'now' | 'mailFrom' | 'origin'>;

/** Holds a name to every rule, this operator's own names included; `host` is the one that the form was sent to. */
export function admitName(deps: NameDeps, host: string | null, given: unknown): Verdict<string> {
  const parsed = parseWith(ReaderName, given);
  if (!parsed.ok) return { ok: false, problems: parsed.problems.map((each) => ({ ...each, path: 'name' })) };
  const hosts = [deps.origin === null ? null : new URL(deps.origin).hostname, host];
  const message = hosts
    .map((each) => ownNameRefusal(parsed.value, { mailFrom: deps.mailFrom, host: each }))
    .find((refusal) => refusal !== null);
  return message ? { ok: false, problems: [{ path: 'name', message }] } : parsed;
}

/**
 * Changes the name shown beside every comment of theirs, old ones too. A new reader's waits for a moderator, and the old
 * one is shown meanwhile; asking for the old one takes the wish back. Throws when others of the same reader came first.
 */
export async function rename(
  deps: NameDeps,
  host: string | null,
  id: Reader['id'],
  given: unknown,
  lang = DEFAULT_LANGUAGE,
): Promise<CommentOutcome<{ name: string; waits: boolean }>> {
  const { db } = deps;
  const admitted = admitName(deps, host, given);
  if (!admitted.ok) return { kind: 'refused', problems: admitted.problems };
  const name = admitted.value;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const [now, reader] = [deps.now(), await readReader(db, id)];
    const words = wordsOf(lang).comments.refused;
    if (reader === null) return { kind: 'forbidden', detail: words.noAccount };
    if (reader.state === 'suspended') return { kind: 'forbidden', detail: words.suspendedName };
    if (reader.name === name) {
      await withdrawName(db, id, now);
      return { kind: 'done', value: { name, waits: false } };
    }
    const since = paceSince(RENAME_PACES, now);
    const asked = await renamesSince(db, id, since, paceLimit(RENAME_PACES));
    const wait = waitOf(asked, now, RENAME_PACES);
    if (wait)
      return { kind: 'too fast', detail: waitWords(wait, 'renamed', lang), retryAfter: wait.retryAfter };
    const held = isNew(reader);
    const wish = { id: newNonce(), reader: id, at: now, was: reader.name, name, held };
    if ((await storeRename(db, wish, { since, asked: asked.length })) === 'stored')
      return { kind: 'done', value: { name, waits: held } };
  }
  throw new Error('A change of name lost every race against others of its reader.');
}

/** The name that a reader asked for and that waits for a moderator, or null. */
export const nameInWaiting = async (
  { db }: Pick<ReaderDeps, 'db'>,
  id: Reader['id'],
): Promise<string | null> => (await waitingName(db, id))?.name ?? null;

/** A moderator approves the name that waits for a reader, or refuses it: then the old one stays. */
export async function decideOnName(
  { db, now }: Pick<ReaderDeps, 'db' | 'now'>,
  reader: string,
  order: { approved: boolean; actor: string; reason: string | null },
): Promise<CommentOutcome<{ id: string; name: string }>> {
  const wish = await waitingName(db, reader);
  if (wish === null) return { kind: 'conflict', detail: `No name of the reader "${reader}" waits.` };
  const { approved, actor } = order;
  const reason = order.reason ?? 'No reason was given.';
  const decided = await decideName(db, wish, approved ? 'taken' : 'refused', { actor, reason, now: now() });
  return decided
    ? { kind: 'done', value: { id: reader, name: approved ? wish.name : wish.was } }
    : { kind: 'conflict', detail: 'Another moderator decided on this name first.' };
}
