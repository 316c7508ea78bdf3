-- Random values that all servers share and that leave neither them nor the store. Without this one, the names of `departures` cannot be told from chance.
CREATE TABLE secrets (
    name  TEXT COLLATE "C" PRIMARY KEY,
    value BYTEA NOT NULL
);

-- 32 bytes, of which the generator leaves 244 bits to chance.
INSERT INTO secrets (name, value) VALUES ('departures', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- What the address of a deleted account has spent in its last period: who registers it anew goes on from there. The address
-- is not here, only its HMAC, and not for longer than the period.
CREATE TABLE departures (
    name       TEXT COLLATE "C" PRIMARY KEY,
    period     TEXT NOT NULL,
    units      BIGINT NOT NULL CHECK (units > 0),
    expires_at BIGINT NOT NULL
);

CREATE INDEX departures_by_time ON departures (expires_at);

-- Units that an account has spent before it was deleted and registered anew.
CREATE TABLE carried_units (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    period     TEXT NOT NULL,
    units      BIGINT NOT NULL CHECK (units > 0),
    PRIMARY KEY (account_id, period)
);
