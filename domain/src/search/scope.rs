//! Texts that an asker may search.

use crate::access::{Access, MeterStatus, Policy, Visit, Visitor, decide};
use crate::article::{Article, ArticleId, Byline, CoverStory, Edition, Language, Teaser};

/// Texts that a search looks into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Texts that everyone may read.
    Public,
    /// That, and the whole texts that one reader may read.
    Own(Readable),
}

/// Locked articles that a reader may read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readable {
    /// Classes of which the reader may read every article.
    pub classes: Vec<ArticleClass>,
    /// Articles of other classes that the reader has opened.
    pub opened: Vec<ArticleId>,
}

/// The properties of an article that the access rules ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArticleClass {
    pub edition: Edition,
    pub cover_story: CoverStory,
}

impl ArticleClass {
    /// The class of an article.
    pub fn of(article: &Article) -> Self {
        Self { edition: article.edition, cover_story: article.cover_story }
    }

    /// All classes.
    pub fn all() -> impl Iterator<Item = Self> {
        Edition::ALL.into_iter().flat_map(|edition| {
            [CoverStory::No, CoverStory::Yes].map(|cover_story| Self { edition, cover_story })
        })
    }

    /// Whether everyone may read its articles.
    pub fn is_free(self, policy: &Policy) -> bool {
        is_free(&sample(self), policy)
    }

    /// Name of the class in the index.
    pub fn to_word(self) -> String {
        let cover = if self.cover_story == CoverStory::Yes { "-cover" } else { "" };
        format!("{}{cover}", self.edition.as_str())
    }
}

/// Whether everyone may read the whole text of an article.
pub fn is_free(article: &Article, policy: &Policy) -> bool {
    opens(article, &Visitor::Anyone, policy)
}

fn opens(article: &Article, visitor: &Visitor, policy: &Policy) -> bool {
    matches!(decide(Visit { visitor, article, policy }).access, Access::Whole(_))
}

impl Readable {
    /// Articles that a reader of this status may read, who has opened these articles. [`super::find`] asks the rules again for every article
    /// that it shows.
    pub fn of(status: &MeterStatus, opened: Vec<ArticleId>, policy: &Policy) -> Self {
        let visitor = Visitor::Reader(MeterStatus { has_opened: false, ..status.clone() });
        let classes = ArticleClass::all().filter(|class| opens(&sample(*class), &visitor, policy)).collect();
        Self { classes, opened }
    }
}

/// An article of a class, for the rules.
fn sample(class: ArticleClass) -> Article {
    Article {
        id: ArticleId::parse("0").expect("a digit is an id"),
        title: String::new(),
        summary: None,
        published_at: chrono::DateTime::UNIX_EPOCH,
        updated_at: None,
        edition: class.edition,
        cover_story: class.cover_story,
        section: None,
        topics: Vec::new(),
        byline: Byline::default(),
        picture: None,
        editor_pick: None,
        language: Language::default(),
        corrections: Vec::new(),
        teaser: Teaser::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Plan;

    #[test]
    fn a_reader_may_read_the_classes_of_the_plan() {
        for (plans, expected) in [
            (vec![], vec!["online"]),
            (vec![Plan::Koran], vec!["online", "online-cover", "koran", "koran-cover"]),
            (
                vec![Plan::All],
                vec!["online", "online-cover", "koran", "koran-cover", "majalah", "majalah-cover"],
            ),
        ] {
            let status = MeterStatus { plans, has_opened: true, ..MeterStatus::default() };
            let readable = Readable::of(&status, vec![], &Policy::default());
            let words: Vec<_> = readable.classes.into_iter().map(ArticleClass::to_word).collect();
            assert_eq!(words, expected);
        }
    }
}
