//! Topics and people that a reader follows. Nothing is derived from reading: a reader follows what the reader has chosen.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::account::AccountId;
use crate::article::Card;
use crate::list::{Cursor, List};
use crate::newsroom::StoreError;
use crate::slug::Slug;

/// Maximum number of subjects of an account; more are refused.
pub const MOST: u32 = 200;

/// Subject that can be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Topic(Slug),
    /// One who reports or edits.
    Person(Slug),
}

impl Subject {
    /// The subject of a kind and a slug, as forms and the store write them; `None` for any other words.
    pub fn parse(kind: &str, slug: &str) -> Option<Self> {
        let slug = Slug::parse(slug)?;
        match kind {
            "topic" => Some(Self::Topic(slug)),
            "person" => Some(Self::Person(slug)),
            _ => None,
        }
    }

    /// Word for the kind of subject.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Topic(_) => "topic",
            Self::Person(_) => "person",
        }
    }

    /// Slug of the topic or person.
    pub fn slug(&self) -> &Slug {
        match self {
            Self::Topic(slug) | Self::Person(slug) => slug,
        }
    }

    /// List of the subject's articles.
    pub fn list(&self) -> List {
        match self {
            Self::Topic(slug) => List::Topic(slug.clone()),
            Self::Person(slug) => List::Person(slug.clone()),
        }
    }
}

/// A subject that a reader follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    pub subject: Subject,
    /// Name of the topic or person.
    pub name: String,
    /// Time since which it is followed.
    pub followed_at: DateTime<Utc>,
}

/// Storage of followed subjects.
#[async_trait]
pub trait FollowStore: Send + Sync {
    /// Follows a subject: once, however often it is asked for; never more than [`MOST`]. An account that is gone follows nothing.
    async fn follow(
        &self,
        account: &AccountId,
        subject: &Subject,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;
    /// Does nothing where it was not followed.
    async fn unfollow(&self, account: &AccountId, subject: &Subject) -> Result<(), StoreError>;
    /// All subjects of a reader, the newest first.
    async fn followed(&self, account: &AccountId) -> Result<Vec<Followed>, StoreError>;
    /// Articles of all subjects of a reader, each once, the newest first, without those that were withdrawn.
    async fn followed_cards(
        &self,
        account: &AccountId,
        before: Option<&Cursor>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<Card>, StoreError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_written_as_it_is_read() {
        for (kind, slug) in [("topic", "korea-utara"), ("person", "sita-anggraini")] {
            let subject = Subject::parse(kind, slug).unwrap();
            assert_eq!((subject.kind(), subject.slug().as_str()), (kind, slug));
        }
    }

    #[test]
    fn other_words_are_no_subject() {
        for (kind, slug) in
            [("", "a"), ("section", "dunia"), ("topic", ""), ("topic", "A B"), ("person", "../a")]
        {
            assert_eq!(Subject::parse(kind, slug), None, "{kind} {slug}");
        }
    }
}
