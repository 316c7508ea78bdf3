-- Advertisements. `content` is JSON: what is shown, where, and how often.
CREATE TABLE ads (
    id        TEXT NOT NULL PRIMARY KEY,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL,
    content   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX ads_by_end ON ads (ends_at);
