//! Feeds: the newest articles of the site or of a list, for programs that follow them.
//!
//! A feed is read as a visitor without an account reads, so it holds whole texts of articles that are free for everyone, and teasers of
//! all others.

mod atom;
mod format;
mod json;
mod rss;

use app::components::{article_path, feed_html, picture_size, picture_src};
use app::context::Services;
use app::language::under;
use app::routes::subject_path;
use chrono::{DateTime, Utc};
use domain::access::Visitor;
use domain::article::{Article, ArticleId, Edition, VideoSource};
use domain::follow::Subject;
use domain::label::Person;
use domain::list::List;
use domain::newsroom::StoreError;
use domain::reading::{self, Reading, Text};
use domain::slug::Slug;

pub use format::Format;

/// Number of articles in a feed.
const ENTRIES: u32 = 30;

/// A list that has feeds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FeedOf {
    Site,
    Section(Slug),
    Topic(Slug),
    Person(Slug),
    Edition(Edition),
}

impl FeedOf {
    /// Path of the list's own page, without a slash at its end.
    pub fn path(&self) -> String {
        match self {
            Self::Site => String::new(),
            Self::Section(slug) => format!("/rubrik/{slug}"),
            Self::Topic(slug) => subject_path(&Subject::Topic(slug.clone())),
            Self::Person(slug) => subject_path(&Subject::Person(slug.clone())),
            Self::Edition(edition) => format!("/{}", edition.as_str()),
        }
    }

    /// Lists that an article is on.
    pub fn of(article: &Article) -> Vec<Self> {
        let mut lists = vec![Self::Site];
        lists.extend(article.section.iter().map(|section| Self::Section(section.slug.clone())));
        lists.extend(article.topics.iter().map(|topic| Self::Topic(topic.slug.clone())));
        let people = article.byline.reporters.iter().chain(&article.byline.editors);
        lists.extend(people.map(|person| Self::Person(person.slug.clone())));
        // The web edition has no page of its own.
        lists.extend((article.edition != Edition::Online).then_some(Self::Edition(article.edition)));
        lists
    }

    fn list(&self) -> List {
        match self.clone() {
            Self::Site => List::Everything,
            Self::Section(slug) => List::Section(slug),
            Self::Topic(slug) => List::Topic(slug),
            Self::Person(slug) => List::Person(slug),
            Self::Edition(edition) => List::Edition(edition),
        }
    }
}

/// A feed, before it is written in one of the formats.
#[derive(Debug)]
pub struct Feed {
    title: String,
    description: String,
    /// Name of the publication.
    site: String,
    /// Language tag of the title and of the description.
    language: &'static str,
    /// Address of the list's page.
    home: String,
    /// Address of this feed.
    address: String,
    /// Identifier that stays the same in every language and at every address.
    id: String,
    hub: Option<String>,
    entries: Vec<Entry>,
}

/// An article in a feed.
#[derive(Debug)]
struct Entry {
    /// Identifier, which stays the same when the headline changes.
    id: String,
    address: String,
    title: String,
    summary: Option<String>,
    /// Whole text of an article that is free for everyone, or the teaser of any other.
    html: String,
    authors: Vec<Author>,
    categories: Vec<String>,
    language: &'static str,
    published_at: DateTime<Utc>,
    changed_at: DateTime<Utc>,
    picture: Option<Picture>,
    videos: Vec<Video>,
}

#[derive(Debug)]
struct Author {
    name: String,
    address: String,
}

#[derive(Debug)]
struct Picture {
    address: String,
    content_type: &'static str,
    width: u32,
    height: u32,
    caption: Option<String>,
    credit: Option<String>,
}

#[derive(Debug)]
struct Video {
    address: String,
    content_type: &'static str,
    bytes: u64,
    title: String,
}

