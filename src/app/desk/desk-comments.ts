/** Comments as the desk shows them: with what surrounds them, and what can be done to each now. */
import type { NamedComment } from '../../domain/comments/comment.ts';
import {
  actionsOn,
  type CommentAction,
  type CommentState,
  STATE_RULES,
  stateAfter,
} from '../../domain/comments/comment-state.ts';
import { excerptOf, revealedText } from '../../projections/comment-text.ts';
import { keptWords } from '../../projections/comment-waiting.ts';
import { DEFAULT_LANGUAGE } from '../../projections/words/words.ts';
import { logOfComment, readComment } from '../../store/comments.ts';
import type { LoggedAction } from '../../store/desk-log.ts';
import { surroundingsOf } from '../../store/desk-queue.ts';
import type { QueuedComment } from '../../store/moderation-queue.ts';
import type { Deps } from '../deps.ts';

/** Characters of a comment that is answered, and of a claim. */
const EXCERPT = 160;

/** `keep` leaves a reported comment as it is and answers its reports. */
export type DeskAction = CommentAction | 'keep';

export interface DeskComment {
  id: string;
  topic: { slug: string; title: string };
  /** The claim that it is about, in words. */
  claim: { id: string; text: string } | null;
  /** What it answers. */
  parent: { id: string; name: string; text: string } | null;
  /** Null once its author erased it. */
  reader: { id: string; name: string; standing: string | null; suspended: boolean } | null;
  /** With hidden marks revealed; not escaped. */
  text: string;
  at: string;
  state: CommentState;
  /** What that is called here: "waiting", "hidden with what it answers". */
  called: string;
  /** Why it waits; null where it does not. */
  held: string | null;
  /** Open reports: each reason once, the most frequent first, with its number and when it came first. */
  reports: { at: string; text: string; times: number }[];
  /** How many there are, whatever is shown of them. */
  reported: number;
  /** What can be done to it now. */
  actions: DeskAction[];
}

type Shown = NamedComment & Partial<Pick<QueuedComment, 'approved' | 'rejected' | 'readerState'>>;

export async function toDeskComments(db: D1Database, comments: readonly Shown[]): Promise<DeskComment[]> {
  if (comments.length === 0) return [];
  const around = await surroundingsOf(db, comments);
  return comments.map((comment) => {
    const { id, topic, at, state, held, blocked } = comment;
    const claim = comment.claim === null ? undefined : around.claims.get(comment.claim);
    const parent = comment.parent === null ? undefined : around.parents.get(comment.parent);
    const reports = (around.reports.get(id) ?? []).map((report) => ({
      at: report.at,
      text: revealedText(report.text),
      times: report.times,
    }));
    return {
      id,
      topic: { slug: topic, title: around.titles.get(topic)?.text ?? topic },
      claim: claim ? { id: claim.id ?? '', text: excerptOf(claim.text ?? '', EXCERPT) } : null,
      parent: parent
        ? {
            id: parent.id ?? '',
            name: revealedText(parent.name ?? ''),
            text: revealedText(excerptOf(parent.text ?? '', EXCERPT)),
          }
        : null,
      reader: toReader(comment),
      text: revealedText(comment.body),
      at,
      state,
      called:
        blocked > 0 && STATE_RULES[state].shown ? 'hidden with what it answers' : STATE_RULES[state].called,
      held: STATE_RULES[state].waits ? keptWords(held, DEFAULT_LANGUAGE) : null,
      reports,
      reported: around.reports.get(id)?.[0]?.total ?? 0,
      actions: actionsFor(comment, reports.length > 0),
    };
  });
}

function toReader({ reader, name, approved, rejected, readerState }: Shown): DeskComment['reader'] {
  if (reader === null) return null;
  const decided = typeof approved === 'number' && typeof rejected === 'number';
  return {
    id: reader,
    name: revealedText(name ?? ''),
    standing: decided
      ? approved + rejected === 0
        ? 'new here'
        : `${approved} approved, ${rejected} rejected`
      : null,
    suspended: readerState === 'suspended',
  };
}

/** An erased comment can only be taken down; a reported one that stands can also be left as it is. */
function actionsFor({ state, reader }: Shown, reported: boolean): DeskAction[] {
  const able = actionsOn(state).filter(
    (action) => reader !== null || stateAfter(action, state) === 'removed',
  );
  return reported && STATE_RULES[state].shown ? [...able, 'keep'] : able;
}

/** A comment with its log; null when there is none. */
export async function readDeskComment(
  { db }: Pick<Deps, 'db'>,
  id: string,
): Promise<{ comment: DeskComment; log: LoggedAction[] } | null> {
  const found = await readComment(db, id);
  if (found === null) return null;
  const [[comment], log] = await Promise.all([toDeskComments(db, [found]), logOfComment(db, id)]);
  if (comment === undefined) throw new Error(`The comment ${id} was read and is not shown.`);
  const actions: LoggedAction[] = log.map(({ at, actor, from, to, reason }) => ({
    at,
    actor,
    kind: 'comment',
    subject: id,
    action: from === null ? `written, ${to}` : `${from} → ${to}`,
    reason,
  }));
  return { comment, log: actions.reverse() };
}
