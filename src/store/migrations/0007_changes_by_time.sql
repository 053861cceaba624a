-- Changes newest first, whatever the length of the history behind them.
CREATE INDEX changes_by_time ON changes (topic, at DESC, id DESC);
