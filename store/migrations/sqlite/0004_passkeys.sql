-- Public keys; the secret ones never leave the readers' devices.
CREATE TABLE passkeys (
    id         TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    device     TEXT NOT NULL,
    data       TEXT NOT NULL,
    made_at    INTEGER NOT NULL,
    used_at    INTEGER
) STRICT;

CREATE INDEX passkeys_by_account ON passkeys (account_id, made_at);

-- Questions that devices have been asked.
CREATE TABLE challenges (
    id         TEXT PRIMARY KEY,
    account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    state      TEXT NOT NULL,
    asked_at   INTEGER NOT NULL
) STRICT;
