-- Sites whose comments are counted: how their counts come in, what signs them, and for how long one is fresh.
-- `secret` signs the counts that the site sends; `api_key` opens its own interface to us. Neither is ever shown.
CREATE TABLE origins (
  origin        TEXT PRIMARY KEY,
  kind          TEXT NOT NULL,
  settings      TEXT NOT NULL CHECK (json_valid(settings)),
  secret        TEXT,
  api_key       TEXT,
  fresh_hours   INTEGER NOT NULL CHECK (fresh_hours > 0),
  every_minutes INTEGER NOT NULL CHECK (every_minutes > 0),
  changed       TEXT NOT NULL
) WITHOUT ROWID;

-- Which thread of a pulled site is about which topic, when it is due next, and how the last pulls ended.
CREATE TABLE origin_threads (
  origin   TEXT NOT NULL,
  thread   TEXT NOT NULL,
  topic    TEXT NOT NULL,
  due      TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  pulled   TEXT,
  error    TEXT,
  error_at TEXT,
  PRIMARY KEY (origin, thread)
) WITHOUT ROWID;
CREATE INDEX origin_threads_by_due ON origin_threads (due);
