/** Appeals of readers: each with the comment it is about, to be granted or denied with an answer. */
import { Hono } from 'hono';
import { answerAppeal } from '../../app/comments/moderation.ts';
import type { Deps } from '../../app/deps.ts';
import { type DeskAppeal, listAppeals } from '../../app/desk/desk-people.ts';
import { cursorAsked, pageAddress } from '../../http/cursor.ts';
import { CommentRow } from './comment-row.tsx';
import { afterAction, deskGate, personOf, refusal } from './desk-gate.tsx';
import { DeskForm, deskPage, type Seat } from './desk-page.tsx';
import { timeWords } from './desk-words.ts';

export function appealRoutes(deps: Deps): Hono {
  const routes = new Hono();
  const gate = deskGate(deps);

  /** GET /desk/appeals?cursor= */
  routes.get(
    '/desk/appeals',
    gate.page('moderator', async (c, at) => {
      const asked = cursorAsked(new URL(c.req.url));
      if (asked instanceof Response) return asked;
      const { items: appeals, next } = await listAppeals(deps, asked.place);
      return deskPage(
        { title: 'Appeals', path: '/desk/appeals', at },
        <>
          <h1>Appeals</h1>
          {appeals.length === 0 && <p>Nothing waits.</p>}
          {appeals.map((appeal) => (
            <Appeal appeal={appeal} at={at} now={deps.now()} />
          ))}
          {next && (
            <p>
              <a href={pageAddress('/desk/appeals', next)}>Later ones</a>
            </p>
          )}
        </>,
      );
    }),
  );

  /** POST /desk/appeals/:id {verdict: granted|denied, reason} */
  routes.post(
    '/desk/appeals/:id',
    gate.form('moderator', async (c, at, form) => {
      const verdict = form.get('verdict');
      if (verdict !== 'granted' && verdict !== 'denied')
        return refusal(at, 422, 'Grant the appeal or deny it.', '/desk/appeals');
      const answered = await answerAppeal(deps, c.req.param('id') ?? '', {
        granted: verdict === 'granted',
        ...personOf(at, form),
      });
      return afterAction(at, answered, form);
    }),
  );

  return routes;
}

const Appeal = ({ appeal, at, now }: { appeal: DeskAppeal; at: Seat; now: string }) => (
  <section class="appeal">
    <p class="about">
      <a href={`/desk/readers/${appeal.reader}`}>The reader</a>{' '}
      <time datetime={appeal.at}>{timeWords(appeal.at)}</time>{' '}
      {appeal.comment ? 'against what befell this comment:' : 'against their suspension:'}
    </p>
    {appeal.comment && (
      <ol class="rows">
        <CommentRow comment={{ ...appeal.comment, actions: [] }} now={now} />
      </ol>
    )}
    <div class="words" dir="auto">
      {appeal.text}
    </div>
    <DeskForm at={at} to={`/desk/appeals/${appeal.id}`} back="/desk/appeals">
      <label>
        Answer, which the reader sees <textarea name="reason" required rows={2} maxLength={1000} />
      </label>
      <button type="submit" name="verdict" value="granted">
        Grant
      </button>
      <button type="submit" name="verdict" value="denied">
        Deny
      </button>
    </DeskForm>
  </section>
);
