-- One row for each article that a reader has opened; it opens it for good. The units of a period are numbered, so that no
-- unit can be spent twice. Rows outlive their account under a name that nobody has: the books stay right.
CREATE TABLE receipts (
    account_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    period     TEXT NOT NULL,
    unit       INTEGER NOT NULL CHECK (unit > 0),
    opened_at  INTEGER NOT NULL,
    PRIMARY KEY (account_id, article_id),
    UNIQUE (account_id, period, unit)
) STRICT;

-- What a reader was granted in a period, written with the first receipt.
CREATE TABLE allowances (
    account_id TEXT NOT NULL,
    period     TEXT NOT NULL,
    units      INTEGER NOT NULL,
    granted_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, period)
) STRICT, WITHOUT ROWID;

-- By address, because somebody may pay before they register.
CREATE TABLE subscriptions (
    reference  TEXT PRIMARY KEY,
    email      TEXT NOT NULL,
    plan       TEXT NOT NULL CHECK (plan IN ('all', 'koran', 'majalah', 'day')),
    starts_at  INTEGER NOT NULL,
    ends_at    INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX subscriptions_by_email ON subscriptions (email, ends_at);
