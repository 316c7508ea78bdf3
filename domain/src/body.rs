//! The text of an article: locked, or unlocked by a grant.

use std::fmt;

use crate::access::Grant;
use crate::article::{ArticleId, Video};

/// Sanitised HTML of an article's whole text, and the videos that go with it.
///
/// It cannot be printed, serialised or rendered: only a [`Grant`] for the same article turns it into a
/// [`Body`], and only [`crate::access::decide`] makes grants.
///
/// ```compile_fail,E0277
/// use domain::{article::ArticleId, body::LockedBody};
/// fn leaves_the_server(_: impl serde::Serialize) {}
/// leaves_the_server(LockedBody::new(ArticleId::parse("1").unwrap(), String::new()));
/// ```
/// ```compile_fail,E0277
/// use domain::{article::ArticleId, body::LockedBody};
/// let locked = LockedBody::new(ArticleId::parse("1").unwrap(), String::new());
/// println!("{locked}");
/// ```
/// ```compile_fail,E0616
/// use domain::{article::ArticleId, body::LockedBody};
/// let locked = LockedBody::new(ArticleId::parse("1").unwrap(), String::new());
/// let html: String = locked.html;
/// ```
/// ```compile_fail,E0451
/// let grant = domain::access::Grant { article: domain::article::ArticleId::parse("1").unwrap() };
/// ```
/// The same names compile where nothing forbidden is done with them:
/// ```
/// use domain::{article::ArticleId, body::LockedBody};
/// fn stays_here(_: impl Clone) {}
/// stays_here(LockedBody::new(ArticleId::parse("1").unwrap(), String::new()));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct LockedBody {
    article: ArticleId,
    html: String,
    videos: Vec<Video>,
}

impl LockedBody {
    /// Puts sanitised HTML under lock.
    pub fn new(article: ArticleId, sanitised_html: String) -> Self {
        Self { article, html: sanitised_html, videos: Vec::new() }
    }

    /// Puts videos under the same lock.
    #[must_use]
    pub fn with_videos(self, videos: Vec<Video>) -> Self {
        Self { videos, ..self }
    }

    /// The body for who holds the grant; `None` if the grant is for another article.
    pub fn unlock(self, grant: &Grant) -> Option<Body> {
        (grant.article() == &self.article).then_some(Body { html: self.html, videos: self.videos })
    }
}

impl fmt::Debug for LockedBody {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A log line is a surface too.
        write!(formatter, "LockedBody({})", self.article)
    }
}

/// The whole text of an article, for a reader who may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    html: String,
    videos: Vec<Video>,
}

impl Body {
    /// Sanitised HTML.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// Videos in the editors' order.
    pub fn videos(&self) -> &[Video] {
        &self.videos
    }

    /// Number of words.
    pub fn words(&self) -> usize {
        // A tag parts words, as paragraphs do.
        outside_tags(&self.html).map(|words| words.split_whitespace().count()).sum()
    }

    /// Number of chapters: headings of the second level, which is the first within a text.
    pub fn chapters(&self) -> usize {
        self.html.matches("<h2").count()
    }

    /// Reading time in whole minutes, at 200 words a minute; at least one.
    pub fn minutes(&self) -> usize {
        const WORDS_A_MINUTE: usize = 200;
        self.words().div_ceil(WORDS_A_MINUTE).max(1)
    }
}

/// Words outside of the tags of sanitised HTML, still escaped.
pub fn outside_tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_a_minute_for_200_words_and_never_none() {
        for (words, minutes) in [(0, 1), (1, 1), (200, 1), (201, 2), (1000, 5)] {
            let html = format!("<p class=\"a b c\">{}</p><p></p>", "kata ".repeat(words));
            assert_eq!(Body { html, videos: vec![] }.minutes(), minutes, "{words}");
        }
    }
}
