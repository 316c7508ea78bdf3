-- What the pages of people and topics say above their articles. `content` is JSON: texts, contact and portrait. Programs before this
-- migration do not know the table and work without it. A profile may be there before the first article that names its person or topic.
CREATE TABLE profiles (
    kind      TEXT NOT NULL CHECK (kind IN ('person', 'topic')),
    slug      TEXT NOT NULL,
    name      TEXT NOT NULL,
    content   TEXT NOT NULL,
    sanitiser INTEGER NOT NULL,
    PRIMARY KEY (kind, slug)
) STRICT, WITHOUT ROWID;
