-- Advertisements. `content` is JSON: what is shown, where, and how often.
CREATE TABLE ads (
    id        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    starts_at BIGINT NOT NULL,
    ends_at   BIGINT NOT NULL,
    content   TEXT NOT NULL
);

CREATE INDEX ads_by_end ON ads (ends_at);
