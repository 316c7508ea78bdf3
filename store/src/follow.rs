//! Topics and people that readers follow.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::account::AccountId;
use domain::article::Card;
use domain::follow::{FollowStore, Followed, MOST, Subject};
use domain::list::Cursor;
use domain::newsroom::StoreError;
use sqlx::any::AnyRow;

use crate::articles::{behind, cards_of};
use crate::corrections::withdrawn;
use crate::database::Database;
use crate::readers::execute;
use crate::row::{card, card_columns, damaged, get, instant};

const FOLLOW: &str = "INSERT INTO followed_subjects (account_id, kind, slug, followed_at) SELECT id, $2, $3, $4 FROM accounts \
                      WHERE id = $1 AND (SELECT count(*) FROM followed_subjects WHERE account_id = $1) < $5 \
                      ON CONFLICT (account_id, kind, slug) DO NOTHING";
const UNFOLLOW: &str = "DELETE FROM followed_subjects WHERE account_id = $1 AND kind = $2 AND slug = $3";
const FOLLOWED: &str = "SELECT kind, followed_subjects.slug AS slug, coalesce(topics.name, people.name, followed_subjects.slug) AS name, \
                        followed_at FROM followed_subjects \
                        LEFT JOIN topics ON kind = 'topic' AND topics.slug = followed_subjects.slug \
                        LEFT JOIN people ON kind = 'person' AND people.slug = followed_subjects.slug \
                        WHERE account_id = $1 ORDER BY followed_at DESC, kind, followed_subjects.slug";
/// $1 and $2: the page begins behind this time and id; $3: how many; $4: the reader.
const CARDS: &str = cards_of!(
    "SELECT id, published_at FROM (SELECT article_id AS id, published_at FROM article_topics WHERE topic_slug IN \
     (SELECT slug FROM followed_subjects WHERE account_id = $4 AND kind = 'topic') \
     UNION SELECT article_id AS id, published_at FROM article_people WHERE person_slug IN \
     (SELECT slug FROM followed_subjects WHERE account_id = $4 AND kind = 'person')) AS found \
     WHERE (published_at, id) < ($1, $2) AND id NOT IN (",
    withdrawn!(),
    ") ORDER BY published_at DESC, id DESC LIMIT $3"
);

#[async_trait]
impl FollowStore for Database {
    async fn follow(
        &self,
        account: &AccountId,
        subject: &Subject,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let query = sqlx::query(FOLLOW)
            .bind(account.as_str().to_owned())
            .bind(subject.kind())
            .bind(subject.slug().as_str().to_owned())
            .bind(now.timestamp_millis())
            .bind(i64::from(MOST));
        execute(self.writer()?, query).await.map(drop)
    }

    async fn unfollow(&self, account: &AccountId, subject: &Subject) -> Result<(), StoreError> {
        let query = sqlx::query(UNFOLLOW)
            .bind(account.as_str().to_owned())
            .bind(subject.kind())
            .bind(subject.slug().as_str().to_owned());
        execute(self.writer()?, query).await.map(drop)
    }

    async fn followed(&self, account: &AccountId) -> Result<Vec<Followed>, StoreError> {
        self.rows(sqlx::query(FOLLOWED).bind(account.as_str().to_owned()), followed).await
    }

    async fn followed_cards(
        &self,
        account: &AccountId,
        before: Option<&Cursor>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<Card>, StoreError> {
        let (at, id) = behind(before, now);
        let query = sqlx::query(CARDS).bind(at).bind(id).bind(i64::from(limit));
        self.rows(query.bind(account.as_str().to_owned()), card).await
    }
}

fn followed(row: &AnyRow) -> Result<Followed, StoreError> {
    let (kind, slug) = (get::<String>(row, "kind")?, get::<String>(row, "slug")?);
    let subject =
        Subject::parse(&kind, &slug).ok_or_else(|| damaged("followed subject", &format!("{kind} {slug}")))?;
    Ok(Followed { subject, name: get(row, "name")?, followed_at: instant(get(row, "followed_at")?)? })
}
