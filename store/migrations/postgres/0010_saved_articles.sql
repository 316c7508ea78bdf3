-- Articles that readers have put aside.
CREATE TABLE saved_articles (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    article_id TEXT COLLATE "C" NOT NULL,
    saved_at   BIGINT NOT NULL,
    PRIMARY KEY (account_id, article_id)
);
