-- Instants are milliseconds since 1970, UTC. Both databases have the same tables, columns and index names.

CREATE TABLE sections (
    position INTEGER PRIMARY KEY,
    slug     TEXT NOT NULL UNIQUE,
    name     TEXT NOT NULL
) STRICT;

CREATE TABLE topics (
    slug TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
    slug TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
    id              TEXT PRIMARY KEY,
    title           TEXT NOT NULL,
    summary         TEXT,
    published_at    INTEGER NOT NULL,
    updated_at      INTEGER,
    edition         TEXT NOT NULL CHECK (edition IN ('online', 'koran', 'majalah')),
    cover_story     INTEGER NOT NULL CHECK (cover_story IN (0, 1)),
    section_slug    TEXT REFERENCES sections (slug),
    agency          TEXT,
    place           TEXT,
    picture_file    TEXT,
    picture_width   INTEGER,
    picture_height  INTEGER,
    picture_origin  TEXT,
    picture_alt     TEXT,
    picture_caption TEXT,
    picture_credit  TEXT,
    editor_pick     TEXT,
    videos          TEXT NOT NULL,
    language        TEXT NOT NULL,
    teaser          TEXT NOT NULL,
    fingerprint     TEXT NOT NULL,
    CHECK ((picture_file IS NULL) = (picture_width IS NULL) AND (picture_file IS NULL) = (picture_height IS NULL)),
    CHECK (picture_file IS NULL OR picture_origin IS NULL)
) STRICT;

CREATE INDEX articles_by_time ON articles (published_at, id);
CREATE INDEX articles_by_section ON articles (section_slug, published_at, id);
CREATE INDEX articles_by_edition ON articles (edition, published_at, id);

-- Apart from the articles, so that no list can touch a text.
CREATE TABLE article_bodies (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    html       TEXT NOT NULL,
    sanitiser  INTEGER NOT NULL
) STRICT;

CREATE INDEX article_bodies_by_sanitiser ON article_bodies (sanitiser);

-- The time is repeated, so that a topic's newest articles are one walk along an index.
CREATE TABLE article_topics (
    article_id   TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    topic_slug   TEXT NOT NULL REFERENCES topics (slug),
    published_at INTEGER NOT NULL,
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_topics_by_time ON article_topics (topic_slug, published_at, article_id);

CREATE TABLE article_people (
    article_id   TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    role         TEXT NOT NULL CHECK (role IN ('reporter', 'editor')),
    position     INTEGER NOT NULL,
    person_slug  TEXT NOT NULL REFERENCES people (slug),
    published_at INTEGER NOT NULL,
    PRIMARY KEY (article_id, role, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_people_by_time ON article_people (person_slug, published_at, article_id);
