/** A reader's own comments: those that others do not see, with why; all of them, for the export; and forgetting them. */
import type { Comment, NamedComment } from '../../domain/comments/comment.ts';
import { type CommentState, STATE_RULES } from '../../domain/comments/comment-state.ts';
import { excerptOf } from '../../projections/comment-text.ts';
import { type CommentView, commentUrl, goneWords, toCommentView } from '../../projections/comment-view.ts';
import { keptWords } from '../../projections/comment-waiting.ts';
import { DEFAULT_LANGUAGE, wordsOf } from '../../projections/words/words.ts';
import { commentsOfReader, readComments, unseenOfReader } from '../../store/comments.ts';
import { appealsOfReader } from '../../store/moderation-queue.ts';
import { eraseReader as eraseRows } from '../../store/reader-erasure.ts';
import type { Deps } from '../deps.ts';
import { rankAfter } from '../outside-counts/ranking.ts';

/** Characters of a comment that is answered. */
const EXCERPT = 120;

/** A comment that its author alone sees, and why. */
export interface UnseenComment extends CommentView {
  state: CommentState;
  /** "Held for review: …", in words. */
  standing: string;
  /** Its author may appeal. */
  appeal: boolean;
  /** What it answers, nameless and empty where others do not see that; null for one that answers none. */
  answers: { name: string | null; url: string; text: string } | null;
}

/** What a reader wrote on a topic and others do not see, newest first. */
export async function readUnseen(
  { db }: Pick<Deps, 'db'>,
  topic: string,
  reader: string,
  lang: string,
): Promise<UnseenComment[]> {
  const own = await unseenOfReader(db, topic, reader);
  const answered = await readComments(
    db,
    own.flatMap(({ parent }) => parent ?? []),
  );
  return own.map((comment) => ({
    ...toCommentView(comment, lang),
    state: comment.state,
    standing: whyUnseen(comment, lang),
    appeal: STATE_RULES[comment.state].appeal,
    answers: answersOf(
      answered.find(({ id }) => id === comment.parent),
      lang,
    ),
  }));
}

/** Why others do not see a comment, for its author. */
export const whyUnseen = ({ state, held }: Pick<Comment, 'state' | 'held'>, lang: string): string =>
  wordsOf(lang).comments.unseen[state] + (STATE_RULES[state].waits ? ` ${keptWords(held, lang) ?? ''}` : '');

function answersOf(parent: NamedComment | undefined, lang: string): UnseenComment['answers'] {
  if (parent === undefined) return null;
  const { name, url, body } = toCommentView(parent, lang);
  return parent.blocked > 0
    ? { name: null, url, text: '' }
    : { name, url, text: body === null ? goneWords(lang) : excerptOf(body, EXCERPT) };
}

/** What a reader wrote, for the export: as written, with what befell it. */
export async function exportComments({ db }: Pick<Deps, 'db'>, reader: string) {
  const [comments, appeals] = [await commentsOfReader(db, reader), await appealsOfReader(db, reader)];
  return {
    comments: comments.map(({ id, topic, claim, parent, body, state, held, at }) => ({
      id,
      topic,
      url: commentUrl(topic, id),
      claim,
      parent,
      body,
      state,
      held: keptWords(held, DEFAULT_LANGUAGE),
      at,
    })),
    appeals: appeals.map(({ reader: _, actor: __, ...rest }) => rest),
  };
}

/** Forgets a reader: account, sessions, reports, appeals; comments keep their place as "removed by its author". */
export async function eraseReader({ db, now }: Pick<Deps, 'db' | 'now'>, reader: string): Promise<void> {
  const at = now();
  await eraseRows(db, reader, at);
  await rankAfter(db, at);
}
