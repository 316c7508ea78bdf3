-- Counted up by every transaction that writes articles, which hold the row until they are done: what has a larger number came later.
CREATE TABLE revisions (
    newest BIGINT NOT NULL
);

INSERT INTO revisions (newest) VALUES (0);

ALTER TABLE articles ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;

CREATE INDEX articles_by_revision ON articles (revision, id);

-- How often an article was read, and after which one (none: ''), in a stretch of time. Of whom is not known.
CREATE TABLE reads (
    bucket_at BIGINT NOT NULL,
    previous  TEXT COLLATE "C" NOT NULL,
    article   TEXT COLLATE "C" NOT NULL,
    count     BIGINT NOT NULL CHECK (count > 0),
    PRIMARY KEY (bucket_at, previous, article)
);

-- What readers have read, for themselves.
CREATE TABLE histories (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    article_id TEXT COLLATE "C" NOT NULL,
    read_at    BIGINT NOT NULL,
    PRIMARY KEY (account_id, article_id)
);

CREATE INDEX histories_by_time ON histories (account_id, read_at, article_id);

-- Sponsored items. `content` is JSON: what is shown, and how often.
CREATE TABLE sponsored (
    id        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    starts_at BIGINT NOT NULL,
    ends_at   BIGINT NOT NULL,
    content   TEXT NOT NULL
);

CREATE INDEX sponsored_by_end ON sponsored (ends_at);

-- A day of the publisher's calendar, as the number of days since 1970.
CREATE TABLE sponsored_views (
    day          BIGINT NOT NULL,
    sponsored_id TEXT COLLATE "C" NOT NULL REFERENCES sponsored (id) ON DELETE CASCADE,
    count        BIGINT NOT NULL,
    PRIMARY KEY (day, sponsored_id)
);
