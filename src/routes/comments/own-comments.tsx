/** What a reader wrote and others do not see: each with why, with what it answers, and with what its author can do. */
import type { Session } from '../../projections/session.ts';
import { AppealForm, TakeBackForm } from './comment-forms.tsx';
import { type About, CommentItem } from './comment-item.tsx';
import type { OwnComment } from './section-doors.ts';

export const Own = ({
  slug,
  own,
  session,
  about,
}: {
  slug: string;
  own: readonly OwnComment[];
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
              {(comment.state === 'rejected' || comment.state === 'removed') && (
                <AppealForm slug={slug} comment={comment.id} session={session} />
              )}
              <TakeBackForm slug={slug} comment={comment.id} session={session} />
            </div>
          </CommentItem>
        </li>
      ))}
    </ol>
  );

const Answered = ({ name, url, text }: NonNullable<OwnComment['answers']>) => (
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
