-- Articles that readers have put aside.
CREATE TABLE saved_articles (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    saved_at   INTEGER NOT NULL,
    PRIMARY KEY (account_id, article_id)
) STRICT, WITHOUT ROWID;
