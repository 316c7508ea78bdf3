//! Articles as documents of the indexes.

use std::collections::BTreeSet;

use domain::search::{ArticleClass, SearchableArticle, words};
use domain::slug::Slug;
use tantivy::TantivyDocument;

use crate::fields::Fields;

/// Sign between the parts of a name that can be completed.
pub const PART: char = '\u{1f}';
/// Words of a name by which it can be completed.
const NAME_WORDS: usize = 6;

/// Documents of one article.
pub struct Documents {
    /// Words that everyone may read.
    pub public: TantivyDocument,
    /// The whole text, if it is locked.
    pub own: Option<TantivyDocument>,
}

impl Documents {
    pub fn of(article: &SearchableArticle, fields: &Fields) -> Self {
        let whole = article.paragraphs.as_slice();
        if article.is_free {
            return Self { public: document(article, whole, fields), own: None };
        }
        Self {
            public: document(article, article.article.teaser.paragraphs(), fields),
            own: Some(document(article, whole, fields)),
        }
    }
}

/// The document with these paragraphs of the text.
fn document(searchable: &SearchableArticle, paragraphs: &[String], fields: &Fields) -> TantivyDocument {
    let article = &searchable.article;
    let mut document = TantivyDocument::default();
    document.add_text(fields.id, article.id.as_str());
    let summary = article.summary.as_deref().unwrap_or_default();
    let picture = article.picture.as_ref();
    let caption = picture.and_then(|picture| picture.caption.as_deref()).unwrap_or_default();
    let people = article.byline.reporters.iter().chain(&article.byline.editors);
    let topics = article.topics.iter();
    let names = topics.clone().map(|topic| &topic.name).chain(people.clone().map(|person| &person.name));
    let names = names.map(String::as_str).chain(article.section.iter().map(|section| section.name.as_str()));
    let names = names.collect::<Vec<_>>().join(". ");
    document.add_text(fields.title, &article.title);
    document.add_text(fields.lead, format!("{summary} {}", article.teaser.to_text()));
    document.add_text(fields.names, &names);
    // Each value begins some positions behind the one before, so that no phrase reaches from one to the next.
    for part in [article.title.as_str(), summary, caption, &names] {
        document.add_text(fields.text, part);
    }
    let text = paragraphs.join("\n");
    document.add_text(fields.text, &text);
    document.add_text(fields.stem, format!("{} {summary} {text}", article.title));
    if !searchable.is_free {
        document.add_text(fields.class, ArticleClass::of(article).to_word());
    }
    if let Some(section) = &article.section {
        document.add_text(fields.section, section.slug.as_str());
    }
    document.add_text(fields.edition, article.edition.as_str());
    document.add_text(fields.language, article.language.as_str());
    for slug in people.clone().map(|person| &person.slug).collect::<BTreeSet<_>>() {
        document.add_text(fields.author, slug.as_str());
    }
    for name in topics.flat_map(|topic| completions(&topic.name, &topic.slug)) {
        document.add_text(fields.topic_names, name);
    }
    for name in people.flat_map(|person| completions(&person.name, &person.slug)).collect::<BTreeSet<_>>() {
        document.add_text(fields.person_names, name);
    }
    document.add_i64(fields.published, article.published_at.timestamp_millis());
    document.add_u64(fields.tie, tie(article.id.as_str()));
    document
}

/// A name from each of its words on, with what it stands for.
fn completions(name: &str, slug: &Slug) -> Vec<String> {
    let parts: Vec<String> = words(name).map(|word| word.text).collect();
    let from = |start: usize| format!("{}{PART}{name}{PART}{slug}", parts[start..].join(" "));
    (0..parts.len().min(NAME_WORDS)).map(from).collect()
}

/// A number that depends on the id alone (FNV-1a).
fn tie(id: &str) -> u64 {
    id.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
