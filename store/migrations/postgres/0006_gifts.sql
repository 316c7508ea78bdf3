-- Links that open one article to whoever holds them; those of a period are numbered, so that none is given beyond the last.
CREATE TABLE gifts (
    token      TEXT COLLATE "C" PRIMARY KEY,
    id         TEXT COLLATE "C" NOT NULL UNIQUE,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    article_id TEXT COLLATE "C" NOT NULL,
    period     TEXT COLLATE "C" NOT NULL,
    number     BIGINT NOT NULL CHECK (number > 0),
    made_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked    BIGINT NOT NULL DEFAULT 0 CHECK (revoked IN (0, 1)),
    readings   BIGINT NOT NULL DEFAULT 0,
    UNIQUE (account_id, period, number)
);
