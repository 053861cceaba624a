-- Who is who: an author by a name that outlives renaming and not erasure, names that wait, words of our own people.
-- `author` is shown with each comment; it is made of nothing and leads nowhere once the reader is erased.
ALTER TABLE readers ADD COLUMN author TEXT;
UPDATE readers SET author = lower(hex(randomblob(8)));
CREATE UNIQUE INDEX readers_by_author ON readers (author);
CREATE TRIGGER reader_gets_author AFTER INSERT ON readers WHEN NEW.author IS NULL
BEGIN UPDATE readers SET author = lower(hex(randomblob(8))) WHERE id = NEW.id; END;

-- Written by one who proved at the desk to be of this site: 1. Nothing else draws the mark of our own people.
ALTER TABLE comments ADD COLUMN staff INTEGER NOT NULL DEFAULT 0 CHECK (staff IN (0, 1));

-- Every change of a name that a reader asked for: the name before, the name wanted, and what became of it.
CREATE TABLE reader_names (
  id      TEXT PRIMARY KEY,
  reader  TEXT NOT NULL,
  at      TEXT NOT NULL,
  was     TEXT NOT NULL,
  name    TEXT NOT NULL,
  state   TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'refused', 'withdrawn')),
  -- The moderator who decided; null where nobody had to.
  actor   TEXT,
  decided TEXT,
  reason  TEXT
) WITHOUT ROWID;
CREATE INDEX reader_names_by_reader ON reader_names (reader, at);
CREATE INDEX reader_names_by_time ON reader_names (at, id);
CREATE INDEX reader_names_decided ON reader_names (decided, id) WHERE actor IS NOT NULL;
CREATE UNIQUE INDEX reader_names_waiting ON reader_names (reader) WHERE state = 'waiting';

-- Comments that their authors took back, for a day: they count against the pace of writing as if they stood.
CREATE TABLE taken_back (
  comment TEXT PRIMARY KEY,
  reader  TEXT NOT NULL,
  -- When it was written, and when it was taken back.
  written TEXT NOT NULL,
  at      TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX taken_back_by_reader ON taken_back (reader, written);
CREATE INDEX taken_back_by_time ON taken_back (at);

-- How fast a reader reports and appeals.
DROP INDEX reports_by_reader;
CREATE INDEX reports_by_reader ON comment_reports (reader, at);

-- A kept page never outlives what it was made of: words taken down or erased must not lie in it until the next reader.
CREATE TRIGGER page_is_outdated AFTER UPDATE OF version ON comment_pages
WHEN NEW.body IS NOT NULL AND NEW.made IS NOT NEW.version
BEGIN UPDATE comment_pages SET body = NULL, made = NULL WHERE topic = NEW.topic; END;
UPDATE comment_pages SET body = NULL, made = NULL WHERE made IS NOT version;

-- The one exception to logs that never change: once a comment's author took its words away, which is an entry of the
-- author's own after the first, the reasons given about it go too, since they may repeat them.
DROP TRIGGER comment_log_is_never_changed;
CREATE TRIGGER comment_log_is_never_changed BEFORE UPDATE ON comment_log
WHEN NOT (NEW.comment = OLD.comment AND NEW.n = OLD.n AND NEW.at = OLD.at AND NEW.actor = OLD.actor
  AND NEW.from_state IS OLD.from_state AND NEW.to_state = OLD.to_state
  AND EXISTS (SELECT 1 FROM comment_log WHERE comment = OLD.comment AND n > 1 AND actor = 'author'))
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

DROP TRIGGER desk_log_is_never_changed;
CREATE TRIGGER desk_log_is_never_changed BEFORE UPDATE ON desk_log
WHEN NOT (OLD.kind = 'report' AND NEW.n = OLD.n AND NEW.at = OLD.at AND NEW.actor = OLD.actor AND NEW.kind = OLD.kind
  AND NEW.subject = OLD.subject AND NEW.deed = OLD.deed
  AND EXISTS (SELECT 1 FROM comment_log WHERE comment = OLD.subject AND n > 1 AND actor = 'author'))
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE INDEX desk_log_by_subject ON desk_log (kind, subject);
