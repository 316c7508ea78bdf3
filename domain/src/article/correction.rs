//! Corrections of articles: shown on the article with their date, and listed for everyone.

use chrono::{DateTime, Utc};

use super::ArticleId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectionKind {
    /// *Ralat*: the newsroom mends its own mistake of detail.
    Ralat,
    /// *Koreksi*: somebody else has pointed the mistake out.
    Koreksi,
    /// *Hak jawab*: who was written about answers.
    HakJawab,
    /// *Pencabutan*: the article is withdrawn; its text is shown to nobody.
    Pencabutan,
}

impl CorrectionKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Ralat, Self::Koreksi, Self::HakJawab, Self::Pencabutan];

    /// The word of the article record and of the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ralat => "ralat",
            Self::Koreksi => "koreksi",
            Self::HakJawab => "hak_jawab",
            Self::Pencabutan => "pencabutan",
        }
    }

    /// The kind of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// One correction of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub kind: CorrectionKind,
    /// Time of the correction. No two corrections of an article have the same time.
    pub noted_at: DateTime<Utc>,
    /// Error, correct statement and reason, as plain text.
    pub text: String,
    /// The article that tells it at length. It may not be there (yet).
    pub told_in: Option<ArticleId>,
}
