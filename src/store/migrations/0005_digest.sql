-- Readers of the digest. `cursor` is the record's instant that their last accepted digest showed; null before the first.
CREATE TABLE subscribers (
  id           TEXT PRIMARY KEY,
  email        TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
  state        TEXT NOT NULL CHECK (state IN ('pending', 'active', 'unsubscribed', 'suppressed')),
  -- A JSON list of slugs, or the JSON text "*" for all.
  topics       TEXT NOT NULL CHECK (json_valid(topics)),
  cadence      TEXT NOT NULL CHECK (cadence IN ('daily', 'weekly')),
  -- 1 is Monday (ISO 8601); read by the weekly cadence only.
  weekday      INTEGER NOT NULL DEFAULT 1 CHECK (weekday BETWEEN 1 AND 7),
  hour         INTEGER NOT NULL DEFAULT 8 CHECK (hour BETWEEN 0 AND 23),
  zone         TEXT NOT NULL,
  lang         TEXT NOT NULL DEFAULT 'en',
  still_quiet  INTEGER NOT NULL DEFAULT 0 CHECK (still_quiet IN (0, 1)),
  soft_bounces INTEGER NOT NULL DEFAULT 0,
  next_due_at  TEXT,
  cursor       TEXT,
  created      TEXT NOT NULL,
  confirmed    TEXT,
  ended        TEXT
) WITHOUT ROWID;
CREATE INDEX subscribers_due ON subscribers (cadence, next_due_at, id) WHERE state = 'active';
CREATE INDEX subscribers_unconfirmed ON subscribers (created) WHERE state = 'pending';

-- Addresses that are never mailed again, by the SHA-256 of the lower-case address: it outlives the reader's erasure.
CREATE TABLE suppressions (
  address TEXT PRIMARY KEY,
  reason  TEXT NOT NULL CHECK (reason IN ('hard bounce', 'complaint', 'soft bounces', 'by hand')),
  at      TEXT NOT NULL
) WITHOUT ROWID;

-- One row a list and period. `known_at` is the instant of the record that the run shows, and its readers' next cursor.
CREATE TABLE digest_runs (
  id         TEXT PRIMARY KEY,
  list       TEXT NOT NULL DEFAULT 'digest',
  cadence    TEXT NOT NULL CHECK (cadence IN ('daily', 'weekly')),
  at         TEXT NOT NULL,
  known_at   TEXT NOT NULL,
  opened     TEXT NOT NULL,
  expires    TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('opening', 'open', 'done', 'expired')),
  opened_by  TEXT NOT NULL,
  candidates INTEGER NOT NULL DEFAULT 0,
  -- 1 once every due reader has an outbox row.
  paged      INTEGER NOT NULL DEFAULT 0,
  -- How many rows consumers have settled, for progress; the ledger itself counts the outbox.
  settled    INTEGER NOT NULL DEFAULT 0,
  touched    TEXT NOT NULL,
  closed     TEXT
) WITHOUT ROWID;
-- At most one run of a list and cadence is under way, so that no reader stands in two.
CREATE UNIQUE INDEX digest_runs_under_way ON digest_runs (list, cadence) WHERE state IN ('opening', 'open');

-- What a run shows, frozen when it opened: one row a topic and one for each list ("@most-commented").
CREATE TABLE run_content (
  run  TEXT NOT NULL,
  part TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (run, part)
) WITHOUT ROWID;

-- One row a reader and run: the key under which a mail is sent once. `since` and the choices are the reader's when the
-- run found them, so that the mail can be made again exactly.
CREATE TABLE outbox (
  run         TEXT NOT NULL,
  subscriber  TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('ready', 'sending', 'sent', 'skipped', 'suppressed', 'failed', 'uncertain')),
  why         TEXT,
  -- Whom the mail was handed to, and the name it was given there.
  provider    TEXT,
  provider_id TEXT,
  since       TEXT,
  topics      TEXT NOT NULL,
  lang        TEXT NOT NULL,
  zone        TEXT NOT NULL,
  at          TEXT NOT NULL,
  PRIMARY KEY (run, subscriber)
) WITHOUT ROWID;

-- What providers told us of mails, each event once by its own id.
CREATE TABLE delivery_events (
  id       TEXT PRIMARY KEY,
  provider TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('delivered', 'hard bounce', 'soft bounce', 'complaint')),
  address  TEXT NOT NULL,
  detail   TEXT,
  at       TEXT NOT NULL
) WITHOUT ROWID;
