/** Joins the desk to store and rules: each thing that its pages ask for and its forms do, with who did it. */
import { unfitReason } from '../../domain/text.ts';
import { credentialsOf } from '../../http/credentials.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';
import { revealedText } from '../../projections/comment-text.ts';
import type { By, DeskDoors, DeskEditor, DeskSpike } from '../../routes/desk/desk-doors.ts';
import { readReader } from '../../store/comments.ts';
import { actionsTo, deskActionStatement, pageOfActions } from '../../store/desk-log.ts';
import { countWaiting, pageOfReader } from '../../store/desk-queue.ts';
import { newestTopics, pageOfDeskTopics, readDeskTopic } from '../../store/desk-topics.ts';
import {
  appealsOfReader,
  heatedTopics,
  openAppeals,
  pageOfQueue,
  reportedComments,
} from '../../store/moderation-queue.ts';
import { namesOfReader, waitingNames } from '../../store/reader-names.ts';
import { pageOfWarned, warnedTopics } from '../../store/warned.ts';
import { answerAppeal, liftSpike, setPolicy, setReaderState } from '../comments/moderation.ts';
import type { Deps } from '../deps.ts';
import { listOrigins } from '../outside-counts/origins.ts';
import { decideOnName } from '../readers/reader-names.ts';
import {
  decide,
  lastWords,
  readDeskComment,
  toDeskAppeals,
  toDeskComments,
  undoLast,
} from './desk-comments.ts';
import { type EditorDeps, editorsOf } from './editors.ts';

export type DeskDeps = EditorDeps & Pick<Deps, 'digests'>;

/** Rows of one page. */
const PAGE = 50;
const NEWEST = 10;
/** Reported comments above those that wait; the rest have a list of their own. */
const REPORTED_ABOVE = 10;
const NONE = { items: [], next: null };
/** Topics with warnings listed at once. */
const WARNED = 200;

export function deskDoors(deps: DeskDeps): DeskDoors {
  const { db, now } = deps;
  const editors = editorsOf(deps);
  const person = ({ editor, reason }: By) => ({ actor: editor.name, reason, now: now() });
  const signed = (action: string, { name }: Pick<DeskEditor, 'name'>) =>
    deskActionStatement(db, 'desk', {
      at: now(),
      actor: name,
      subject: 'desk',
      action,
      reason: 'By token.',
    }).run();
  return {
    now,
    byForm: editors.byForm,
    editor: (request) => editors.ofDesk(credentialsOf(request)),
    formToken: editors.formToken,
    isOwnForm: editors.isOwnForm,
    unfitReason,
    async signIn(token) {
      const opened = await editors.signIn(token);
      if (opened) await signed('signed in', opened.editor);
      return opened;
    },
    async signOut(request, editor) {
      await editors.signOut(credentialsOf(request));
      await signed('signed out', editor);
    },

    sites: () => listOrigins(db, now()),
    warnedTopics: () => warnedTopics(db, WARNED),
    warnedClaims: (topic, cursor) => pageOfWarned(db, topic, cursor, PAGE),
    waiting: () => countWaiting(db),
    newest: () => newestTopics(db, NEWEST),
    heated: () => readSpike(db),
    async queue(editor, list, cursor) {
      const isFirst = list === 'pending' && cursor === null;
      const [page, reported, last] = await Promise.all([
        list === 'reported' ? NONE : pageOfQueue(db, list, { cursor, limit: PAGE }),
        list === 'reported'
          ? reportedComments(db, { cursor, limit: PAGE })
          : isFirst
            ? reportedComments(db, { cursor: null, limit: REPORTED_ABOVE })
            : NONE,
        lastWords(db, editor.name),
      ]);
      const [items, flagged] = await Promise.all([
        toDeskComments(db, page.items),
        toDeskComments(db, reported.items),
      ]);
      return {
        reported: { items: flagged, next: reported.next },
        comments: { items, next: page.next },
        last,
      };
    },
    comment: (id) => readDeskComment(db, id),
    async reader(id, cursor) {
      const reader = await readReader(db, id);
      if (reader === null) return null;
      const [page, log, appeals, names] = await Promise.all([
        pageOfReader(db, id, { cursor, limit: PAGE }),
        actionsTo(db, 'reader', id),
        appealsOfReader(db, id),
        namesOfReader(db, id),
      ]);
      return {
        reader: { ...reader, name: revealedText(reader.name) },
        comments: { items: await toDeskComments(db, page.items), next: page.next },
        log,
        appeals: await toDeskAppeals(db, appeals),
        names,
      };
    },
    topics: (cursor) => pageOfDeskTopics(db, cursor, PAGE),
    async topic(slug) {
      const topic = await readDeskTopic(db, slug);
      if (topic === null) return null;
      const [spikes, doors, lifts] = await Promise.all([
        readSpike(db),
        actionsTo(db, 'policy', slug),
        actionsTo(db, 'spike', slug),
      ]);
      const log = [...doors, ...lifts].sort((a, b) => b.at.localeCompare(a.at));
      return { topic, spike: spikes.find((spike) => spike.topic === slug) ?? null, log };
    },
    async appeals(cursor) {
      const { items, next } = await openAppeals(db, { cursor, limit: PAGE });
      return { items: await toDeskAppeals(db, items), next };
    },
    names: (cursor) => waitingNames(db, { cursor, limit: PAGE }),
    log: (cursor) => pageOfActions(db, cursor, PAGE),

    decide: (action, ids, by) => decide(db, action, ids, person(by)),
    undo: (editor) => undoLast(db, editor.name, now()),
    decideName: (reader, approved, by) => decideOnName(db, reader, { approved, ...person(by) }),
    setReader: (id, state, by) => setReaderState(db, id, state, person(by)),
    setDoors: (slugs, policy, by) => eachInTurn(slugs, (slug) => setPolicy(db, slug, policy, person(by))),
    liftSpike: (slug, by) => liftSpike(db, slug, person(by)),
    answerAppeal: (id, granted, by) =>
      by.reason === null
        ? Promise.resolve({
            kind: 'refused',
            problems: [{ path: 'reason', message: 'Give the reader an answer.' }],
          })
        : answerAppeal(db, id, { ...person(by), granted, answer: by.reason }),
  };
}

/** Heated topics with their titles; there are few at any time. */
async function readSpike(db: D1Database): Promise<DeskSpike[]> {
  const spikes = await heatedTopics(db);
  const topics = await Promise.all(spikes.map(({ topic }) => readDeskTopic(db, topic)));
  return spikes.map((spike, at) => ({ ...spike, title: topics[at]?.title ?? spike.topic }));
}

/** Does the same to each; those that stand so already are no failure where several were chosen. */
async function eachInTurn<T>(
  slugs: readonly string[],
  write: (slug: string) => Promise<CommentOutcome<T>>,
): Promise<CommentOutcome<T>> {
  let last: CommentOutcome<T> = { kind: 'conflict', detail: 'Nothing was chosen.' };
  let done: CommentOutcome<T> | null = null;
  for (const slug of slugs) {
    last = await write(slug);
    if (last.kind === 'done') done = last;
    else if (last.kind !== 'conflict') return last;
  }
  return done ?? last;
}
