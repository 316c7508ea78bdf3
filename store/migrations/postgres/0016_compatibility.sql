-- The oldest migration whose program can still work with this schema. A migration that such programs cannot work with any more raises
-- it to its own number.
CREATE TABLE schema_compatibility (
    compatible_from BIGINT NOT NULL
);

INSERT INTO schema_compatibility (compatible_from) VALUES (16);

-- Written to find out whether the database takes writes.
CREATE TABLE write_probes (
    written BIGINT NOT NULL
);

INSERT INTO write_probes (written) VALUES (0);

-- When the link was first refused for its age. Whatever the clock says later, it stays refused.
ALTER TABLE mail_links ADD COLUMN refused_at BIGINT;
