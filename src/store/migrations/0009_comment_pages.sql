-- The first page of a topic's comments as its page shows them: one row to read. `version` goes up with every change that
-- a reader could see, in the very statement that makes it; `body` was made of version `made`, and of no other.
CREATE TABLE comment_pages (
  topic   TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  made    INTEGER,
  shape   TEXT,
  body    TEXT
) WITHOUT ROWID;

CREATE TRIGGER page_after_comment AFTER INSERT ON comments WHEN NEW.blocked = 0
BEGIN
  INSERT INTO comment_pages (topic, version) VALUES (NEW.topic, 1) ON CONFLICT DO UPDATE SET version = version + 1;
END;

CREATE TRIGGER page_after_judgement AFTER UPDATE OF blocked, reader, body ON comments
WHEN NEW.blocked = 0 OR OLD.blocked = 0
BEGIN
  INSERT INTO comment_pages (topic, version) VALUES (NEW.topic, 1) ON CONFLICT DO UPDATE SET version = version + 1;
END;

CREATE TRIGGER page_after_renaming AFTER UPDATE OF name ON readers WHEN NEW.name <> OLD.name
BEGIN
  UPDATE comment_pages SET version = version + 1 WHERE topic IN (SELECT topic FROM comments WHERE reader = NEW.id);
END;

-- Doors are written by REPLACE, whose rule for conflicts would hold in here too: so no statement here can have one.
CREATE TRIGGER page_after_door AFTER INSERT ON comment_doors
BEGIN
  UPDATE comment_pages SET version = version + 1 WHERE topic = NEW.topic;
  INSERT INTO comment_pages (topic, version)
    SELECT NEW.topic, 1 WHERE NOT EXISTS (SELECT 1 FROM comment_pages WHERE topic = NEW.topic);
END;

INSERT INTO comment_pages (topic, version) SELECT DISTINCT topic, 1 FROM comments WHERE true
UNION SELECT topic, 1 FROM comment_doors;
