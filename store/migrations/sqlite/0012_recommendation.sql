-- Counted up by every transaction that writes articles, which hold the row until they are done: what has a larger number came later.
CREATE TABLE revisions (
    newest INTEGER NOT NULL
) STRICT;

INSERT INTO revisions (newest) VALUES (0);

ALTER TABLE articles ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

CREATE INDEX articles_by_revision ON articles (revision, id);

-- How often an article was read, and after which one (none: ''), in a stretch of time. Of whom is not known.
CREATE TABLE reads (
    bucket_at INTEGER NOT NULL,
    previous  TEXT NOT NULL,
    article   TEXT NOT NULL,
    count     INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (bucket_at, previous, article)
) STRICT, WITHOUT ROWID;

-- What readers have read, for themselves.
CREATE TABLE histories (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    read_at    INTEGER NOT NULL,
    PRIMARY KEY (account_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX histories_by_time ON histories (account_id, read_at, article_id);

-- Sponsored items. `content` is JSON: what is shown, and how often.
CREATE TABLE sponsored (
    id        TEXT NOT NULL PRIMARY KEY,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL,
    content   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sponsored_by_end ON sponsored (ends_at);

-- A day of the publisher's calendar, as the number of days since 1970.
CREATE TABLE sponsored_views (
    day          INTEGER NOT NULL,
    sponsored_id TEXT NOT NULL REFERENCES sponsored (id) ON DELETE CASCADE,
    count        INTEGER NOT NULL,
    PRIMARY KEY (day, sponsored_id)
) STRICT, WITHOUT ROWID;
