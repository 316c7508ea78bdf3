-- Links that open one article to whoever holds them; those of a period are numbered, so that none is given beyond the last.
CREATE TABLE gifts (
    token      TEXT PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    period     TEXT NOT NULL,
    number     INTEGER NOT NULL CHECK (number > 0),
    made_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked    INTEGER NOT NULL DEFAULT 0 CHECK (revoked IN (0, 1)),
    readings   INTEGER NOT NULL DEFAULT 0,
    UNIQUE (account_id, period, number)
) STRICT;
