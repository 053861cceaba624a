/** Comments as faces show them: threads newest first, one level of replies in the order in which they were written. */
import type { NamedComment } from '../domain/comments/comment.ts';
import type { PostedComment } from './comment-answer.ts';
import { shownText } from './comment-text.ts';
import { DEFAULT_LANGUAGE, wordsOf } from './words/words.ts';

export interface CommentView {
  id: string;
  topic: string;
  /** Its address on the topic's page. */
  url: string;
  claim: string | null;
  parent: string | null;
  /** The name of the author it answers, where that is drawn on the same level. */
  to: string | null;
  /** Null once its author removed it, as is `body`. */
  name: string | null;
  /** Tells this author from others of the same name, through every renaming; null once the author removed it. */
  author: string | null;
  /** Its author spoke for this site: proved at the desk, whatever the name says. */
  staff: boolean;
  /** Plain text, harmless but not escaped. */
  body: string | null;
  /** "Removed by its author.", or null. */
  gone: string | null;
  at: string;
}

export interface ThreadView extends CommentView {
  /** All that hangs on it, at any depth, drawn as one level. */
  replies: CommentView[];
  /** `?thread=ID&cursor=` for its further replies; null when there are none. */
  repliesCursor: string | null;
}

/** Where a comment stays, however many come after it. */
export const commentUrl = (topic: string, id: string): string => `/t/${topic}/comments/${id}`;

/** In the place of what its author removed. */
export const goneWords = (lang = DEFAULT_LANGUAGE): string => wordsOf(lang).comments.gone;

export function toCommentView(comment: NamedComment, lang = DEFAULT_LANGUAGE): CommentView {
  const { id, topic, claim, parent, root, at } = comment;
  const gone = comment.reader === null;
  return {
    id,
    topic,
    url: commentUrl(topic, id),
    claim,
    parent,
    to: parent === null || parent === root ? null : comment.to,
    name: gone ? null : shownText(comment.name ?? ''),
    author: gone ? null : comment.author,
    staff: !gone && comment.staff === 1,
    body: gone ? null : shownText(comment.body),
    gone: gone ? goneWords(lang) : null,
    at,
  };
}

export const toThreadView = (
  thread: { first: NamedComment; replies: readonly NamedComment[]; next: string | null },
  lang = DEFAULT_LANGUAGE,
): ThreadView => ({
  ...toCommentView(thread.first, lang),
  replies: thread.replies.map((reply) => toCommentView(reply, lang)),
  repliesCursor: thread.next,
});

/** A comment just written, as its author reads it back: harmless, as everyone will. */
export const toPosted = (posted: PostedComment): PostedComment => ({
  ...posted,
  name: shownText(posted.name),
  body: shownText(posted.body),
});
