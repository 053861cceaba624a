-- A reader: a verified address and a chosen name. Erasing one deletes the row; nothing else holds the address.
CREATE TABLE readers (
  id       TEXT PRIMARY KEY,
  email    TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
  name     TEXT NOT NULL,
  state    TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended')),
  created  TEXT NOT NULL,
  -- How many of the reader's comments now stand approved, and rejected or removed; kept by triggers below.
  approved INTEGER NOT NULL DEFAULT 0 CHECK (approved >= 0),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0)
) WITHOUT ROWID;

-- Sessions on our own pages; the token itself is known to the reader's browser alone.
CREATE TABLE sessions (
  hash    TEXT PRIMARY KEY,
  reader  TEXT NOT NULL,
  created TEXT NOT NULL,
  expires TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_by_reader ON sessions (reader);
CREATE INDEX sessions_by_end ON sessions (expires);

-- Links that opened a session: none opens a second.
CREATE TABLE used_links (
  nonce TEXT PRIMARY KEY,
  at    TEXT NOT NULL
) WITHOUT ROWID;

-- Comments as they were written. `reader` is null once its author erased it: its words are gone, its place stays.
CREATE TABLE comments (
  id      TEXT PRIMARY KEY,
  topic   TEXT NOT NULL,
  claim   TEXT,
  parent  TEXT,
  -- The first comment of its thread; a thread's first comment names itself.
  root    TEXT NOT NULL,
  reader  TEXT,
  body    TEXT NOT NULL,
  state   TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'removed')),
  -- Why it was held when it was written, in words; null for one that was not.
  held    TEXT,
  at      TEXT NOT NULL,
  -- Entries of its log.
  version INTEGER NOT NULL DEFAULT 1,
  -- How many of itself and its ancestors are not approved: 0 is visible.
  blocked INTEGER NOT NULL CHECK (blocked >= 0)
) WITHOUT ROWID;
CREATE INDEX comments_shown ON comments (topic, at DESC, id DESC) WHERE blocked = 0 AND parent IS NULL;
CREATE INDEX replies_shown ON comments (root, at, id) WHERE blocked = 0 AND parent IS NOT NULL;
CREATE INDEX comments_by_parent ON comments (parent);
CREATE INDEX comments_by_reader ON comments (reader, at, id);
CREATE INDEX comments_counted ON comments (topic, reader, at) WHERE blocked = 0 AND reader IS NOT NULL;
CREATE INDEX comments_by_state ON comments (state, at, id);

-- Every change of a comment's state: the first entry is its posting. Never changed, never deleted.
CREATE TABLE comment_log (
  comment    TEXT NOT NULL,
  n          INTEGER NOT NULL,
  at         TEXT NOT NULL,
  -- A moderator's name, or 'author'.
  actor      TEXT NOT NULL,
  from_state TEXT,
  to_state   TEXT NOT NULL,
  reason     TEXT NOT NULL,
  PRIMARY KEY (comment, n)
) WITHOUT ROWID;
CREATE TRIGGER comment_log_is_never_deleted BEFORE DELETE ON comment_log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER comment_log_is_never_changed BEFORE UPDATE ON comment_log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- What moderators did beside comments: doors, suspensions, answers to appeals, heat lifted.
CREATE TABLE moderation_log (
  n       INTEGER PRIMARY KEY AUTOINCREMENT,
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('door', 'reader', 'appeal', 'heat')),
  subject TEXT NOT NULL,
  deed    TEXT NOT NULL,
  reason  TEXT NOT NULL
);
CREATE INDEX moderation_log_by_subject ON moderation_log (kind, subject, n);

CREATE TABLE comment_reports (
  comment TEXT NOT NULL,
  reader  TEXT NOT NULL,
  at      TEXT NOT NULL,
  reason  TEXT NOT NULL,
  -- Set once a moderator decided on the comment after it.
  answered TEXT,
  PRIMARY KEY (comment, reader)
) WITHOUT ROWID;
CREATE INDEX reports_open ON comment_reports (at, comment) WHERE answered IS NULL;
CREATE INDEX reports_by_reader ON comment_reports (reader);

