-- Tables, columns and words under the names that the field has for them. Programs before this one know the old names only.
ALTER TABLE letters RENAME TO outbox_emails;
DROP INDEX letters_by_due;
DROP INDEX letters_by_recipient;
CREATE INDEX outbox_emails_by_due ON outbox_emails (due_at);
CREATE INDEX outbox_emails_by_recipient ON outbox_emails (recipient, written_at);
UPDATE outbox_emails SET kind = CASE kind WHEN 'join' THEN 'register' WHEN 'already_joined' THEN 'already_registered'
    WHEN 'leave_email' THEN 'confirm_old_email' WHEN 'take_email' THEN 'confirm_new_email' ELSE kind END
    WHERE kind IN ('join', 'already_joined', 'leave_email', 'take_email');

ALTER TABLE detours RENAME TO oidc_logins;
ALTER TABLE sessions RENAME COLUMN proven_at TO authenticated_at;

-- SQLite cannot change a check, so the table is made anew.
CREATE TABLE new_confirmations (
    id         TEXT PRIMARY KEY,
    purpose    TEXT NOT NULL CHECK (purpose IN ('register', 'sign_in', 'reset_password', 'confirm_old_email', 'confirm_new_email', 'secure_account')),
    email      TEXT NOT NULL,
    account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    password   TEXT,
    language   TEXT NOT NULL,
    return_to  TEXT NOT NULL,
    asked_at   INTEGER NOT NULL
) STRICT;

INSERT INTO new_confirmations SELECT id, CASE purpose WHEN 'join' THEN 'register' WHEN 'leave_email' THEN 'confirm_old_email'
    WHEN 'take_email' THEN 'confirm_new_email' ELSE purpose END, email, account_id, password, language, return_to, asked_at FROM confirmations;
DROP TABLE confirmations;
ALTER TABLE new_confirmations RENAME TO confirmations;

CREATE INDEX confirmations_by_email ON confirmations (email);
CREATE INDEX confirmations_by_account ON confirmations (account_id);

UPDATE schema_compatibility SET compatible_from = 18;
