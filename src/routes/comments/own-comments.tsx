/** What a reader wrote and others do not see: each with why, with what it answers, and with what its author can do. */
import type { UnseenComment } from '../../app/comments/own-comments.ts';
import type { Session } from '../../projections/session.ts';
import { AppealForm, TakeBackForm } from './comment-forms.tsx';
import { type About, CommentItem } from './comment-item.tsx';

export const Own = ({
  slug,
  own,
  session,
  about,
}: {
  slug: string;
  own: readonly UnseenComment[];
  session: Session;
  about: About;
}) =>
  own.length === 0 ? null : (
    <ol class="threads own">
      {own.map((comment) => (
        <li>
          <CommentItem
            comment={{ ...comment, to: null }}
            about={about}
            standing={`${comment.standing} Only you see this.`}
          >
            {comment.answers && <Answered {...comment.answers} />}
            <div class="tools">
              {comment.appeal && <AppealForm slug={slug} comment={comment.id} session={session} />}
              <TakeBackForm slug={slug} comment={comment.id} session={session} />
            </div>
          </CommentItem>
        </li>
      ))}
    </ol>
  );

const Answered = ({ name, url, text }: NonNullable<UnseenComment['answers']>) => (
  <p class="fine answers">
    In answer to{' '}
    {name === null ? (
      text
    ) : (
      <>
        <a href={url}>
          <bdi>{name}</bdi>
        </a>
        : <bdi>{text}</bdi>
      </>
    )}
  </p>
);
