-- The codebook: each thing done to it, in order. A racing writer of the same revision fails whole.
CREATE TABLE codebook_log (
  revision INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  actor    TEXT NOT NULL,
  body     TEXT NOT NULL CHECK (json_valid(body))
);
CREATE TRIGGER codebook_log_is_never_deleted BEFORE DELETE ON codebook_log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER codebook_log_is_never_changed BEFORE UPDATE ON codebook_log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- Every version of each metric and unit, as it was last worded, with the revision that worded it.
CREATE TABLE metrics (
  id       TEXT NOT NULL,
  version  INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  body     TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (id, version)
) WITHOUT ROWID;
CREATE TABLE units (
  id       TEXT NOT NULL,
  version  INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  body     TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (id, version)
) WITHOUT ROWID;

-- Which topics' logs hold a metric or a unit, and of which revision: a later one is carried into each of them.
CREATE TABLE codebook_uses (
  kind     TEXT NOT NULL CHECK (kind IN ('metric', 'unit')),
  id       TEXT NOT NULL,
  topic    TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (kind, id, topic)
) WITHOUT ROWID;
