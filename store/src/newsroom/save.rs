//! Writing a batch of articles: statements of many rows, in one transaction.

use std::collections::BTreeMap;

use domain::article::{Article, CoverStory, PictureSource, Video};
use domain::newsroom::Draft;
use domain::slug::Slug;
use sqlx::Row;

use crate::sql::{Query, with_rows, with_values};
use crate::transaction::Transaction;

/// SQLite would take 32,766 values a statement, but looks each `$n` up in a list: the time grows with their square.
const MOST_VALUES: usize = 700;

const ARTICLE: &str = "INSERT INTO articles (id, title, summary, published_at, updated_at, edition, cover_story, \
     section_slug, agency, place, picture_file, picture_width, picture_height, picture_placeholder, picture_origin, \
     picture_alt, picture_caption, picture_credit, editor_pick, videos, language, teaser, fingerprint, revision) VALUES";
const ARTICLE_COLUMNS: usize = 24;
const ARTICLE_CHANGED: &str = "ON CONFLICT (id) DO UPDATE SET title = excluded.title, summary = excluded.summary, \
     published_at = excluded.published_at, updated_at = excluded.updated_at, edition = excluded.edition, \
     cover_story = excluded.cover_story, section_slug = excluded.section_slug, agency = excluded.agency, \
     place = excluded.place, picture_file = excluded.picture_file, picture_width = excluded.picture_width, \
     picture_height = excluded.picture_height, \
     picture_placeholder = excluded.picture_placeholder, picture_origin = excluded.picture_origin, \
     picture_alt = excluded.picture_alt, picture_caption = excluded.picture_caption, \
     picture_credit = excluded.picture_credit, editor_pick = excluded.editor_pick, videos = excluded.videos, \
     language = excluded.language, teaser = excluded.teaser, fingerprint = excluded.fingerprint, \
     revision = excluded.revision";

/// Holds the row until the transaction ends: who writes articles meanwhile waits, and comes later.
const NEXT_REVISION: &str = "UPDATE revisions SET newest = newest + 1 RETURNING newest";

const BODY: &str = "INSERT INTO article_bodies (article_id, html, sanitiser) VALUES";
const BODY_CHANGED: &str =
    "ON CONFLICT (article_id) DO UPDATE SET html = excluded.html, sanitiser = excluded.sanitiser";

const TOPIC: &str = "INSERT INTO article_topics (article_id, position, topic_slug, published_at) VALUES";
const CORRECTION: &str = "INSERT INTO corrections (article_id, noted_at, kind, text, told_in) VALUES";
const PERSON: &str =
    "INSERT INTO article_people (article_id, role, position, person_slug, published_at) VALUES";

pub(super) async fn save(transaction: &mut Transaction, drafts: &[Draft]) -> Result<(), sqlx::Error> {
    // Always in one order, so that two imports at once wait for each other instead of locking each other out.
    let mut drafts: Vec<&Draft> = drafts.iter().collect();
    drafts.sort_by(|one, other| one.article.id.cmp(&other.article.id));
    let revision: i64 = sqlx::query(NEXT_REVISION).fetch_one(&mut **transaction).await?.try_get("newest")?;
    let articles = || drafts.iter().map(|draft| &draft.article);

    let sections = articles().filter_map(|article| article.section.as_ref());
    let sections = unique(sections.map(|section| (&section.slug, section.name.as_str())));
    names(transaction, "INSERT INTO sections (slug, name) VALUES", &sections).await?;
    let topics = articles().flat_map(|article| &article.topics);
    let topics = unique(topics.map(|topic| (&topic.slug, topic.name.as_str())));
    names(transaction, "INSERT INTO topics (slug, name) VALUES", &topics).await?;
    let people =
        articles().flat_map(|article| article.byline.reporters.iter().chain(&article.byline.editors));
    let people = unique(people.map(|person| (&person.slug, person.name.as_str())));
    names(transaction, "INSERT INTO people (slug, name) VALUES", &people).await?;

    insert(transaction, (ARTICLE, ARTICLE_COLUMNS, ARTICLE_CHANGED), &drafts, |query, draft| {
        bind_article(query, draft).bind(revision)
    })
    .await?;
    insert(transaction, (BODY, 3, BODY_CHANGED), &drafts, |query, draft| {
        query.bind(id(&draft.article)).bind(draft.body_html.clone()).bind(i64::from(draft.sanitiser))
    })
    .await?;

    for delete in [
        "DELETE FROM article_topics WHERE article_id IN",
        "DELETE FROM article_people WHERE article_id IN",
        "DELETE FROM corrections WHERE article_id IN",
    ] {
        let mut query = sqlx::query(with_values(delete, drafts.len(), ""));
        for article in articles() {
            query = query.bind(id(article));
        }
        query.execute(&mut **transaction).await?;
    }
    let topics: Vec<_> = articles().flat_map(|article| numbered(article, &article.topics)).collect();
    insert(transaction, (TOPIC, 4, ""), &topics, |query, (article, position, topic)| {
        query
            .bind(id(article))
            .bind(*position)
            .bind(topic.slug.to_string())
            .bind(article.published_at.timestamp_millis())
    })
    .await?;
    let people: Vec<_> = articles()
        .flat_map(|article| {
            let reporters = numbered(article, &article.byline.reporters).map(|person| ("reporter", person));
            reporters.chain(numbered(article, &article.byline.editors).map(|person| ("editor", person)))
        })
        .collect();
    insert(transaction, (PERSON, 5, ""), &people, |query, (role, (article, position, person))| {
        let query = query.bind(id(article)).bind((*role).to_owned()).bind(*position);
        query.bind(person.slug.to_string()).bind(article.published_at.timestamp_millis())
    })
    .await?;
    let corrections: Vec<_> =
        articles().flat_map(|article| article.corrections.iter().map(move |made| (article, made))).collect();
    insert(transaction, (CORRECTION, 5, ""), &corrections, |query, (article, correction)| {
        query
            .bind(id(article))
            .bind(correction.noted_at.timestamp_millis())
            .bind(correction.kind.as_str().to_owned())
            .bind(correction.text.clone())
            .bind(correction.told_in.as_ref().map(ToString::to_string))
    })
    .await
}

