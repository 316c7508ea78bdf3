-- Secrets (sessions, links, codes, devices) are kept as SHA-256 only, passwords as PHC strings.

CREATE TABLE accounts (
    id           TEXT COLLATE "C" PRIMARY KEY,
    email        TEXT COLLATE "C" NOT NULL UNIQUE,
    password     TEXT,
    language     TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    uses_history BIGINT NOT NULL CHECK (uses_history IN (0, 1))
);

-- What waits for an answer to a mail.
CREATE TABLE confirmations (
    id         TEXT COLLATE "C" PRIMARY KEY,
    purpose    TEXT NOT NULL CHECK (purpose IN ('join', 'sign_in', 'reset_password', 'leave_email', 'take_email')),
    email      TEXT COLLATE "C" NOT NULL,
    account_id TEXT COLLATE "C" REFERENCES accounts (id) ON DELETE CASCADE,
    password   TEXT,
    language   TEXT NOT NULL,
    return_to  TEXT NOT NULL,
    asked_at   BIGINT NOT NULL
);

CREATE INDEX confirmations_by_email ON confirmations (email);
CREATE INDEX confirmations_by_account ON confirmations (account_id);

-- Outlive their confirmation, so that a used link can say so.
CREATE TABLE mail_links (
    token           TEXT COLLATE "C" PRIMARY KEY,
    code            TEXT NOT NULL,
    confirmation_id TEXT COLLATE "C" NOT NULL,
    expires_at      BIGINT NOT NULL,
    used_at         BIGINT
);

CREATE INDEX mail_links_by_confirmation ON mail_links (confirmation_id);

CREATE TABLE sessions (
    token      TEXT COLLATE "C" PRIMARY KEY,
    id         TEXT COLLATE "C" NOT NULL UNIQUE,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    started_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL,
    proven_at  BIGINT NOT NULL,
    device     TEXT NOT NULL
);

CREATE INDEX sessions_by_account ON sessions (account_id, seen_at);

CREATE TABLE known_devices (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    token      TEXT COLLATE "C" NOT NULL,
    known_at   BIGINT NOT NULL,
    PRIMARY KEY (account_id, token)
);

-- Keys are hashes of what is counted.
CREATE TABLE limits (
    key     TEXT COLLATE "C" PRIMARY KEY,
    tries   BIGINT NOT NULL,
    free_at BIGINT NOT NULL
);

CREATE INDEX limits_by_time ON limits (free_at);

-- The outbox and the delivery log in one; due_at is empty once a letter is done with.
CREATE TABLE letters (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind            TEXT NOT NULL,
    recipient       TEXT COLLATE "C" NOT NULL,
    confirmation_id TEXT COLLATE "C",
    language        TEXT NOT NULL,
    written_at      BIGINT NOT NULL,
    tries           BIGINT NOT NULL,
    due_at          BIGINT,
    sent_at         BIGINT,
    remark          TEXT
);

CREATE INDEX letters_by_due ON letters (due_at);
CREATE INDEX letters_by_recipient ON letters (recipient, written_at);
