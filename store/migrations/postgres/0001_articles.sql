-- Instants are milliseconds since 1970, UTC. Both databases have the same tables, columns and index names.

CREATE TABLE sections (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug     TEXT COLLATE "C" NOT NULL UNIQUE,
    name     TEXT NOT NULL
);

CREATE TABLE topics (
    slug TEXT COLLATE "C" PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE people (
    slug TEXT COLLATE "C" PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE articles (
    id              TEXT COLLATE "C" PRIMARY KEY,
    title           TEXT NOT NULL,
    summary         TEXT,
    published_at    BIGINT NOT NULL,
    updated_at      BIGINT,
    edition         TEXT NOT NULL CHECK (edition IN ('online', 'koran', 'majalah')),
    cover_story     BIGINT NOT NULL CHECK (cover_story IN (0, 1)),
    section_slug    TEXT COLLATE "C" REFERENCES sections (slug),
    agency          TEXT,
    place           TEXT,
    picture_file    TEXT,
    picture_width   BIGINT,
    picture_height  BIGINT,
    picture_origin  TEXT,
    picture_alt     TEXT,
    picture_caption TEXT,
    picture_credit  TEXT,
    editor_pick     TEXT COLLATE "C",
    videos          TEXT NOT NULL,
    language        TEXT NOT NULL,
    teaser          TEXT NOT NULL,
    fingerprint     TEXT NOT NULL,
    CHECK ((picture_file IS NULL) = (picture_width IS NULL) AND (picture_file IS NULL) = (picture_height IS NULL)),
    CHECK (picture_file IS NULL OR picture_origin IS NULL)
);

CREATE INDEX articles_by_time ON articles (published_at, id);
CREATE INDEX articles_by_section ON articles (section_slug, published_at, id);
CREATE INDEX articles_by_edition ON articles (edition, published_at, id);

-- Apart from the articles, so that no list can touch a text.
CREATE TABLE article_bodies (
    article_id TEXT COLLATE "C" PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    html       TEXT NOT NULL,
    sanitiser  BIGINT NOT NULL
);

CREATE INDEX article_bodies_by_sanitiser ON article_bodies (sanitiser);

-- The time is repeated, so that a topic's newest articles are one walk along an index.
CREATE TABLE article_topics (
    article_id   TEXT COLLATE "C" NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position     BIGINT NOT NULL,
    topic_slug   TEXT COLLATE "C" NOT NULL REFERENCES topics (slug),
    published_at BIGINT NOT NULL,
    PRIMARY KEY (article_id, position)
);

CREATE INDEX article_topics_by_time ON article_topics (topic_slug, published_at, article_id);

CREATE TABLE article_people (
    article_id   TEXT COLLATE "C" NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    role         TEXT NOT NULL CHECK (role IN ('reporter', 'editor')),
    position     BIGINT NOT NULL,
    person_slug  TEXT COLLATE "C" NOT NULL REFERENCES people (slug),
    published_at BIGINT NOT NULL,
    PRIMARY KEY (article_id, role, position)
);

CREATE INDEX article_people_by_time ON article_people (person_slug, published_at, article_id);
