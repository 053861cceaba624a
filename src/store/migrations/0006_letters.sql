-- Who asked, by a form, to sign in or to subscribe: nothing else is made of it until the mailed link's button is pressed.
CREATE TABLE link_requests (
  id    TEXT PRIMARY KEY,
  kind  TEXT NOT NULL CHECK (kind IN ('sign-in', 'subscription')),
  email TEXT NOT NULL CHECK (email = lower(email)),
  asked TEXT NOT NULL CHECK (json_valid(asked)),
  at    TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX link_requests_by_time ON link_requests (kind, at);

-- Letters sent on a stranger's word, by a keyed digest of the address or of the network that asked: so many an hour.
CREATE TABLE letters_sent (
  who    TEXT NOT NULL,
  at     TEXT NOT NULL,
  letter TEXT NOT NULL,
  PRIMARY KEY (who, at, letter)
) WITHOUT ROWID;
CREATE INDEX letters_sent_by_time ON letters_sent (at);
