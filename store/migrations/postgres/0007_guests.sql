-- Browsers that have opened an article without an account. Their receipts bear `guest:` and this id.
CREATE TABLE guests (
    id      TEXT COLLATE "C" PRIMARY KEY,
    made_at BIGINT NOT NULL
);
