/** One comment at the desk: its place, its author, why it waits, its words made inert, and what can be done to it. */
import type { DeskAction, DeskComment } from '../../app/desk/desk-comments.ts';
import { ageWords, countWords, plural, timeWords } from './desk-words.ts';

/** The key that presses an action's button, where the script runs. */
export const KEYS: Readonly<Record<DeskAction, string>> = {
  approve: 'a',
  reject: 'r',
  remove: 'x',
  restore: 's',
  hold: 'h',
  keep: 'e',
};

/** `pick` adds a box for doing one action to many; the buttons belong to the form around the rows. */
export const CommentRow = ({
  comment,
  now,
  pick = false,
}: {
  comment: DeskComment;
  now: string;
  pick?: boolean;
}) => (
  <li id={`c-${comment.id}`} data-row tabindex={-1}>
    <p class="about">
      {pick && (
        <input
          type="checkbox"
          name="id"
          value={comment.id}
          aria-label={`Choose the comment of ${who(comment)}`}
        />
      )}
      <Author comment={comment} />
      <a href={`/desk/comments/${comment.id}`}>
        <time datetime={comment.at}>{timeWords(comment.at)}</time>
      </a>
      <span>{ageWords(comment.at, now)}</span>
      <span>{comment.called}</span>
    </p>
    <p class="about">
      On <a href={`/t/${comment.topic.slug}`}>{comment.topic.title}</a>
      {comment.claim && (
        <>
          , of <a href={`/t/${comment.topic.slug}#${comment.claim.id}`}>{comment.claim.text}</a>
        </>
      )}
    </p>
    {comment.parent && (
      <blockquote>
        <bdi>{comment.parent.name}</bdi>: <bdi>{comment.parent.text}</bdi>
      </blockquote>
    )}
    <div class="words" dir="auto">
      {comment.text}
    </div>
    {comment.held && <p class="why">{comment.held}</p>}
    {comment.reported > 0 && <Reports reports={comment.reports} reported={comment.reported} />}
    <p class="actions">
      {comment.actions.map((action) => (
        <button type="submit" name="one" value={`${action}:${comment.id}`} data-key={KEYS[action]}>
          {action}
        </button>
      ))}
    </p>
  </li>
);

const who = ({ reader }: DeskComment): string => reader?.name ?? 'an erased reader';

const Author = ({ comment: { reader } }: { comment: DeskComment }) =>
  reader === null ? (
    <span>removed by its author</span>
  ) : (
    <>
      <b>
        <a href={`/desk/readers/${reader.id}`}>
          <bdi>{reader.name}</bdi>
        </a>
      </b>
      {reader.standing && <span>{reader.standing}</span>}
      {reader.suspended && <span>suspended</span>}
    </>
  );

const Reports = ({ reports, reported }: Pick<DeskComment, 'reports' | 'reported'>) => {
  const shown = reports.reduce((sum, { times }) => sum + times, 0);
  return (
    <details open={reports.length < 4}>
      <summary>{plural(reported, 'report')}</summary>
      <ul>
        {reports.map(({ at, text, times }) => (
          <li>
            <time datetime={at}>{timeWords(at)}</time> <bdi>{text}</bdi>
            {times > 1 && ` (${countWords(times)} times)`}
          </li>
        ))}
        {reported > shown && <li>{countWords(reported - shown)} more, each for another reason</li>}
      </ul>
    </details>
  );
};
