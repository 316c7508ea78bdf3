//! Whole articles, with topics, people and body.

use std::collections::HashMap;

use domain::article::{Article, ArticleId, Byline, Correction, Teaser, Video};
use domain::body::LockedBody;
use domain::label::{Person, Topic};
use domain::newsroom::{StoreError, StoredArticle};
use sqlx::any::AnyRow;

use crate::corrections::correction;
use crate::database::Database;
use crate::row::{article_id, card, card_columns, damaged, get, instant, slug};
use crate::sql::with_values;

const ARTICLES: &str = concat!(
    "SELECT ",
    card_columns!(),
    ", articles.updated_at, articles.agency, articles.place, articles.editor_pick, articles.videos, \
     articles.teaser, article_bodies.html, article_bodies.sanitiser FROM articles \
     JOIN article_bodies ON article_bodies.article_id = articles.id \
     LEFT JOIN sections ON sections.slug = articles.section_slug WHERE articles.id IN"
);
const TOPICS: &str = "SELECT article_topics.article_id, topics.slug, topics.name FROM article_topics \
                      JOIN topics ON topics.slug = article_topics.topic_slug WHERE article_topics.article_id IN";
const PEOPLE: &str = "SELECT article_people.article_id, article_people.role, people.slug, people.name \
                      FROM article_people JOIN people ON people.slug = article_people.person_slug \
                      WHERE article_people.article_id IN";

const CORRECTIONS: &str =
    "SELECT article_id, noted_at, kind, text, told_in FROM corrections WHERE article_id IN";

/// The stored articles among these ids, by id.
pub(crate) async fn wholes(database: &Database, ids: &[ArticleId]) -> Result<Vec<StoredArticle>, StoreError> {
    let mut topics: HashMap<ArticleId, Vec<Topic>> = HashMap::new();
    for (id, topic) in topics_of(database, ids).await? {
        topics.entry(id).or_default().push(topic);
    }
    let mut bylines: HashMap<ArticleId, Byline> = HashMap::new();
    for (id, (role, person)) in
        about(database, PEOPLE, ids, "ORDER BY article_people.position", person).await?
    {
        let byline = bylines.entry(id).or_default();
        let people = if role == "reporter" { &mut byline.reporters } else { &mut byline.editors };
        people.push(person);
    }
    let mut corrections: HashMap<ArticleId, Vec<Correction>> = HashMap::new();
    for (id, correction) in about(database, CORRECTIONS, ids, "ORDER BY noted_at DESC", correction_of).await?
    {
        corrections.entry(id).or_default().push(correction);
    }
    let mut found = about(database, ARTICLES, ids, "ORDER BY articles.id", whole).await?;
    for (id, kept) in &mut found {
        kept.article.topics = topics.remove(id).unwrap_or_default();
        kept.article.corrections = corrections.remove(id).unwrap_or_default();
        let people = bylines.remove(id).unwrap_or_default();
        kept.article.byline.reporters = people.reporters;
        kept.article.byline.editors = people.editors;
    }
    Ok(found.into_iter().map(|(_, kept)| kept).collect())
}

/// The topics of these articles, those of one article in the editors' order.
pub(super) async fn topics_of(
    database: &Database,
    ids: &[ArticleId],
) -> Result<Vec<(ArticleId, Topic)>, StoreError> {
    about(database, TOPICS, ids, "ORDER BY article_topics.position", topic).await
}

/// The rows about any of these articles.
async fn about<T>(
    database: &Database,
    select: &str,
    ids: &[ArticleId],
    order: &str,
    read: fn(&AnyRow) -> Result<(ArticleId, T), StoreError>,
) -> Result<Vec<(ArticleId, T)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = sqlx::query(with_values(select, ids.len(), order));
    for id in ids {
        query = query.bind(id.as_str().to_owned());
    }
    database.rows(query, read).await
}

fn topic(row: &AnyRow) -> Result<(ArticleId, Topic), StoreError> {
    Ok((article_id(row, "article_id")?, Topic { slug: slug(get(row, "slug")?)?, name: get(row, "name")? }))
}

fn person(row: &AnyRow) -> Result<(ArticleId, (String, Person)), StoreError> {
    let person = Person { slug: slug(get(row, "slug")?)?, name: get(row, "name")? };
    Ok((article_id(row, "article_id")?, (get(row, "role")?, person)))
}

fn correction_of(row: &AnyRow) -> Result<(ArticleId, Correction), StoreError> {
    Ok((article_id(row, "article_id")?, correction(row)?))
}

fn whole(row: &AnyRow) -> Result<(ArticleId, StoredArticle), StoreError> {
    let card = card(row)?;
    let sanitiser: i64 = get(row, "sanitiser")?;
    let article = Article {
        id: card.id.clone(),
        title: card.title,
        summary: card.summary,
        published_at: card.published_at,
        updated_at: get::<Option<i64>>(row, "updated_at")?.map(instant).transpose()?,
        edition: card.edition,
        cover_story: card.cover_story,
        section: card.section,
        topics: Vec::new(),
        byline: Byline { agency: get(row, "agency")?, place: get(row, "place")?, ..Byline::default() },
        picture: card.picture,
        editor_pick: get::<Option<String>>(row, "editor_pick")?.and_then(|id| ArticleId::parse(&id).ok()),
        language: card.language,
        corrections: Vec::new(),
        teaser: Teaser::from_text(&get::<String>(row, "teaser")?),
    };
    let body = LockedBody::new(card.id.clone(), get(row, "html")?)
        .with_videos(videos(&get::<String>(row, "videos")?)?);
    let sanitiser = u32::try_from(sanitiser).map_err(|_| damaged("sanitiser", &sanitiser.to_string()))?;
    Ok((card.id, StoredArticle { article, body, sanitiser }))
}

fn videos(json: &str) -> Result<Vec<Video>, StoreError> {
    serde_json::from_str(json).map_err(|_| damaged("videos", json))
}

#[cfg(test)]
mod tests {
    use domain::article::{PictureSource, VideoSource};

    use super::*;

    #[test]
    fn videos_that_older_versions_kept_are_there() {
        let kept = r#"[{"title":"V","src":"v.mp4","poster":"p.jpg","captions":null}]"#;
        let video = videos(kept).unwrap().remove(0);
        assert_eq!(video.src, VideoSource::Elsewhere("v.mp4".into()));
        assert_eq!(video.poster, Some(PictureSource::Origin("p.jpg".into())));
    }
}