impl Feed {
    /// Reads a feed; `None` if there is no such list, or nothing on it. The feed of the whole site is always there.
    pub async fn of(
        services: &Services,
        list: &FeedOf,
        format: Format,
        hub: Option<String>,
    ) -> Result<Option<Self>, StoreError> {
        let (articles, now, site) = (&*services.articles, services.now(), &services.site);
        let name = match list {
            FeedOf::Site => None,
            FeedOf::Edition(edition) => Some(app::text::edition(*edition).to_owned()),
            _ => match articles.list_name(&list.list()).await? {
                None => return Ok(None),
                name => name,
            },
        };
        let cards = articles.cards(&list.list(), None, now, ENTRIES).await?;
        if cards.is_empty() && !matches!(list, FeedOf::Site | FeedOf::Edition(_)) {
            return Ok(None);
        }
        let ids: Vec<ArticleId> = cards.into_iter().map(|card| card.id).collect();
        let policy = &services.quota.policy;
        let readings = reading::read_all(articles, policy, |_| Visitor::Anyone, &ids, now).await?;
        let path = list.path();
        let home = if path.is_empty() { "/" } else { &path };
        let prefix = site.prefix();
        Ok(Some(Self {
            title: name.as_ref().map_or_else(|| site.name.clone(), |name| format!("{name} – {}", site.name)),
            description: name.map_or_else(
                || services.text().motto.to_owned(),
                |name| format!("{}: {name}", services.text().newest),
            ),
            site: site.name.clone(),
            language: site.language.as_str(),
            home: format!("{}{}", site.url, under(prefix, home)),
            address: format!("{}{prefix}{path}{}", site.url, format.path()),
            id: format!("{}{home}", site.url),
            hub,
            entries: readings.into_iter().map(|reading| Entry::of(services, reading)).collect(),
        }))
    }

    /// The feed in a format.
    pub fn write(&self, format: Format) -> Vec<u8> {
        match format {
            Format::Rss => rss::write(self),
            Format::Atom => atom::write(self),
            Format::Json => json::write(self),
        }
    }

    /// Values of the header `Link`, by which subscribers find the hub; `None` without a hub.
    pub fn links(&self) -> Option<String> {
        self.hub.as_ref().map(|hub| format!("<{hub}>; rel=\"hub\", <{}>; rel=\"self\"", self.address))
    }

    /// Time of the newest change; that of an empty feed is the beginning of time.
    fn changed_at(&self) -> DateTime<Utc> {
        self.entries.iter().map(|entry| entry.changed_at).max().unwrap_or_default()
    }
}

impl Entry {
    fn of(services: &Services, reading: Reading) -> Self {
        let site = &services.site;
        let page = |path: &str| format!("{}{}", site.url, under(site.prefix(), path));
        let Reading { article, text, .. } = reading;
        let path = article_path(&article.id, &article.slug());
        let (html, videos) = match &text {
            Text::Whole(body) => (feed_html(body, &site.url), body.videos()),
            Text::Teaser(..) => {
                (app::components::feed_teaser(&article.teaser, &page(&path), services), &[][..])
            }
        };
        let videos = videos.iter().filter_map(|video| match &video.src {
            VideoSource::File(file) => Some(Video {
                address: format!("{}/video/{}", site.url, file.name),
                content_type: if ending(&file.name) == "webm" { "video/webm" } else { "video/mp4" },
                bytes: file.bytes,
                title: video.title.clone(),
            }),
            VideoSource::Elsewhere(_) => None,
        });
        let author = |person: &Person| Author {
            name: person.name.clone(),
            address: page(&subject_path(&Subject::Person(person.slug.clone()))),
        };
        let corrected = article.corrections.iter().map(|correction| correction.noted_at);
        let section = article.section.iter().map(|section| section.name.clone());
        Self {
            id: format!("{}/read/{}", site.url, article.id),
            address: page(&path),
            title: article.title.clone(),
            summary: article.summary.clone(),
            html,
            authors: article.byline.reporters.iter().map(author).collect(),
            categories: section.chain(article.topics.iter().map(|topic| topic.name.clone())).collect(),
            language: article.language.as_str(),
            published_at: article.published_at,
            changed_at: corrected.chain(article.updated_at).fold(article.published_at, DateTime::max),
            picture: Picture::of(&site.url, &article),
            videos: videos.collect(),
        }
    }
}

impl Picture {
    fn of(origin: &str, article: &Article) -> Option<Self> {
        let picture = article.picture.as_ref()?;
        let file = picture.file()?;
        let path = picture_src(file);
        let (width, height) = picture_size(file);
        let content_type = match ending(&path) {
            "png" => "image/png",
            "gif" => "image/gif",
            "webp" => "image/webp",
            "avif" => "image/avif",
            _ => "image/jpeg",
        };
        Some(Self {
            address: format!("{origin}{path}"),
            content_type,
            width,
            height,
            caption: picture.caption.clone(),
            credit: picture.credit.clone(),
        })
    }
}

/// `2024-06-19T12:30:00Z`.
fn rfc3339(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// Ending of a file's name; names of stored files are lower-case.
fn ending(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}
