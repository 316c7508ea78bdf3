//! From rows to the types of `domain`.

use chrono::{DateTime, Utc};
use domain::article::{ArticleId, Card, CoverStory, Edition, Language, Picture, PictureFile, PictureSource};
use domain::label::Section;
use domain::newsroom::StoreError;
use domain::slug::Slug;
use sqlx::any::AnyRow;
use sqlx::{Decode, Row, Type};

use crate::error::unavailable;

/// The columns of a [`Card`], of a table `articles` and a left-joined `sections`.
macro_rules! card_columns {
    () => {
        "articles.id, articles.title, articles.summary, articles.published_at, articles.edition, articles.cover_story, \
         articles.section_slug, sections.name AS section_name, articles.picture_file, articles.picture_width, \
         articles.picture_height, articles.picture_placeholder, articles.picture_origin, articles.picture_alt, articles.picture_caption, \
         articles.picture_credit, articles.language"
    };
}
pub(crate) use card_columns;

/// The value of a column that the query names.
pub(crate) fn get<'r, T>(row: &'r AnyRow, column: &str) -> Result<T, StoreError>
where
    T: Decode<'r, sqlx::Any> + Type<sqlx::Any>,
{
    row.try_get(column).map_err(unavailable)
}

pub(crate) fn damaged(what: &str, value: &str) -> StoreError {
    StoreError::Damaged(format!("{what} is `{value}`"))
}

pub(crate) fn article_id(row: &AnyRow, column: &str) -> Result<ArticleId, StoreError> {
    let text: String = get(row, column)?;
    ArticleId::parse(&text).map_err(|_| damaged(column, &text))
}

pub(crate) fn slug(text: String) -> Result<Slug, StoreError> {
    Slug::parse(&text).ok_or_else(|| damaged("slug", &text))
}

pub(crate) fn instant(milliseconds: i64) -> Result<DateTime<Utc>, StoreError> {
    DateTime::from_timestamp_millis(milliseconds).ok_or_else(|| damaged("instant", &milliseconds.to_string()))
}

pub(crate) fn card(row: &AnyRow) -> Result<Card, StoreError> {
    let (edition, language): (String, String) = (get(row, "edition")?, get(row, "language")?);
    Ok(Card {
        id: article_id(row, "id")?,
        title: get(row, "title")?,
        summary: get(row, "summary")?,
        published_at: instant(get(row, "published_at")?)?,
        edition: Edition::parse(&edition).ok_or_else(|| damaged("edition", &edition))?,
        cover_story: CoverStory::from(get::<i64>(row, "cover_story")? == 1),
        section: section(row)?,
        // Where lists name them, `authors` adds them.
        authors: Vec::new(),
        picture: picture(row)?,
        language: Language::parse(&language).ok_or_else(|| damaged("language", &language))?,
    })
}

fn section(row: &AnyRow) -> Result<Option<Section>, StoreError> {
    match (get::<Option<String>>(row, "section_slug")?, get(row, "section_name")?) {
        (Some(text), Some(name)) => Ok(Some(Section { slug: slug(text)?, name })),
        _ => Ok(None),
    }
}

fn picture(row: &AnyRow) -> Result<Option<Picture>, StoreError> {
    let src = if let Some(name) = get(row, "picture_file")? {
        let (width, height) = (pixels(row, "picture_width")?, pixels(row, "picture_height")?);
        PictureSource::File(PictureFile {
            name,
            width,
            height,
            placeholder: get(row, "picture_placeholder")?,
        })
    } else if let Some(origin) = get(row, "picture_origin")? {
        PictureSource::Origin(origin)
    } else {
        return Ok(None);
    };
    Ok(Some(Picture {
        src,
        alt: get(row, "picture_alt")?,
        caption: get(row, "picture_caption")?,
        credit: get(row, "picture_credit")?,
    }))
}

fn pixels(row: &AnyRow, column: &str) -> Result<u32, StoreError> {
    let value: i64 = get(row, column)?;
    u32::try_from(value).map_err(|_| damaged(column, &value.to_string()))
}
