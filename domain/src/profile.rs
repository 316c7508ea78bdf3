//! Profiles of people and topics: what their pages say above their articles.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ad::Placed;
use crate::article::{Language, Picture, PictureFile, PictureSource};
use crate::label::{Person, Section, Topic};
use crate::newsroom::StoreError;
use crate::slug::Slug;

/// Kinds of things that have a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProfileKind {
    /// A reporter or an editor.
    Person,
    /// A running subject.
    Topic,
}

impl ProfileKind {
    pub const ALL: [Self; 2] = [Self::Person, Self::Topic];

    /// The word of the record and of the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Topic => "topic",
        }
    }

    /// The kind of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Profile of a person or a topic, whether any article names it or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub kind: ProfileKind,
    /// Same as that of the person or topic.
    pub slug: Slug,
    /// Name as the newsroom wrote it. Pages show the name that the articles have.
    pub name: String,
    pub content: ProfileContent,
    /// The version of the sanitising rules that the text went through.
    pub sanitiser: u32,
}

/// Texts and portrait of a profile. The store keeps it in this form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileContent {
    /// Sanitised HTML.
    pub about_html: String,
    /// First paragraph of it as plain text, for search engines.
    pub description: String,
    /// Language of the text and of the role.
    #[serde(default)]
    pub language: Language,
    /// Job of a person, as readers see it: `Redaktur Budaya`.
    #[serde(default)]
    pub role: Option<String>,
    #[serde(default)]
    pub contact: Option<Contact>,
    #[serde(default)]
    pub portrait: Option<Portrait>,
}

/// Public address at which a person can be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    /// Email address.
    Email(String),
    /// Address of a page, with `https`.
    Link(String),
}

/// Picture of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portrait {
    pub file: PictureFile,
    /// Description for readers who cannot see it.
    pub alt: Option<String>,
    /// Author or source of the picture.
    pub credit: Option<String>,
}

impl Portrait {
    /// The portrait in the place of an article's picture.
    pub fn picture(&self) -> Picture {
        let (alt, credit) = (self.alt.clone(), self.credit.clone());
        Picture { src: PictureSource::File(self.file.clone()), alt, caption: None, credit }
    }
}

/// Subjects of a person's articles, the most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    pub sections: Vec<Section>,
    pub topics: Vec<Topic>,
}

/// Storage of profiles.
#[async_trait]
pub trait ProfileStore: Send + Sync {
    /// A profile; `None` if the newsroom has written none.
    async fn profile(&self, kind: ProfileKind, slug: &Slug) -> Result<Option<Profile>, StoreError>;

    /// All profiles, by kind and slug. One that cannot be read does not stand in the way of the others.
    async fn profiles(&self) -> Result<Vec<Result<Profile, StoreError>>, StoreError>;

    /// Writes all of them in one transaction: new ones are made, present ones replaced.
    async fn save_profiles(&self, profiles: &[Profile]) -> Result<Placed, StoreError>;

    /// At most `limit` sections and as many topics of the articles that a person reported or edited, published at `now` and not
    /// withdrawn.
    async fn coverage(&self, person: &Slug, now: DateTime<Utc>, limit: u32) -> Result<Coverage, StoreError>;

    /// At most `limit` reporters of the articles with a topic, published at `now` and not withdrawn, the most frequent first.
    async fn reporters(
        &self,
        topic: &Slug,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<Person>, StoreError>;
}
