/** Joins the comment faces to what readers and moderators may do. */

import { sessionOf } from '../../http/cookie.ts';
import { credentialsOf } from '../../http/credentials.ts';
import { fingerprintOf } from '../../platform/crypto.ts';
import type { CommentDoors } from '../../routes/api/comments.ts';
import { readerOfSession } from '../../store/readers.ts';
import { admitAppeal, admitPolicy, admitReason } from '../../validation/comment.ts';
import type { Deps } from '../deps.ts';
import { actorOf, speakerOf } from '../desk/editors.ts';
import { decideOnName } from '../readers/reader-names.ts';
import { appeal, readReplies, readThreads, reportComment } from './comments.ts';
import { moderate, setPolicy, setReaderState } from './moderation.ts';
import { postComment } from './posting.ts';
import { takeBack } from './taking-back.ts';

/** Who asks: a moderator by token or login, a reader by session. */
export function commentDoors(deps: Deps): CommentDoors {
  const { db, now, newId } = deps;
  return {
    actor: (request, role) => actorOf(deps, credentialsOf(request), role),
    fingerprint: fingerprintOf,
    async readerOf(request) {
      const session = sessionOf(request);
      return session === null ? null : readerOfSession(db, await fingerprintOf(session), now());
    },
    threads: (topic, page) => readThreads(db, topic, page),
    replies: (topic, thread, page) => readReplies(db, topic, thread, page),
    post: ({ request, ...order }) =>
      postComment(db, {
        ...order,
        staff: () => speakerOf(deps, credentialsOf(request)),
        id: newId(),
        now: now(),
      }),
    takeBack: (comment, reader) => takeBack(db, { comment, reader: reader.id, now: now() }),
    name: (reader, approved, by) => decideOnName(db, reader, { approved, ...by, now: now() }),
    report: (comment, reader, reason) => reportComment(db, { comment, reader, reason, now: now() }),
    appeal: (comment, reader, body) => appeal(db, { id: newId(), comment, reader, body, now: now() }),
    async moderate(action, id, by) {
      const outcome = await moderate(db, { action, ids: [id], ...by, now: now() });
      if (outcome.kind !== 'done') return outcome;
      const [value] = outcome.value;
      if (value === undefined) throw new Error('A comment was moderated and not told.');
      return { kind: 'done', value };
    },
    reader: (id, state, by) => setReaderState(db, id, state, { ...by, now: now() }),
    policy: (topic, state, by) => setPolicy(db, topic, state, { ...by, now: now() }),
    admitReason,
    admitPolicy,
    admitAppeal,
  };
}
