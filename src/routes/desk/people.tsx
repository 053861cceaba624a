/** One comment with all that befell it, and one reader with all that they wrote. */
import { Hono } from 'hono';
import { setReaderState } from '../../app/comments/moderation.ts';
import type { Deps } from '../../app/deps.ts';
import { readDeskComment } from '../../app/desk/desk-comments.ts';
import { readDeskReader } from '../../app/desk/desk-people.ts';
import type { Reader } from '../../domain/comments/comment.ts';
import { cursorAsked, pageAddress } from '../../http/cursor.ts';
import { CommentRow } from './comment-row.tsx';
import { afterAction, deskGate, personOf, refusal } from './desk-gate.tsx';
import { DeskForm, deskPage, NoActionByEnter, type Seat } from './desk-page.tsx';
import { timeWords } from './desk-words.ts';
import { ActionTable } from './log.tsx';
import { NameRow } from './names.tsx';

export function peopleRoutes(deps: Deps): Hono {
  const routes = new Hono();
  const gate = deskGate(deps);

  /** GET /desk/comments/:id */
  routes.get(
    '/desk/comments/:id',
    gate.page('moderator', async (c, at) => {
      const found = await readDeskComment(deps, c.req.param('id') ?? '');
      if (found === null) return refusal(at, 404, 'There is no such comment.', '/desk/comments');
      const back = `/desk/comments/${found.comment.id}`;
      return deskPage(
        { title: 'One comment', path: '/desk/comments', at },
        <>
          <h1>One comment</h1>
          <DeskForm at={at} to="/desk/comments" back={back} kind="queue">
            <Why />
            <ol class="rows">
              <CommentRow comment={found.comment} now={deps.now()} />
            </ol>
          </DeskForm>
          <h2>What befell it</h2>
          <ActionTable actions={found.log} />
        </>,
      );
    }),
  );

  /** GET /desk/readers/:id?cursor= */
  routes.get(
    '/desk/readers/:id',
    gate.page('moderator', async (c, at) => {
      const asked = cursorAsked(new URL(c.req.url));
      if (asked instanceof Response) return asked;
      const found = await readDeskReader(deps, c.req.param('id') ?? '', asked.place);
      if (found === null)
        return refusal(at, 404, 'There is no such reader, or they erased their account.', '/desk/comments');
      const { reader, comments, log, appeals, names } = found;
      const here = `/desk/readers/${reader.id}`;
      return deskPage(
        { title: reader.name, path: '', at },
        <>
          <h1>
            <bdi>{reader.name}</bdi>
          </h1>
          <p>
            {reader.state === 'active' ? 'Active' : 'Suspended'}, here since {timeWords(reader.created)};{' '}
            {reader.approved} approved, {reader.rejected} rejected or removed.
          </p>
          <Standing reader={reader} at={at} />
          {names.length > 0 && <h2>Names, newest first</h2>}
          {names.map((name) => (
            <NameRow name={name} at={at} back={here} />
          ))}
          <DeskForm at={at} to="/desk/comments" back={here} kind="queue">
            <h2>Comments, newest first</h2>
            {comments.items.length === 0 ? <p>None.</p> : <Why />}
            <ol class="rows">
              {comments.items.map((comment) => (
                <CommentRow comment={comment} now={deps.now()} />
              ))}
            </ol>
          </DeskForm>
          {comments.next && (
            <p>
              <a href={pageAddress(here, comments.next)}>Earlier ones</a>
            </p>
          )}
          {appeals.length > 0 && <h2>Appeals</h2>}
          {appeals.map((appeal) => (
            <p>
              {timeWords(appeal.at)}, {appeal.state}: <bdi>{appeal.text}</bdi>
              {appeal.answer && <> Answer: {appeal.answer}</>}
            </p>
          ))}
          <h2>What befell this reader</h2>
          <ActionTable actions={log} />
        </>,
      );
    }),
  );

  /** POST /desk/readers/:id {state: active|suspended, reason} */
  routes.post(
    '/desk/readers/:id',
    gate.form('moderator', async (c, at, form) => {
      const state = form.get('state');
      if (state !== 'active' && state !== 'suspended')
        return refusal(at, 422, 'A reader is active or suspended. Nothing was changed.');
      const set = await setReaderState(deps, c.req.param('id') ?? '', state, personOf(at, form));
      return afterAction(at, set, form);
    }),
  );

  return routes;
}

const Why = () => (
  <p class="bar">
    <NoActionByEnter />
    <label>
      Why <input type="text" name="reason" maxLength={300} />
    </label>
  </p>
);

const Standing = ({ reader, at }: { reader: Reader; at: Seat }) => {
  const here = `/desk/readers/${reader.id}`;
  const [state, label] =
    reader.state === 'active'
      ? (['suspended', 'Suspend'] as const)
      : (['active', 'Let write again'] as const);
  return (
    <DeskForm at={at} to={here} back={here}>
      <label>
        Why <input type="text" name="reason" required maxLength={300} />
      </label>
      <button type="submit" name="state" value={state}>
        {label}
      </button>
    </DeskForm>
  );
};
