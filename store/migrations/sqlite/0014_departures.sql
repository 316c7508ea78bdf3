-- Random values that all servers share and that leave neither them nor the store. Without this one, the names of `departures` cannot be told from chance.
CREATE TABLE secrets (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO secrets (name, value) VALUES ('departures', randomblob(32));

-- What the address of a deleted account has spent in its last period: who registers it anew goes on from there. The address
-- is not here, only its HMAC, and not for longer than the period.
CREATE TABLE departures (
    name       TEXT PRIMARY KEY,
    period     TEXT NOT NULL,
    units      INTEGER NOT NULL CHECK (units > 0),
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX departures_by_time ON departures (expires_at);

-- Units that an account has spent before it was deleted and registered anew.
CREATE TABLE carried_units (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    period     TEXT NOT NULL,
    units      INTEGER NOT NULL CHECK (units > 0),
    PRIMARY KEY (account_id, period)
) STRICT, WITHOUT ROWID;
