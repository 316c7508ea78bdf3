-- What was wrong with articles. `told_in` is the article that tells it at length, which may not be there yet.
CREATE TABLE corrections (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    noted_at   INTEGER NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('ralat', 'koreksi', 'hak_jawab', 'pencabutan')),
    text       TEXT NOT NULL,
    told_in    TEXT,
    PRIMARY KEY (article_id, noted_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX corrections_by_time ON corrections (noted_at, article_id);
CREATE INDEX corrections_by_telling ON corrections (told_in);
-- Few; lists ask it for what they must not show.
CREATE INDEX corrections_withdrawing ON corrections (article_id) WHERE kind = 'pencabutan';
