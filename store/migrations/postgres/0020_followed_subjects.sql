-- Topics and people that readers follow.
CREATE TABLE followed_subjects (
    account_id  TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    kind        TEXT COLLATE "C" NOT NULL CHECK (kind IN ('topic', 'person')),
    slug        TEXT COLLATE "C" NOT NULL,
    followed_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, kind, slug)
);