fn id(article: &Article) -> String {
    article.id.as_str().to_owned()
}

fn numbered<'a, T>(article: &'a Article, things: &'a [T]) -> impl Iterator<Item = (&'a Article, i64, &'a T)> {
    (0..).zip(things).map(move |(position, thing)| (article, position, thing))
}

/// By slug; of two names with one slug, the first.
fn unique<'a>(names: impl Iterator<Item = (&'a Slug, &'a str)>) -> Vec<(String, String)> {
    let mut unique = BTreeMap::new();
    for (slug, name) in names {
        unique.entry(slug.to_string()).or_insert_with(|| name.to_owned());
    }
    unique.into_iter().collect()
}

/// A name that is there already stays.
async fn names(
    transaction: &mut Transaction,
    insert_into: &'static str,
    names: &[(String, String)],
) -> Result<(), sqlx::Error> {
    insert(transaction, (insert_into, 2, "ON CONFLICT (slug) DO NOTHING"), names, |query, (slug, name)| {
        query.bind(slug.clone()).bind(name.clone())
    })
    .await
}

/// One statement for all rows, or as few as the databases' limits allow.
async fn insert<'a, T>(
    transaction: &mut Transaction,
    (before, columns, after): (&'static str, usize, &'static str),
    rows: &'a [T],
    bind: impl Fn(Query<'static>, &'a T) -> Query<'static>,
) -> Result<(), sqlx::Error> {
    for rows in rows.chunks(MOST_VALUES / columns) {
        let query = sqlx::query(with_rows(before, rows.len(), columns, after));
        rows.iter().fold(query, &bind).execute(&mut **transaction).await?;
    }
    Ok(())
}

fn bind_article(query: Query<'static>, draft: &Draft) -> Query<'static> {
    let article = &draft.article;
    let query = query
        .bind(id(article))
        .bind(article.title.clone())
        .bind(article.summary.clone())
        .bind(article.published_at.timestamp_millis())
        .bind(article.updated_at.map(|at| at.timestamp_millis()))
        .bind(article.edition.as_str().to_owned())
        .bind(i64::from(article.cover_story == CoverStory::Yes))
        .bind(article.section.as_ref().map(|section| section.slug.to_string()))
        .bind(article.byline.agency.clone())
        .bind(article.byline.place.clone());
    bind_picture(query, article)
        .bind(article.editor_pick.as_ref().map(|pick| pick.as_str().to_owned()))
        .bind(videos(&draft.videos))
        .bind(article.language.as_str().to_owned())
        .bind(article.teaser.to_text())
        .bind(draft.fingerprint.0.clone())
}

fn bind_picture(query: Query<'static>, article: &Article) -> Query<'static> {
    let picture = article.picture.as_ref();
    let file = picture.and_then(|picture| picture.file());
    let origin = picture.and_then(|picture| match &picture.src {
        PictureSource::Origin(address) => Some(address.clone()),
        PictureSource::File(_) => None,
    });
    query
        .bind(file.map(|file| file.name.clone()))
        .bind(file.map(|file| i64::from(file.width)))
        .bind(file.map(|file| i64::from(file.height)))
        .bind(file.and_then(|file| file.placeholder.clone()))
        .bind(origin)
        .bind(picture.and_then(|picture| picture.alt.clone()))
        .bind(picture.and_then(|picture| picture.caption.clone()))
        .bind(picture.and_then(|picture| picture.credit.clone()))
}

fn videos(videos: &[Video]) -> String {
    serde_json::to_string(videos).expect("plain strings make JSON")
}
