-- Letters that are on their way: each is tried again while its link lives, and forgotten once it is taken or of no use.
-- No more is kept than the letter itself and to whom it goes.
CREATE TABLE letters (
  id      TEXT PRIMARY KEY,
  email   TEXT NOT NULL CHECK (email = lower(email)),
  -- The mail as JSON, without its recipient.
  mail    TEXT NOT NULL CHECK (json_valid(mail)),
  expires TEXT NOT NULL,
  state   TEXT NOT NULL CHECK (state IN ('ready', 'sending')),
  -- When it may next be tried; while it is `sending`, since when.
  at      TEXT NOT NULL,
  tries   INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX letters_by_time ON letters (state, at);
CREATE INDEX letters_by_address ON letters (email);
