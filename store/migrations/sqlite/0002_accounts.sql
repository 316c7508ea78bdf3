-- Secrets (sessions, links, codes, devices) are kept as SHA-256 only, passwords as PHC strings.

CREATE TABLE accounts (
    id           TEXT PRIMARY KEY,
    email        TEXT NOT NULL UNIQUE,
    password     TEXT,
    language     TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    uses_history INTEGER NOT NULL CHECK (uses_history IN (0, 1))
) STRICT;

-- What waits for an answer to a mail.
CREATE TABLE confirmations (
    id         TEXT PRIMARY KEY,
    purpose    TEXT NOT NULL CHECK (purpose IN ('join', 'sign_in', 'reset_password', 'leave_email', 'take_email')),
    email      TEXT NOT NULL,
    account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    password   TEXT,
    language   TEXT NOT NULL,
    return_to  TEXT NOT NULL,
    asked_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX confirmations_by_email ON confirmations (email);
CREATE INDEX confirmations_by_account ON confirmations (account_id);

-- Outlive their confirmation, so that a used link can say so.
CREATE TABLE mail_links (
    token           TEXT PRIMARY KEY,
    code            TEXT NOT NULL,
    confirmation_id TEXT NOT NULL,
    expires_at      INTEGER NOT NULL,
    used_at         INTEGER
) STRICT;

CREATE INDEX mail_links_by_confirmation ON mail_links (confirmation_id);

CREATE TABLE sessions (
    token      TEXT PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    started_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL,
    proven_at  INTEGER NOT NULL,
    device     TEXT NOT NULL
) STRICT;

CREATE INDEX sessions_by_account ON sessions (account_id, seen_at);

CREATE TABLE known_devices (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    token      TEXT NOT NULL,
    known_at   INTEGER NOT NULL,
    PRIMARY KEY (account_id, token)
) STRICT, WITHOUT ROWID;

-- Keys are hashes of what is counted.
CREATE TABLE limits (
    key     TEXT PRIMARY KEY,
    tries   INTEGER NOT NULL,
    free_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX limits_by_time ON limits (free_at);

-- The outbox and the delivery log in one; due_at is empty once a letter is done with.
CREATE TABLE letters (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    kind            TEXT NOT NULL,
    recipient       TEXT NOT NULL,
    confirmation_id TEXT,
    language        TEXT NOT NULL,
    written_at      INTEGER NOT NULL,
    tries           INTEGER NOT NULL,
    due_at          INTEGER,
    sent_at         INTEGER,
    remark          TEXT
) STRICT;

CREATE INDEX letters_by_due ON letters (due_at);
CREATE INDEX letters_by_recipient ON letters (recipient, written_at);
