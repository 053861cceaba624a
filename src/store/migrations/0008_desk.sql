-- What editors did at the desk beside records, comments and moderation: signing in and out, answering reports without
-- a deed, opening a run of the digest. Never changed, never deleted.
CREATE TABLE desk_log (
  n       INTEGER PRIMARY KEY AUTOINCREMENT,
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('desk', 'report', 'digest')),
  subject TEXT NOT NULL,
  deed    TEXT NOT NULL,
  reason  TEXT NOT NULL
);
CREATE INDEX desk_log_by_time ON desk_log (at, n);
CREATE TRIGGER desk_log_is_never_deleted BEFORE DELETE ON desk_log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER desk_log_is_never_changed BEFORE UPDATE ON desk_log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- Desk sessions that were signed out before their end; forgotten once they have expired by themselves.
CREATE TABLE ended_desk_sessions (
  nonce   TEXT PRIMARY KEY,
  expires TEXT NOT NULL
) WITHOUT ROWID;

-- What moderators did, newest first, of all and of each: the desk's log, and what can be undone.
CREATE INDEX comment_deeds_by_time ON comment_log (at, comment, n) WHERE actor <> 'author';
CREATE INDEX comment_deeds_by_actor ON comment_log (actor, at) WHERE actor <> 'author';
CREATE INDEX moderation_log_by_time ON moderation_log (at, n);
