/** One comment as a page draws it: who, when, about what, and the words, which can neither run nor reach beyond it. */
import type { ComponentChildren } from 'preact';
import { partsOfText } from '../../projections/comment-text.ts';
import type { CommentView } from '../../projections/comment-view.ts';
import { instantWords } from '../../projections/locale.ts';
import type { StatementView } from '../../projections/topic-view.ts';

export interface About {
  /** The newest statements of the topic, by claim. */
  statements: ReadonlyMap<string, StatementView>;
}

export const permalink = ({ topic, id }: Pick<CommentView, 'topic' | 'id'>): string =>
  `/t/${topic}/comments/${id}`;

export const CommentItem = ({
  comment,
  about,
  standing,
  children,
}: {
  comment: CommentView;
  about: About;
  standing?: string;
  children?: ComponentChildren;
}) => (
  <article id={`comment-${comment.id}`} class="comment">
    <p class="fine">
      {comment.name !== null && (
        <bdi class="name" title={`Author ${comment.author}`}>
          {comment.name}
        </bdi>
      )}{' '}
      {comment.staff && <strong class="staff">writes for this site</strong>}{' '}
      {comment.to !== null && (
        <>
          to <bdi>{comment.to}</bdi>{' '}
        </>
      )}
      <a href={permalink(comment)}>
        <time datetime={comment.at}>{instantWords(comment.at, 'en')}</time>
      </a>
      {comment.claim !== null && <OnClaim claim={comment.claim} about={about} topic={comment.topic} />}
    </p>
    {standing && <p class="standing">{standing}</p>}
    {comment.body === null ? <p class="fine">{comment.gone}</p> : <Body body={comment.body} />}
    {children}
  </article>
);

const OnClaim = ({ claim, about, topic }: { claim: string; about: About; topic: string }) => {
  const statement = about.statements.get(claim);
  return (
    <>
      {' '}
      on{' '}
      {statement ? (
        <a href={`/t/${topic}#${claim}`}>
          {statement.name}, {statement.when}
        </a>
      ) : (
        <a href={`/v1/topics/${topic}/claims`}>an earlier statement</a>
      )}
    </>
  );
};

/** Plain text: line breaks stand, web addresses are links that recommend nothing, everything else is only letters. */
const Body = ({ body }: { body: string }) => (
  <div class="words" dir="auto">
    {partsOfText(body).map(({ text, href }) =>
      href === null ? (
        text
      ) : (
        <a href={href} rel="nofollow ugc noopener">
          {text}
        </a>
      ),
    )}
  </div>
);
