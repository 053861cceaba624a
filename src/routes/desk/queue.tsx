/** The comment queue: what waits, oldest first; decided one by one, many at once, by mouse or by one key. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import type { DeskAction } from '../../app/desk/desk-comments.ts';
import {
  decide,
  QUEUE_CHOICES,
  type Queue,
  type QueueChoice,
  type QueueList,
  readQueue,
  undoLast,
} from '../../app/desk/queue.ts';
import { cursorAsked, sealCursor } from '../../http/cursor.ts';
import { CommentRow, KEYS } from './comment-row.tsx';
import { afterAction, deskGate, personOf, refusal } from './desk-gate.tsx';
import { DeskForm, deskPage, NoActionByEnter, type Seat } from './desk-page.tsx';
import { timeWords } from './desk-words.ts';

/** What is shown where no list is asked for. */
const FIRST: QueueList = 'pending';

export function queueRoutes(deps: Deps): Hono {
  const routes = new Hono();
  const gate = deskGate(deps);

  /** GET /desk/comments?show=pending|reported|approved|rejected|removed&cursor= */
  routes.get(
    '/desk/comments',
    gate.page('moderator', async (c, at) => {
      const show = c.req.query('show') ?? FIRST;
      const tab = QUEUE_CHOICES.find(({ list }) => list === show);
      if (tab === undefined) return refusal(at, 400, `There is no list "${show}".`, '/desk/comments');
      const asked = cursorAsked(new URL(c.req.url));
      if (asked instanceof Response) return asked;
      const cursor = asked.place;
      const queue = await readQueue(deps, tab.list, { actor: at.editor.name, cursor });
      const body = <QueuePage queue={queue} tab={tab} cursor={cursor} at={at} now={deps.now()} />;
      return deskPage({ title: `Comments: ${tab.label.toLowerCase()}`, path: '/desk/comments', at }, body);
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
      return afterAction(at, await decide(deps, action, ids, personOf(at, form)), form);
    }),
  );

  /** POST /desk/undo {back} */
  routes.post(
    '/desk/undo',
    gate.form('moderator', async (_, at, form) =>
      afterAction(at, await undoLast(deps, at.editor.name), form),
    ),
  );

  return routes;
}

const isAction = (text: string): text is DeskAction => Object.hasOwn(KEYS, text);

interface QueueProps {
  queue: Queue;
  tab: QueueChoice;
  cursor: string | null;
  at: Seat;
  now: string;
}

const QueuePage = ({ queue, tab, cursor, at, now }: QueueProps) => {
  const state = tab.list;
  const here = addressOf(state, cursor);
  const shown = queue.reported.items.length + queue.comments.items.length;
  return (
    <>
      <h1>Comments</h1>
      <p class="tabs">
        {QUEUE_CHOICES.map(({ list, label }) => (
          <a href={addressOf(list, null)} aria-current={list === state ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </p>
      {queue.last && <Undo last={queue.last} at={at} back={here} />}
      {shown === 0 ? (
        <p>{state === FIRST ? 'Nothing waits.' : 'There are none.'}</p>
      ) : (
        <DeskForm at={at} to="/desk/comments" back={here} kind="queue">
          <Bar many={tab.many} />
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

const Bar = ({ many }: { many: readonly DeskAction[] }) => (
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
    {many.map((action) => (
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
  if (state !== FIRST) query.set('show', state);
  if (cursor !== null) query.set('cursor', sealCursor('/desk/comments', cursor));
  return query.size === 0 ? '/desk/comments' : `/desk/comments?${query}`;
}