-- A topic that has no row is open.
CREATE TABLE comment_doors (
  topic  TEXT PRIMARY KEY,
  state  TEXT NOT NULL CHECK (state IN ('open', 'held', 'closed', 'disabled')),
  at     TEXT NOT NULL,
  actor  TEXT NOT NULL,
  reason TEXT NOT NULL
) WITHOUT ROWID;

-- An appeal against what befell a comment or, where `comment` is null, against a suspension.
CREATE TABLE appeals (
  id       TEXT PRIMARY KEY,
  comment  TEXT,
  reader   TEXT NOT NULL,
  at       TEXT NOT NULL,
  body     TEXT NOT NULL,
  state    TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'granted', 'denied')),
  answer   TEXT,
  actor    TEXT,
  answered TEXT
) WITHOUT ROWID;
CREATE INDEX appeals_by_state ON appeals (state, at, id);
CREATE INDEX appeals_by_reader ON appeals (reader, at);
-- One open appeal a matter.
CREATE UNIQUE INDEX appeals_open ON appeals (reader, coalesce(comment, '')) WHERE state = 'open';

-- Topics far above their own past, for a moderator to look at; `lifted` once one did.
CREATE TABLE comment_heat (
  topic  TEXT PRIMARY KEY,
  at     TEXT NOT NULL,
  reason TEXT NOT NULL,
  lifted TEXT,
  actor  TEXT,
  why    TEXT
) WITHOUT ROWID;

-- The counters. A comment counts when it is visible and not erased by its author. Triggers keep them in the very
-- statement that changes a comment, so that they equal a recount after any sequence and a count below zero fails it.

-- Who commented on a topic, how often and when last: a person is within a window exactly when `last_at` is.
CREATE TABLE commenters (
  topic    TEXT NOT NULL,
  reader   TEXT NOT NULL,
  comments INTEGER NOT NULL CHECK (comments >= 0),
  last_at  TEXT NOT NULL,
  PRIMARY KEY (topic, reader)
) WITHOUT ROWID;
CREATE INDEX commenters_by_last ON commenters (topic, last_at);

-- Comments written in an hour ("2026-11-23T09"), and people whose last comment on the topic was in that hour,
-- so that the sum over a window's hours is its number of distinct commenters.
CREATE TABLE comment_hours (
  topic      TEXT NOT NULL,
  hour       TEXT NOT NULL,
  comments   INTEGER NOT NULL CHECK (comments >= 0),
  commenters INTEGER NOT NULL CHECK (commenters >= 0),
  PRIMARY KEY (topic, hour)
) WITHOUT ROWID;
CREATE INDEX comment_hours_by_hour ON comment_hours (hour, topic, comments, commenters);

CREATE TABLE comment_totals (
  topic      TEXT PRIMARY KEY,
  comments   INTEGER NOT NULL CHECK (comments >= 0),
  commenters INTEGER NOT NULL CHECK (commenters >= 0)
) WITHOUT ROWID;
CREATE INDEX comment_totals_by_people ON comment_totals (commenters DESC, comments DESC, topic);

CREATE TRIGGER comment_posted AFTER INSERT ON comments WHEN NEW.blocked = 0 AND NEW.reader IS NOT NULL
BEGIN
  INSERT INTO comment_hours (topic, hour, comments, commenters) VALUES (NEW.topic, substr(NEW.at, 1, 13), 1, 0)
    ON CONFLICT DO UPDATE SET comments = comments + 1;
  INSERT INTO commenters (topic, reader, comments, last_at) VALUES (NEW.topic, NEW.reader, 1, NEW.at)
    ON CONFLICT DO UPDATE SET comments = comments + 1, last_at = max(last_at, excluded.last_at);
END;

CREATE TRIGGER comment_enters AFTER UPDATE OF blocked, reader ON comments
WHEN NEW.blocked = 0 AND NEW.reader IS NOT NULL AND (OLD.blocked > 0 OR OLD.reader IS NULL)
BEGIN
  INSERT INTO comment_hours (topic, hour, comments, commenters) VALUES (NEW.topic, substr(NEW.at, 1, 13), 1, 0)
    ON CONFLICT DO UPDATE SET comments = comments + 1;
  INSERT INTO commenters (topic, reader, comments, last_at) VALUES (NEW.topic, NEW.reader, 1, NEW.at)
    ON CONFLICT DO UPDATE SET comments = comments + 1, last_at = max(last_at, excluded.last_at);
