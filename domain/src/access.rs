//! Who may read what. One decision feeds every surface.

use crate::article::{Article, ArticleId, CoverStory, Edition};

/// Who asks to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visitor {
    /// A reader that we know nothing of.
    Anyone,
    /// The newsroom itself, at its own command line.
    Newsroom,
}

/// One wish to read one article.
#[derive(Clone, Copy, Debug)]
pub struct Visit<'a> {
    /// Who asks.
    pub visitor: Visitor,
    /// For what.
    pub article: &'a Article,
}

/// What a visitor may see of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// All of it.
    Whole(Grant),
    /// What everyone may see, and why no more.
    Teaser(Reason),
}

/// Why an article is closed to a visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A cover story is for subscribers.
    CoverStory,
    /// The edition is a paid one.
    PaidEdition(Edition),
}

/// The right to read one article whole. Only [`decide`] makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    article: ArticleId,
}

impl Grant {
    /// The article it is for.
    pub fn article(&self) -> &ArticleId {
        &self.article
    }
}

/// What this visitor may see of this article. The first rule with an answer wins.
pub fn decide(visit: Visit<'_>) -> Access {
    let answer = RULES.iter().find_map(|rule| rule(visit));
    answer.unwrap_or(Verdict::Closed(Reason::PaidEdition(visit.article.edition))).into_access(visit.article)
}

/// What a rule says; only [`decide`] turns it into a grant.
#[derive(Clone, Copy)]
enum Verdict {
    Open,
    Closed(Reason),
}

impl Verdict {
    fn into_access(self, article: &Article) -> Access {
        match self {
            Self::Open => Access::Whole(Grant { article: article.id.clone() }),
            Self::Closed(reason) => Access::Teaser(reason),
        }
    }
}

type Rule = fn(Visit<'_>) -> Option<Verdict>;

/// Read from top to bottom: the order is the policy. What no rule opens is closed.
const RULES: &[Rule] = &[newsroom, cover_story, free_edition];

/// The newsroom reads its own paper, to export and check it.
fn newsroom(visit: Visit<'_>) -> Option<Verdict> {
    (visit.visitor == Visitor::Newsroom).then_some(Verdict::Open)
}

/// A cover story is closed in every edition.
fn cover_story(visit: Visit<'_>) -> Option<Verdict> {
    (visit.article.cover_story == CoverStory::Yes).then_some(Verdict::Closed(Reason::CoverStory))
}

/// Web news is free for everyone.
fn free_edition(visit: Visit<'_>) -> Option<Verdict> {
    (visit.article.edition == Edition::Online).then_some(Verdict::Open)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::article::{Byline, Language};
    use crate::body::{LockedBody, Teaser};

    fn article(edition: Edition, cover_story: CoverStory) -> Article {
        Article {
            id: ArticleId::parse("1").unwrap(),
            title: "Judul".into(),
            summary: None,
            published_at: DateTime::UNIX_EPOCH,
            updated_at: None,
            edition,
            cover_story,
            section: None,
            topics: vec![],
            byline: Byline::default(),
            picture: None,
            editor_pick: None,
            videos: vec![],
            language: Language::Indonesian,
            teaser: Teaser::default(),
        }
    }

    #[test]
    fn web_news_is_free_and_the_paid_editions_show_their_teaser() {
        let (anyone, newsroom) = (Visitor::Anyone, Visitor::Newsroom);
        for (visitor, edition, cover_story, expected) in [
            (anyone, Edition::Online, CoverStory::No, None),
            (anyone, Edition::Online, CoverStory::Yes, Some(Reason::CoverStory)),
            (anyone, Edition::Koran, CoverStory::No, Some(Reason::PaidEdition(Edition::Koran))),
            (anyone, Edition::Koran, CoverStory::Yes, Some(Reason::CoverStory)),
            (anyone, Edition::Majalah, CoverStory::No, Some(Reason::PaidEdition(Edition::Majalah))),
            (anyone, Edition::Majalah, CoverStory::Yes, Some(Reason::CoverStory)),
            (newsroom, Edition::Koran, CoverStory::No, None),
            (newsroom, Edition::Majalah, CoverStory::Yes, None),
        ] {
            let article = article(edition, cover_story);
            let closed = match decide(Visit { visitor, article: &article }) {
                Access::Whole(_) => None,
                Access::Teaser(reason) => Some(reason),
            };
            assert_eq!(closed, expected, "{visitor:?} {edition:?} {cover_story:?}");
        }
    }

    #[test]
    fn a_grant_opens_its_own_article_only() {
        let article = article(Edition::Online, CoverStory::No);
        let Access::Whole(grant) = decide(Visit { visitor: Visitor::Anyone, article: &article }) else {
            panic!("web news is free");
        };
        let locked = |id: &str| LockedBody::new(ArticleId::parse(id).unwrap(), "<p>isi</p>".into());
        assert_eq!(locked("1").unlock(&grant).unwrap().html(), "<p>isi</p>");
        assert_eq!(locked("2").unlock(&grant), None);
        assert_eq!(format!("{:?}", locked("1")), "LockedBody(1)");
    }
}
