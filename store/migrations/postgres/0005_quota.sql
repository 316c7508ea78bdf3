-- One row for each article that a reader has opened; it opens it for good. The units of a period are numbered, so that no
-- unit can be spent twice. Rows outlive their account under a name that nobody has: the books stay right.
CREATE TABLE receipts (
    account_id TEXT COLLATE "C" NOT NULL,
    article_id TEXT COLLATE "C" NOT NULL,
    period     TEXT COLLATE "C" NOT NULL,
    unit       BIGINT NOT NULL CHECK (unit > 0),
    opened_at  BIGINT NOT NULL,
    PRIMARY KEY (account_id, article_id),
    UNIQUE (account_id, period, unit)
);

-- What a reader was granted in a period, written with the first receipt.
CREATE TABLE allowances (
    account_id TEXT COLLATE "C" NOT NULL,
    period     TEXT COLLATE "C" NOT NULL,
    units      BIGINT NOT NULL,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, period)
);

-- By address, because somebody may pay before they register.
CREATE TABLE subscriptions (
    reference  TEXT COLLATE "C" PRIMARY KEY,
    email      TEXT COLLATE "C" NOT NULL,
    plan       TEXT NOT NULL CHECK (plan IN ('all', 'koran', 'majalah', 'day')),
    starts_at  BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE INDEX subscriptions_by_email ON subscriptions (email, ends_at);
