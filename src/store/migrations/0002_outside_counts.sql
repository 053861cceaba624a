-- Comment counts of other sites, one row an origin's thread: what it last said, and when it said so.
CREATE TABLE outside_counts (
  origin     TEXT NOT NULL,
  thread     TEXT NOT NULL,
  topic      TEXT NOT NULL,
  comments   INTEGER NOT NULL CHECK (comments >= 0),
  commenters INTEGER CHECK (commenters >= 0),
  counted_at TEXT NOT NULL,
  PRIMARY KEY (origin, thread)
) WITHOUT ROWID;
CREATE INDEX outside_counts_by_topic ON outside_counts (topic, counted_at DESC);

-- The count at the end of each hour in which it changed, so that a window is a difference of two rows.
CREATE TABLE outside_hours (
  origin     TEXT NOT NULL,
  thread     TEXT NOT NULL,
  hour       TEXT NOT NULL,
  comments   INTEGER NOT NULL,
  commenters INTEGER,
  PRIMARY KEY (origin, thread, hour)
) WITHOUT ROWID;

-- Signatures seen, so that a count cannot be replayed within the minutes in which it is fresh.
CREATE TABLE count_signatures (
  signature TEXT PRIMARY KEY,
  at        TEXT NOT NULL
) WITHOUT ROWID;
