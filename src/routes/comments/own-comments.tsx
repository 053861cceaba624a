/** What a reader wrote and others do not see: each with why, with what it answers, and with what its author can do. */
import type { UnseenComment } from '../../app/comments/own-comments.ts';
import { linked, rich } from '../../layout/rich.tsx';
import { useWords } from '../../layout/speaking.ts';
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
}) => {
  const { onlyYou } = useWords().comments;
  return own.length === 0 ? null : (
    <ol class="threads own">
      {own.map((comment) => (
        <li>
          <CommentItem comment={{ ...comment, to: null }} about={about} standing={onlyYou(comment.standing)}>
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
};

const Answered = ({ name, url, text }: NonNullable<UnseenComment['answers']>) => {
  const { answering, answeringGone } = useWords().comments;
  return (
    <p class="fine answers">
      {name === null
        ? answeringGone
        : rich(answering, {
            author: linked(url),
            name: () => <bdi>{name}</bdi>,
            text: () => <bdi>{text}</bdi>,
          })}
    </p>
  );
};
