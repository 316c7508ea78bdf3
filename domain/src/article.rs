//! An article and everything about it except its body and its videos, which are kept under lock in [`crate::body`].

mod correction;
mod form;
mod id;
mod picture;
mod teaser;
mod video;

use chrono::{DateTime, Utc};

pub use correction::{Correction, CorrectionKind};
pub use form::ArticleForm;
pub use id::{ArticleId, BadArticleId};
pub use picture::{
    ImageFormat, Picture, PictureFile, PictureSource, RENDITION_HASH, original, rendition, widths,
};
pub use teaser::Teaser;
pub use video::{Video, VideoFile, VideoSource};

use crate::label::{Person, Section, Topic};
use crate::slug::Slug;

/// An article as everyone may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The newsroom's own identifier.
    pub id: ArticleId,
    /// The headline, plain text.
    pub title: String,
    /// One or two sentences under the headline, plain text.
    pub summary: Option<String>,
    /// Time from which readers may see it; before then it does not exist for them.
    pub published_at: DateTime<Utc>,
    /// Time of the last change of its text after publication.
    pub updated_at: Option<DateTime<Utc>>,
    pub edition: Edition,
    /// Whether it is a *Laput*, a story of the magazine's cover.
    pub cover_story: CoverStory,
    /// Its part of the paper.
    pub section: Option<Section>,
    /// Its running subjects, in the editors' order.
    pub topics: Vec<Topic>,
    pub byline: Byline,
    /// The lead picture.
    pub picture: Option<Picture>,
    /// The article that the editors recommend after this one. It may not be there (yet).
    pub editor_pick: Option<ArticleId>,
    /// The language of its text.
    pub language: Language,
    /// Corrections, the newest first.
    pub corrections: Vec<Correction>,
    /// The beginning of the body that everyone may read.
    pub teaser: Teaser,
}

impl Article {
    /// The readable part of its address.
    pub fn slug(&self) -> Slug {
        title_slug(&self.title)
    }

    /// Whether readers may know of it at `now`.
    pub fn is_published(&self, now: DateTime<Utc>) -> bool {
        self.published_at <= now
    }

    /// Whether the newsroom has taken it back: its text is shown to nobody.
    pub fn is_withdrawn(&self) -> bool {
        self.corrections.iter().any(|correction| correction.kind == CorrectionKind::Pencabutan)
    }
}

/// An article as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The newsroom's own identifier.
    pub id: ArticleId,
    /// The headline, plain text.
    pub title: String,
    /// One or two sentences under the headline, plain text.
    pub summary: Option<String>,
    /// Time from which readers may see it.
    pub published_at: DateTime<Utc>,
    pub edition: Edition,
    /// Whether it is a *Laput*.
    pub cover_story: CoverStory,
    /// Its part of the paper.
    pub section: Option<Section>,
    /// Authors of an opinion; empty for any other article.
    pub authors: Vec<Person>,
    /// The lead picture; of an opinion without one, the portrait of its author.
    pub picture: Option<Picture>,
    /// The language of its words.
    pub language: Language,
}

impl Card {
    /// The readable part of its address.
    pub fn slug(&self) -> Slug {
        title_slug(&self.title)
    }
}

/// A headline of nothing but signs still needs an address.
pub(crate) fn title_slug(title: &str) -> Slug {
    Slug::from_text(title).or_else(|| Slug::from_text("artikel")).expect("the word has letters")
}

/// Authors of an article, and the place of the report. Any part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// In the order of the byline.
    pub reporters: Vec<Person>,
    /// In the order of the byline.
    pub editors: Vec<Person>,
    /// A wire agency, as printed at the end of the article.
    pub agency: Option<String>,
    /// The place of the dateline.
    pub place: Option<String>,
}

/// Publication in which an article appeared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edition {
    /// The free web news.
    Online,
    /// The daily paper.
    Koran,
    /// The weekly magazine.
    Majalah,
}

impl Edition {
    /// Every edition, in the order of the contract.
    pub const ALL: [Self; 3] = [Self::Online, Self::Koran, Self::Majalah];

    /// The word of the article record and of the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Koran => "koran",
            Self::Majalah => "majalah",
        }
    }

    /// The edition of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| edition.as_str() == word)
    }
}

/// Whether an article is a *Laput* (Laporan Utama), a story of the magazine's cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverStory {
    /// A cover story: subscribers only.
    Yes,
    /// Any other article.
    No,
}

impl From<bool> for CoverStory {
    fn from(is_cover_story: bool) -> Self {
        if is_cover_story { Self::Yes } else { Self::No }
    }
}

/// The language of an article or of the words on screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Language {
    /// Bahasa Indonesia.
    #[default]
    #[serde(rename = "id")]
    Indonesian,
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The BCP 47 tag.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }

    /// The language of a tag; `None` for any other tag.
    pub fn parse(tag: &str) -> Option<Self> {
        [Self::Indonesian, Self::English].into_iter().find(|language| language.as_str() == tag)
    }
}