END;

CREATE TRIGGER comment_leaves AFTER UPDATE OF blocked, reader ON comments
WHEN OLD.blocked = 0 AND OLD.reader IS NOT NULL AND (NEW.blocked > 0 OR NEW.reader IS NULL)
BEGIN
  UPDATE comment_hours SET comments = comments - 1 WHERE topic = OLD.topic AND hour = substr(OLD.at, 1, 13);
  -- Of several rows in one statement, the last sees the others as they will stand.
  UPDATE commenters SET comments = comments - 1, last_at = coalesce(
      (SELECT max(at) FROM comments
       WHERE topic = OLD.topic AND reader = OLD.reader AND blocked = 0 AND reader IS NOT NULL), last_at)
    WHERE topic = OLD.topic AND reader = OLD.reader;
  DELETE FROM commenters WHERE topic = OLD.topic AND reader = OLD.reader AND comments = 0;
END;

CREATE TRIGGER comment_hour_is_empty AFTER UPDATE ON comment_hours WHEN NEW.comments = 0 AND NEW.commenters = 0
BEGIN DELETE FROM comment_hours WHERE topic = NEW.topic AND hour = NEW.hour; END;

CREATE TRIGGER commenter_comes AFTER INSERT ON commenters
BEGIN
  INSERT INTO comment_hours (topic, hour, comments, commenters) VALUES (NEW.topic, substr(NEW.last_at, 1, 13), 0, 1)
    ON CONFLICT DO UPDATE SET commenters = commenters + 1;
  INSERT INTO comment_totals (topic, comments, commenters) VALUES (NEW.topic, NEW.comments, 1)
    ON CONFLICT DO UPDATE SET comments = comments + excluded.comments, commenters = commenters + 1;
END;

CREATE TRIGGER commenter_again AFTER UPDATE ON commenters
BEGIN
  INSERT INTO comment_hours (topic, hour, comments, commenters) VALUES (NEW.topic, substr(NEW.last_at, 1, 13), 0, 1)
    ON CONFLICT DO UPDATE SET commenters = commenters + 1;
  UPDATE comment_hours SET commenters = commenters - 1 WHERE topic = OLD.topic AND hour = substr(OLD.last_at, 1, 13);
  UPDATE comment_totals SET comments = comments + NEW.comments - OLD.comments WHERE topic = NEW.topic;
END;

CREATE TRIGGER commenter_goes AFTER DELETE ON commenters
BEGIN
  UPDATE comment_hours SET commenters = commenters - 1 WHERE topic = OLD.topic AND hour = substr(OLD.last_at, 1, 13);
  UPDATE comment_totals SET comments = comments - OLD.comments, commenters = commenters - 1 WHERE topic = OLD.topic;
END;

CREATE TRIGGER comment_total_is_empty AFTER UPDATE ON comment_totals WHEN NEW.commenters = 0
BEGIN DELETE FROM comment_totals WHERE topic = NEW.topic; END;

CREATE TRIGGER reader_posts AFTER INSERT ON comments WHEN NEW.reader IS NOT NULL
BEGIN
  UPDATE readers SET approved = approved + (NEW.state = 'approved'),
    rejected = rejected + (NEW.state IN ('rejected', 'removed')) WHERE id = NEW.reader;
END;

CREATE TRIGGER reader_is_judged AFTER UPDATE OF state ON comments WHEN OLD.state <> NEW.state
BEGIN
  UPDATE readers SET approved = approved + (NEW.state = 'approved') - (OLD.state = 'approved'),
    rejected = rejected + (NEW.state IN ('rejected', 'removed')) - (OLD.state IN ('rejected', 'removed'))
    WHERE id = NEW.reader;
END;

-- A topic's stored view and its packed log say how many comments it has, so that any read of the topic stays one row.
ALTER TABLE views ADD COLUMN comments INTEGER NOT NULL DEFAULT 0;
ALTER TABLE views ADD COLUMN commenters INTEGER NOT NULL DEFAULT 0;
ALTER TABLE records ADD COLUMN comments INTEGER NOT NULL DEFAULT 0;
ALTER TABLE records ADD COLUMN commenters INTEGER NOT NULL DEFAULT 0;
