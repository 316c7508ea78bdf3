-- Addresses of a newsroom's former site and the paths to which they lead; NULL for what was withdrawn. Programs before this migration
-- do not know the table and work without it.
CREATE TABLE redirects (
    address     TEXT COLLATE "C" PRIMARY KEY,
    destination TEXT
);
