-- What all servers of the site must know and nobody else may: made by the first that asks, in base64.
CREATE TABLE shared_keys (
    name  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
