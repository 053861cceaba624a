/** The comment queue: what waits, oldest first; decided one by one, many at once, by mouse or by one key. */
import { Hono } from 'hono';
import { cursorAsked, sealCursor } from '../../http/cursor.ts';
import { CommentRow, KEYS } from './comment-row.tsx';
import type { DeskAction, DeskDoors, Queue, QueueList } from './desk-doors.ts';
import { afterAction, deskGate, refusal } from './desk-gate.tsx';
import { DeskForm, deskPage, NoActionByEnter, type Seat } from './desk-page.tsx';
import { timeWords } from './desk-words.ts';

const TABS = [
  ['pending', 'Waiting'],
  ['reported', 'Reported'],
  ['approved', 'Shown'],
  ['rejected', 'Rejected'],
  ['removed', 'Removed'],
] as const satisfies readonly (readonly [QueueList, string])[];

/** What may be done to many at once in each list. */
const MANY: Readonly<Record<QueueList, readonly DeskAction[]>> = {
  pending: ['approve', 'reject'],
  reported: ['keep', 'remove', 'hold'],
  approved: ['remove', 'hold'],
  rejected: ['restore'],
  removed: ['restore'],
};

export function queueRoutes(doors: DeskDoors): Hono {
  const routes = new Hono();
  const gate = deskGate(doors);

  /** GET /desk/comments?show=pending|reported|approved|rejected|removed&cursor= */
  routes.get(
    '/desk/comments',
    gate.page('moderator', async (c, at) => {
      const show = c.req.query('show') ?? 'pending';
      const tab = TABS.find(([state]) => state === show);
      if (tab === undefined) return refusal(at, 400, `There is no list "${show}".`, '/desk/comments');
      const asked = cursorAsked(new URL(c.req.url));
      if (asked instanceof Response) return asked;
      const cursor = asked.place;
      const queue = await doors.queue(at.editor, tab[0], cursor);
      const body = <QueuePage queue={queue} state={tab[0]} cursor={cursor} at={at} now={doors.now()} />;
      return deskPage({ title: `Comments: ${tab[1].toLowerCase()}`, path: '/desk/comments', at }, body);
    }),
  );

  /** POST /desk/comments {one: "action:id" | many: action, id…, reason, back} */
  routes.post(
    '/desk/comments',
    gate.form('moderator', async (_, at, form) => {
      const [given = '', one = ''] = form.get('one')?.split(/:(.*)/s) ?? [];
      const action = (one === '' ? form.get('many') : given) ?? '';
      const ids = one === '' ? [...new Set(form.getAll('id'))] : [one];
      const back = form.get('back') ?? '/desk/comments';
      if (!isAction(action)) return refusal(at, 422, `"${action}" is no action. Nothing was changed.`, back);
      if (ids.length === 0) return refusal(at, 422, 'Choose at least one comment.', back);
      const reason = form.get('reason')?.trim() || null;
      return afterAction(at, await doors.decide(action, ids, { editor: at.editor, reason }), form);
    }),
  );

  /** POST /desk/undo {back} */
  routes.post(
    '/desk/undo',
    gate.form('moderator', async (_, at, form) => afterAction(at, await doors.undo(at.editor), form)),
  );

  return routes;
}

const isAction = (text: string): text is DeskAction => Object.hasOwn(KEYS, text);

interface QueueProps {
  queue: Queue;
  state: QueueList;
  cursor: string | null;
  at: Seat;
  now: string;
}

const QueuePage = ({ queue, state, cursor, at, now }: QueueProps) => {
  const here = addressOf(state, cursor);
  const shown = queue.reported.items.length + queue.comments.items.length;
  return (
    <>
      <h1>Comments</h1>
      <p class="tabs">
        {TABS.map(([tab, label]) => (
          <a href={addressOf(tab, null)} aria-current={tab === state ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </p>
      {queue.last && <Undo last={queue.last} at={at} back={here} />}
      {shown === 0 ? (
        <p>{state === 'pending' ? 'Nothing waits.' : 'There are none.'}</p>
      ) : (
        <DeskForm at={at} to="/desk/comments" back={here} kind="queue">
          <Bar state={state} />
          {queue.reported.items.length > 0 && <h2>Reported by readers</h2>}
          <ol class="rows">
            {queue.reported.items.map((comment) => (
              <CommentRow comment={comment} now={now} pick={state === 'reported'} />
            ))}
          </ol>
          {queue.reported.next && (
            <p>
              <a href={addressOf('reported', state === 'reported' ? queue.reported.next : null)}>
                {state === 'reported' ? 'Later ones' : 'All that were reported'}
              </a>
            </p>
          )}
          {queue.reported.items.length > 0 && queue.comments.items.length > 0 && <h2>Held</h2>}
          <ol class="rows">
            {queue.comments.items.map((comment) => (
              <CommentRow comment={comment} now={now} pick />
            ))}
          </ol>
        </DeskForm>
      )}
      {queue.comments.next && (
        <p>
          <a href={addressOf(state, queue.comments.next)}>Later ones</a>
        </p>
      )}
    </>
  );
};

const Bar = ({ state }: { state: QueueList }) => (
  <div class="bar">
    <NoActionByEnter />
    <label>
      Why <input type="text" name="reason" list="reasons" maxLength={300} />
    </label>
    <datalist id="reasons">
      {['spam', 'abuse', 'private information', 'off topic', 'threat', 'duplicate'].map((reason) => (
        <option value={reason} />
      ))}
    </datalist>
    <span>Those chosen:</span>
    {MANY[state].map((action) => (
      <button type="submit" name="many" value={action}>
        {action}
      </button>
    ))}
    <small class="keys">
      Keys: j, k move · a approve · r reject · x remove · s restore · h hold · e keep · u undo · w why
    </small>
  </div>
);

/** The last thing that this moderator did, and the way back. */
const Undo = ({ last, at, back }: { last: NonNullable<Queue['last']>; at: Seat; back: string }) => (
  <DeskForm at={at} to="/desk/undo" back={back} kind="undo">
    <span id="last">
      You {last.words}, {timeWords(last.at)}.
    </span>{' '}
    <button type="submit" data-key="u">
      undo
    </button>
  </DeskForm>
);

function addressOf(state: QueueList, cursor: string | null): string {
  const query = new URLSearchParams();
  if (state !== 'pending') query.set('show', state);
  if (cursor !== null) query.set('cursor', sealCursor('/desk/comments', cursor));
  return query.size === 0 ? '/desk/comments' : `/desk/comments?${query}`;
}
