//! Both lists beside an article, made together: each leaves out what the page shows already.

use chrono::{DateTime, Utc};

use super::context::{RankingContext, RankingQuery};
use super::index::Index;
use super::{Ranked, Settings};
use crate::article::ArticleId;

/// The two lists beside an article. No article, headline, picture or story stands in both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// Articles on the same subject, best first; none scores below `least_related`.
    pub related: Vec<Ranked>,
    /// Articles to read next, best first.
    pub next: Vec<Ranked>,
}

/// Maximum lengths of both lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListLengths {
    /// On the same subject.
    pub related: u32,
    /// To read next.
    pub next: u32,
}

impl Index {
    /// Recommendations for the page of this article, without the editors' pick, which has its own place on the page. Without an article, or
    /// for an unknown one, only `next` is filled.
    pub fn beside(&self, article: Option<&ArticleId>, now: DateTime<Utc>, wanted: ListLengths) -> Beside {
        let Settings { related, next, least_related, .. } = &self.settings;
        let query =
            RankingQuery { related, next, least_related: *least_related, now, wanted, admits: &|_| true };
        beside(self, article, &query)
    }
}

pub(super) fn beside(index: &Index, article: Option<&ArticleId>, query: &RankingQuery) -> Beside {
    let article = article.and_then(|id| index.number(id));
    let mut context = RankingContext::new(index, query.now, article);
    let pick = context.article.and_then(|(_, entry)| index.number(entry.editor_pick.as_ref()?));
    let mut shown: Vec<u32> = article.into_iter().chain(pick).collect();
    let subject = index.subject(&mut context, query);
    let related = index.related(&context, query, &subject, &shown);
    shown.extend(related.iter().filter_map(|ranked| index.number(&ranked.id)));
    let next = index.next(&mut context, query, &subject, &shown);
    Beside { related, next }
}
