-- Browsers that have opened an article without an account. Their receipts bear `guest:` and this id.
CREATE TABLE guests (
    id      TEXT PRIMARY KEY,
    made_at INTEGER NOT NULL
) STRICT;
