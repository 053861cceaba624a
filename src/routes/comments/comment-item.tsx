/** One comment as a page draws it: who, when, about what, and the words, which can neither run nor reach beyond it. */
import type { ComponentChildren } from 'preact';
import { linked, rich } from '../../layout/rich.tsx';
import { useLanguage, useWords } from '../../layout/speaking.ts';
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
}) => {
  const lang = useLanguage();
  const words = useWords().comments;
  return (
    <article id={`comment-${comment.id}`} class="comment">
      <p class="fine">
        {comment.name !== null && (
          <bdi class="name" title={words.author(comment.author ?? '')}>
            {comment.name}
          </bdi>
        )}{' '}
        {comment.staff && <strong class="staff">{words.staff}</strong>}{' '}
        {comment.to !== null && <>{rich(words.to, { name: () => <bdi>{comment.to}</bdi> })} </>}
        <a href={permalink(comment)}>
          <time datetime={comment.at}>{instantWords(comment.at, lang)}</time>
        </a>
        {comment.claim !== null && <OnClaim claim={comment.claim} about={about} topic={comment.topic} />}
      </p>
      {standing && <p class="standing">{standing}</p>}
      {comment.body === null ? <p class="fine">{words.gone}</p> : <Body body={comment.body} />}
      {children}
    </article>
  );
};

const OnClaim = ({ claim, about, topic }: { claim: string; about: About; topic: string }) => {
  const statement = about.statements.get(claim);
  const words = useWords().comments;
  return (
    <>
      {' '}
      {statement
        ? rich(words.about, {
            statement: linked(`/t/${topic}#${claim}`),
            name: statement.name,
            day: statement.when,
          })
        : rich(words.aboutEarlier, { statement: linked(`/v1/topics/${topic}/claims`) })}
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
