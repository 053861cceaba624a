-- The first count of a thread is where its windows begin: kept apart, as its hour's row goes on changing within the hour.
-- `lately` is what the site itself says came lately, a JSON list of {hours, comments, people}; null where it does not say.
ALTER TABLE outside_counts ADD COLUMN first_comments INTEGER;
ALTER TABLE outside_counts ADD COLUMN first_commenters INTEGER;
ALTER TABLE outside_counts ADD COLUMN first_at TEXT;
ALTER TABLE outside_counts ADD COLUMN lately TEXT CHECK (lately IS NULL OR json_valid(lately));

UPDATE outside_counts SET (first_comments, first_commenters, first_at) = (
  SELECT h.comments, h.commenters, h.hour || ':00:00.000Z' FROM outside_hours AS h
  WHERE h.origin = outside_counts.origin AND h.thread = outside_counts.thread ORDER BY h.hour LIMIT 1
);
