//! Both lists beside an article, made together: each leaves out what the page shows already.

use chrono::{DateTime, Utc};

use super::index::Index;
use super::next::next;
use super::related::{related, subject};
use super::scene::{Question, Scene};
use super::{Ranked, Settings};
use crate::article::ArticleId;

/// The two lists beside an article. No article, headline, picture or story stands in both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// What is on the same subject, best first; nothing below the floor of relevance.
    pub related: Vec<Ranked>,
    /// What to read next, best first.
    pub next: Vec<Ranked>,
}

/// How many articles each list has at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// On the same subject.
    pub related: u32,
    /// To read next.
    pub next: u32,
}

impl Index {
    /// What stands beside this article, besides the editors' pick, which stands on the page too. Without an article, or where it is
    /// unknown, there is only what to read next.
    pub fn beside(&self, article: Option<&ArticleId>, now: DateTime<Utc>, wanted: Wanted) -> Beside {
        let Settings { related, next, least_related, .. } = &self.settings;
        let question =
            Question { related, next, least_related: *least_related, now, wanted, admits: &|_| true };
        beside(self, article, &question)
    }
}

pub(super) fn beside(index: &Index, article: Option<&ArticleId>, question: &Question) -> Beside {
    let article = article.and_then(|id| index.number(id));
    let mut scene = Scene::new(index, question.now, article);
    let pick = scene.article.and_then(|(_, entry)| index.number(entry.editor_pick.as_ref()?));
    let mut shown: Vec<u32> = article.into_iter().chain(pick).collect();
    let subject = subject(&mut scene, question);
    let related = related(&scene, question, &subject, &shown);
    shown.extend(related.iter().filter_map(|ranked| index.number(&ranked.id)));
    let next = next(&mut scene, question, &subject, &shown);
    Beside { related, next }
}
