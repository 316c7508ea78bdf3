//! Common parts of imports from other systems: the decisions of the operator, and the addresses of today.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use domain::article::ArticleId;
use domain::redirect::{Destination, OldAddress, Redirect};
use domain::slug::Slug;

use super::left_behind::LeftBehind;
use super::mapping::Mapping;
use super::wordpress::Survey;
use crate::article_record::Record;

/// Site from which articles are imported.
pub struct Former {
    /// Names and pictures of an export of WordPress.
    pub survey: Survey,
    /// Decisions of the operator.
    pub mapping: Mapping,
    /// Beginning of the ids of its articles.
    pub prefix: String,
    /// Language of its articles; `None` for that of the newsroom's records.
    pub language: Option<String>,
    /// Address of the site, if the export does not say it.
    pub site: String,
    /// Account of everything that is not imported.
    pub left: LeftBehind,
    /// Lists in which its articles appear.
    pub subjects: Subjects,
}

/// Slugs of sections, topics and people that articles name.
#[derive(Default)]
pub struct Subjects(Mutex<BTreeSet<(&'static str, String)>>);

impl Subjects {
    /// Notes the lists in which an article appears.
    pub(super) fn note(&self, record: &Record) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut add =
            |list, name: &str| known.extend(Slug::from_text(name).map(|slug| (list, slug.to_string())));
        if let Some(section) = &record.section {
            add("rubrik", section);
        }
        for tag in record.tags.iter().flatten() {
            add("topik", tag);
        }
        for reporter in record.reporters.iter().flatten() {
            add("penulis", reporter);
        }
    }

    /// Page of the first of these lists that has any article.
    pub(super) fn page(&self, lists: &[&'static str], name: &str) -> Option<Destination> {
        let slug = Slug::from_text(name)?.to_string();
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let list = lists.iter().find(|list| known.contains(&(**list, slug.clone())))?;
        Destination::moved(&format!("/{list}/{slug}"))
    }
}

/// Page of an article.
pub(super) fn article(id: &str, title: &str) -> Option<Destination> {
    let id = ArticleId::parse(id).ok()?;
    let slug = Slug::from_text(title).map_or_else(|| "artikel".to_owned(), |slug| slug.to_string());
    Destination::moved(&format!("/read/{id}/{slug}"))
}

/// Redirects from those of the texts that are addresses.
pub(super) fn redirects(addresses: &[String], to: &Destination) -> Vec<Redirect> {
    let from = addresses.iter().filter_map(|address| OldAddress::parse(address));
    from.map(|from| Redirect { from, to: to.clone() }).collect()
}
