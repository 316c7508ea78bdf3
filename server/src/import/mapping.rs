//! Mapping of the categories, authors and access rules of a former site to sections, names and editions.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use anyhow::Context;
use domain::label::Topic;
use serde::Deserialize;

use crate::article_record::Record;
use crate::content::{NoMedia, Source, paragraphs, to_html};

/// Edition of a cover story, which only subscribers may read.
const COVER_STORY: &str = "laput";
const EDITIONS: [&str; 4] = ["online", "koran", "majalah", COVER_STORY];
/// Names in each table of a suggestion.
const MOST_SUGGESTED: usize = 2000;

/// File of the operator's decisions. Without it, the first category of an article is its section.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// Kinds of posts that are articles, instead of `post`.
    post_types: Vec<String>,
    /// Edition of articles for which `editions` says nothing.
    edition: Option<String>,
    /// Section of each category; empty if the category is only a topic.
    sections: BTreeMap<String, String>,
    /// Edition of what has this category, tag or visibility.
    editions: BTreeMap<String, String>,
    /// Names of authors, by the names or logins of the former site.
    authors: BTreeMap<String, String>,
}

impl Mapping {
    /// Reads a file.
    pub fn load(path: &Path) -> anyhow::Result<Self> {
        let name = path.display();
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
        let mapping: Self = toml::from_str(&text)
            .map_err(|error| anyhow::anyhow!("{name}: {}", error.to_string().replace('\n', " ")))?;
        for (of, edition) in mapping.editions.iter().chain(mapping.edition.iter().map(|word| (word, word))) {
            let known = EDITIONS.join(", ");
            anyhow::ensure!(
                EDITIONS.contains(&edition.as_str()),
                "{name}: the edition of `{of}` is `{edition}`, not one of {known}"
            );
        }
        Ok(mapping)
    }

    /// Whether posts of this type are articles.
    pub(super) fn is_article(&self, post_type: &str) -> bool {
        if self.post_types.is_empty() {
            post_type == "post"
        } else {
            self.post_types.iter().any(|known| known == post_type)
        }
    }

    /// Section of a category, if the operator has decided.
    pub(super) fn section(&self, category: &str) -> Option<&str> {
        self.sections.get(category).map(String::as_str).filter(|section| !section.is_empty())
    }

    /// Name of an author.
    pub(super) fn author(&self, name: &str) -> String {
        self.authors.get(name).map_or(name, String::as_str).to_owned()
    }

    /// Sets the section, the tags and the edition of an article. `fallbacks` are editions that visibilities have without a mapping.
    pub(super) fn classify(
        &self,
        record: &mut Record,
        categories: &[String],
        tags: &[String],
        (visibility, fallback): (&str, &str),
    ) {
        let is_named = |name: &str| Topic::named(name).is_some();
        let mut topics = Vec::new();
        for category in categories {
            let section = match self.sections.get(category) {
                Some(section) => section.as_str(),
                None if self.sections.is_empty() && !is_nothing(category) => category,
                None => "",
            };
            if record.section.is_none() && is_named(section) {
                record.section = Some(section.to_owned());
                if section == category {
                    continue;
                }
            }
            if !is_nothing(category) {
                topics.push(category.clone());
            }
        }
        topics.extend(tags.iter().cloned());
        topics.retain(|topic| is_named(topic));
        record.tags = Some(topics);
        let names = std::iter::once(visibility).chain(categories.iter().chain(tags).map(String::as_str));
        let strictest = names.filter_map(|name| self.editions.get(name)).max_by_key(|edition| rank(edition));
        let edition = strictest.or(self.edition.as_ref()).map_or(fallback, String::as_str);
        record.cover_story = Some(edition == COVER_STORY);
        record.edition = Some(if edition == COVER_STORY { "majalah" } else { edition }.to_owned());
    }
}

/// Of two editions, the one that fewer readers may read counts.
fn rank(edition: &str) -> usize {
    EDITIONS.iter().position(|known| *known == edition).unwrap_or_default()
}

/// The category of articles that have none.
fn is_nothing(category: &str) -> bool {
    ["uncategorized", "uncategorised", "tak berkategori"].contains(&category.to_lowercase().as_str())
}

/// Names that occur on the former site, each with the number of its articles.
#[derive(Debug, Default)]
pub struct Names {
    pub(super) categories: BTreeMap<String, u64>,
    pub(super) tags: BTreeMap<String, u64>,
    pub(super) authors: BTreeMap<String, u64>,
    pub(super) visibilities: BTreeMap<String, u64>,
    pub(super) post_types: BTreeMap<String, u64>,
}

impl Names {
    pub(super) fn count(names: &mut BTreeMap<String, u64>, name: &str) {
        if let Some(count) = names.get_mut(name) {
            *count += 1;
        } else if names.len() < 20 * MOST_SUGGESTED {
            names.insert(name.to_owned(), 1);
        }
    }

    /// Mapping file that does what is done without one, to be changed by hand.
    pub fn suggestion(&self) -> String {
        let mut text =
            "# How the former site becomes this newsroom. Change it, then import with --mapping.\n\n"
                .to_owned();
        let types: Vec<_> = self.post_types.keys().map(|name| quoted(name)).collect();
        if !types.is_empty() {
            let _ = writeln!(text, "# Kinds of posts that are articles; the file has {}.", types.join(", "));
            text.push_str("post_types = [\"post\"]\n\n");
        }
        text.push_str("# Edition of all other articles: online (free), koran or majalah (metered), laput (subscribers only).\n");
        text.push_str("edition = \"online\"\n\n# Category = section; \"\" keeps a category as a topic only.\n[sections]\n");
        table(
            &mut text,
            &self.categories,
            |name| if is_nothing(name) { String::new() } else { name.to_owned() },
            "",
        );
        text.push_str("\n# Visibility, category or tag = edition. If several apply, the one that fewer readers may read counts.\n[editions]\n");
        table(&mut text, &self.visibilities, |name| edition_of(name).to_owned(), "");
        let labels: BTreeMap<_, _> =
            self.categories.iter().chain(&self.tags).map(|(name, count)| (name.clone(), *count)).collect();
        table(&mut text, &labels, |_| "online".to_owned(), "# ");
        text.push_str(
            "\n# Author on the former site = name in the byline; \"\" leaves the author out.\n[authors]\n",
        );
        table(&mut text, &self.authors, str::to_owned, "");
        text
    }
}

/// Edition of a visibility of Ghost, without a mapping.
pub(super) fn edition_of(visibility: &str) -> &'static str {
    match visibility {
        "" | "public" => "online",
        "members" => "koran",
        _ => "majalah",
    }
}

fn table(text: &mut String, names: &BTreeMap<String, u64>, value: impl Fn(&str) -> String, before: &str) {
    let mut names: Vec<_> = names.iter().collect();
    names.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), (*name).clone()));
    for (name, count) in names.iter().take(MOST_SUGGESTED) {
        let _ = writeln!(text, "{before}{} = {} # {count}", quoted(name), quoted(&value(name)));
    }
    if names.len() > MOST_SUGGESTED {
        let _ = writeln!(text, "# and {} more", names.len() - MOST_SUGGESTED);
    }
}

/// A JSON string is a TOML string too, except for the sign DEL.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text.replace('\u{7f}', "")).to_string()
}

/// Words of a title or a name, which may be written with tags and escapes.
pub(super) fn words(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let clean = to_html(&Source::Html(format!("<p>{html}</p>")), &NoMedia);
    paragraphs(&clean).join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}
