-- Topics and people that readers follow.
CREATE TABLE followed_subjects (
    account_id  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL CHECK (kind IN ('topic', 'person')),
    slug        TEXT NOT NULL,
    followed_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, kind, slug)
) STRICT, WITHOUT ROWID;
