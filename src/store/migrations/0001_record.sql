-- The log: every deed of every topic, in order. The one truth; all else below is made from it.
CREATE TABLE log (
  topic    TEXT NOT NULL,
  revision INTEGER NOT NULL,
  n        INTEGER NOT NULL,
  recorded TEXT NOT NULL,
  actor    TEXT NOT NULL,
  batch    TEXT,
  claim    TEXT,
  deed     TEXT NOT NULL CHECK (json_valid(deed)),
  PRIMARY KEY (topic, revision, n)
) WITHOUT ROWID;

CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- The one exception to "nothing is overwritten": a withheld claim's content leaves the log too.
CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
WHEN NOT EXISTS (
  SELECT 1 FROM log AS later
  WHERE later.topic = OLD.topic AND later.claim = OLD.claim AND json_extract(later.deed, '$.kind') = 'withhold'
)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- The whole log of a topic, packed, so that a write or a past view reads one row (more past some 15,000 claims).
CREATE TABLE records (
  topic TEXT NOT NULL,
  part  INTEGER NOT NULL,
  body  TEXT NOT NULL,
  PRIMARY KEY (topic, part)
) WITHOUT ROWID;

-- What faces read: documents made at the write, whole, with their ETag. One row a view.
CREATE TABLE views (
  topic    TEXT NOT NULL,
  kind     TEXT NOT NULL,
  etag     TEXT NOT NULL,
  revision INTEGER NOT NULL,
  shape    TEXT NOT NULL,
  body     TEXT NOT NULL,
  PRIMARY KEY (topic, kind)
) WITHOUT ROWID;

CREATE TABLE topics (
  slug    TEXT PRIMARY KEY,
  updated TEXT NOT NULL,
  body    TEXT NOT NULL CHECK (json_valid(body))
) WITHOUT ROWID;
CREATE INDEX topics_by_update ON topics (updated DESC, slug);

-- Each claim as it stands, for paging; `sort` is its day and id.
CREATE TABLE claims (
  topic   TEXT NOT NULL,
  sort    TEXT NOT NULL,
  id      TEXT NOT NULL,
  source  TEXT NOT NULL,
  measure TEXT,
  body    TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (topic, id)
) WITHOUT ROWID;
CREATE INDEX claims_by_day ON claims (topic, sort DESC);
CREATE INDEX claims_by_source ON claims (source, topic, sort DESC);
CREATE INDEX claims_by_measure ON claims (topic, measure, sort DESC);
-- A claim is named by its id alone in an address.
CREATE UNIQUE INDEX claims_by_id ON claims (id);

CREATE TABLE changes (
  topic    TEXT NOT NULL,
  revision INTEGER NOT NULL,
  id       TEXT NOT NULL,
  at       TEXT NOT NULL,
  kind     TEXT NOT NULL,
  body     TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (topic, revision, id)
) WITHOUT ROWID;
CREATE INDEX amendments_by_time ON changes (at DESC)
  WHERE kind IN ('corrected', 'voided', 'retracted', 'withheld');

CREATE TABLE sources (
  id   TEXT PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body))
) WITHOUT ROWID;

-- Documents of the whole site, one row each: the front page's list, the newest amendments, the ranked lists.
CREATE TABLE documents (
  name TEXT PRIMARY KEY,
  at   TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) WITHOUT ROWID;

CREATE TABLE idempotency (
  key         TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  status      INTEGER NOT NULL,
  body        TEXT NOT NULL,
  at          TEXT NOT NULL
) WITHOUT ROWID;
