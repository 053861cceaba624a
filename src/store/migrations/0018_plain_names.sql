-- Plain names for what had private ones: an entry of a log holds an action; a topic's comments follow a policy; a sudden
-- rise is a spike; a mail that answers what its reader just asked for is a transactional mail.
ALTER TABLE log RENAME COLUMN deed TO action;
ALTER TABLE desk_log RENAME COLUMN deed TO action;

ALTER TABLE comment_doors RENAME TO comments_policies;
ALTER TABLE comment_heat RENAME TO comment_spikes;
ALTER TABLE letters RENAME TO transactional_mails;
ALTER TABLE letters_sent RENAME TO transactional_mails_sent;
ALTER TABLE transactional_mails_sent RENAME COLUMN letter TO mail;

-- The kinds stand in a CHECK, so the table is made anew; its numbers stay, since pages are cut by them.
CREATE TABLE moderation_log_renamed (
  n       INTEGER PRIMARY KEY AUTOINCREMENT,
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('policy', 'reader', 'appeal', 'spike')),
  subject TEXT NOT NULL,
  action  TEXT NOT NULL,
  reason  TEXT NOT NULL
);
INSERT INTO moderation_log_renamed (n, at, actor, kind, subject, action, reason)
SELECT n, at, actor, CASE kind WHEN 'door' THEN 'policy' WHEN 'heat' THEN 'spike' ELSE kind END, subject, deed, reason
FROM moderation_log;
DROP TABLE moderation_log;
ALTER TABLE moderation_log_renamed RENAME TO moderation_log;
CREATE INDEX moderation_log_by_subject ON moderation_log (kind, subject, n);
CREATE INDEX moderation_log_by_time ON moderation_log (at, n);
