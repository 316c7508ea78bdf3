//! Profiles of people and topics.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::ad::Placed;
use domain::label::{Person, Section, Topic};
use domain::newsroom::StoreError;
use domain::profile::{Coverage, Profile, ProfileKind, ProfileStore};
use domain::slug::Slug;
use sqlx::any::AnyRow;

use crate::corrections::withdrawn;
use crate::database::Database;
use crate::error::unavailable;
use crate::readers::execute;
use crate::row::{damaged, get, slug};

const ONE: &str = "SELECT kind, slug, name, content, sanitiser FROM profiles WHERE kind = $1 AND slug = $2";
const ALL: &str = "SELECT kind, slug, name, content, sanitiser FROM profiles ORDER BY kind, slug";
const SAVE: &str = "INSERT INTO profiles (kind, slug, name, content, sanitiser) VALUES ($1, $2, $3, $4, $5) \
                    ON CONFLICT (kind, slug) DO UPDATE SET name = excluded.name, content = excluded.content, \
                    sanitiser = excluded.sanitiser";

/// Names that go with chosen articles, those of most articles first. $1: what chooses them; $2: now; $3: how many names.
macro_rules! most_frequent {
    ($chosen:literal, $from:literal, $slug:literal, $name:literal) => {
        concat!(
            "SELECT ",
            $slug,
            " AS slug, ",
            $name,
            " AS name, COUNT(DISTINCT chosen.article_id) AS times FROM (SELECT article_id FROM ",
            $chosen,
            " = $1 AND published_at <= $2 AND article_id NOT IN (",
            withdrawn!(),
            ")) AS chosen ",
            $from,
            " GROUP BY ",
            $slug,
            ", ",
            $name,
            " ORDER BY times DESC, slug LIMIT $3"
        )
    };
}

const SECTIONS: &str = most_frequent!(
    "article_people WHERE person_slug",
    "JOIN articles ON articles.id = chosen.article_id JOIN sections ON sections.slug = articles.section_slug",
    "sections.slug",
    "sections.name"
);
const TOPICS: &str = most_frequent!(
    "article_people WHERE person_slug",
    "JOIN article_topics ON article_topics.article_id = chosen.article_id \
     JOIN topics ON topics.slug = article_topics.topic_slug",
    "topics.slug",
    "topics.name"
);
const REPORTERS: &str = most_frequent!(
    "article_topics WHERE topic_slug",
    "JOIN article_people ON article_people.article_id = chosen.article_id AND article_people.role = 'reporter' \
     JOIN people ON people.slug = article_people.person_slug",
    "people.slug",
    "people.name"
);

#[async_trait]
impl ProfileStore for Database {
    async fn profile(&self, kind: ProfileKind, slug: &Slug) -> Result<Option<Profile>, StoreError> {
        let query = sqlx::query(ONE).bind(kind.as_str()).bind(slug.as_str().to_owned());
        Ok(self.rows(query, profile).await?.into_iter().next())
    }

    async fn profiles(&self) -> Result<Vec<Result<Profile, StoreError>>, StoreError> {
        self.rows(sqlx::query(ALL), |row| Ok(profile(row))).await
    }

    async fn save_profiles(&self, profiles: &[Profile]) -> Result<Placed, StoreError> {
        let mut placed = Placed::default();
        let mut transaction = self.begin().await?;
        for new in profiles {
            let known = sqlx::query(ONE).bind(new.kind.as_str()).bind(new.slug.as_str().to_owned());
            let known = known.fetch_optional(&mut *transaction).await.map_err(unavailable)?;
            match known.as_ref().map(profile) {
                Some(Ok(known)) if known == *new => {
                    placed.unchanged += 1;
                    continue;
                }
                // Writing it again mends one that cannot be read.
                Some(_) => placed.updated += 1,
                None => placed.created += 1,
            }
            let content = serde_json::to_string(&new.content).expect("plain values make JSON");
            let query = sqlx::query(SAVE)
                .bind(new.kind.as_str())
                .bind(new.slug.as_str().to_owned())
                .bind(new.name.clone())
                .bind(content)
                .bind(i64::from(new.sanitiser));
            execute(&mut *transaction, query).await?;
        }
        transaction.commit().await.map_err(unavailable)?;
        Ok(placed)
    }

    async fn coverage(&self, person: &Slug, now: DateTime<Utc>, limit: u32) -> Result<Coverage, StoreError> {
        let subjects = |sql: &'static str| {
            let query = sqlx::query(sql).bind(person.as_str().to_owned());
            query.bind(now.timestamp_millis()).bind(i64::from(limit))
        };
        let section = |row: &AnyRow| Ok(Section { slug: slug(get(row, "slug")?)?, name: get(row, "name")? });
        let topic = |row: &AnyRow| Ok(Topic { slug: slug(get(row, "slug")?)?, name: get(row, "name")? });
        Ok(Coverage {
            sections: self.rows(subjects(SECTIONS), section).await?,
            topics: self.rows(subjects(TOPICS), topic).await?,
        })
    }

    async fn reporters(
        &self,
        topic: &Slug,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<Person>, StoreError> {
        let query = sqlx::query(REPORTERS).bind(topic.as_str().to_owned());
        let query = query.bind(now.timestamp_millis()).bind(i64::from(limit));
        let person = |row: &AnyRow| Ok(Person { slug: slug(get(row, "slug")?)?, name: get(row, "name")? });
        self.rows(query, person).await
    }
}

fn profile(row: &AnyRow) -> Result<Profile, StoreError> {
    let (kind, content): (String, String) = (get(row, "kind")?, get(row, "content")?);
    let sanitiser: i64 = get(row, "sanitiser")?;
    let name: String = get(row, "slug")?;
    let whose = format!("the profile of {kind} {name}");
    Ok(Profile {
        kind: ProfileKind::parse(&kind).ok_or_else(|| damaged("kind", &kind))?,
        slug: slug(name)?,
        name: get(row, "name")?,
        content: serde_json::from_str(&content).map_err(|_| damaged(&whose, &content))?,
        sanitiser: u32::try_from(sanitiser).map_err(|_| damaged("sanitiser", &sanitiser.to_string()))?,
    })
}
