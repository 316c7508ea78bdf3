-- Public keys; the secret ones never leave the readers' devices.
CREATE TABLE passkeys (
    id         TEXT COLLATE "C" PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    device     TEXT NOT NULL,
    data       TEXT NOT NULL,
    made_at    BIGINT NOT NULL,
    used_at    BIGINT
);

CREATE INDEX passkeys_by_account ON passkeys (account_id, made_at);

-- Questions that devices have been asked.
CREATE TABLE challenges (
    id         TEXT COLLATE "C" PRIMARY KEY,
    account_id TEXT COLLATE "C" REFERENCES accounts (id) ON DELETE CASCADE,
    state      TEXT NOT NULL,
    asked_at   BIGINT NOT NULL
);
