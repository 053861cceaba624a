-- A reader whose own server said "later" waits alone: how often it did, and until when.
ALTER TABLE outbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN not_before TEXT;

-- When a run's work goes on by itself, where it rests; and how often what it froze was changed, so that nothing made
-- of it before a withholding is sent after.
ALTER TABLE digest_runs ADD COLUMN expected TEXT;
ALTER TABLE digest_runs ADD COLUMN content INTEGER NOT NULL DEFAULT 0;

-- Who told of what suppressed an address, in short and without addresses; and what a suppressed reader was before.
ALTER TABLE suppressions ADD COLUMN source TEXT;
ALTER TABLE suppressions ADD COLUMN detail TEXT;
CREATE INDEX suppressions_by_time ON suppressions (at, address);
CREATE INDEX delivery_events_by_address ON delivery_events (address, at);
ALTER TABLE subscribers ADD COLUMN was TEXT;
