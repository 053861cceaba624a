-- The record's instant that a reader's first accepted digest showed: of what it held they were sent the lead family alone.
-- Null before the first, and for readers whose first run is no longer kept.
ALTER TABLE subscribers ADD COLUMN first_cursor TEXT;

UPDATE subscribers SET first_cursor = f.first
FROM (
  SELECT o.subscriber, min(r.known_at) AS first FROM outbox AS o JOIN digest_runs AS r ON r.id = o.run
  WHERE o.state = 'sent' AND o.since IS NULL GROUP BY o.subscriber
) AS f
WHERE f.subscriber = subscribers.id AND subscribers.cursor IS NOT NULL;
