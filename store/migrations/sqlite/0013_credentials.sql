-- Raised by every change of password, address or way in. Whatever rests on an account as it was read compares it.
ALTER TABLE accounts ADD COLUMN credentials_version INTEGER NOT NULL DEFAULT 1;

-- The name of the device or provider that a letter tells of.
ALTER TABLE letters ADD COLUMN detail TEXT;

-- One more purpose. SQLite cannot change a check, so the table is made anew.
CREATE TABLE new_confirmations (
    id         TEXT PRIMARY KEY,
    purpose    TEXT NOT NULL CHECK (purpose IN ('join', 'sign_in', 'reset_password', 'leave_email', 'take_email', 'secure_account')),
    email      TEXT NOT NULL,
    account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    password   TEXT,
    language   TEXT NOT NULL,
    return_to  TEXT NOT NULL,
    asked_at   INTEGER NOT NULL
) STRICT;

INSERT INTO new_confirmations SELECT id, purpose, email, account_id, password, language, return_to, asked_at FROM confirmations;
DROP TABLE confirmations;
ALTER TABLE new_confirmations RENAME TO confirmations;

CREATE INDEX confirmations_by_email ON confirmations (email);
CREATE INDEX confirmations_by_account ON confirmations (account_id);
