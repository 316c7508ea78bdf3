//! The text of an article: under lock, unlocked by a grant, or its first words.

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

    /// What there is to watch, in the editors' order.
    pub fn videos(&self) -> &[Video] {
        &self.videos
    }

    /// How many words it has.
    pub fn words(&self) -> usize {
        // Outside of tags; a tag parts words, as paragraphs do.
        let parts = self.html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
        parts.map(|words| words.split_whitespace().count()).sum()
    }

    /// How long it takes to read, in whole minutes, at 200 words a minute; at least one.
    pub fn minutes(&self) -> usize {
        const WORDS_A_MINUTE: usize = 200;
        self.words().div_ceil(WORDS_A_MINUTE).max(1)
    }
}

/// The first paragraphs of an article, which everyone may read: plain text, at most a fifth of the body
/// and at most 600 characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Teaser {
    paragraphs: Vec<String>,
}

impl Teaser {
    /// The most characters that a teaser may have, whatever the length of the body.
    pub const LONGEST: usize = 600;
    const SHARE: usize = 5;
    const CUT: char = '…';

    /// The teaser of a body that has these paragraphs of plain text.
    pub fn of(paragraphs: &[String]) -> Self {
        let whole: usize = paragraphs.iter().map(|paragraph| paragraph.chars().count()).sum();
        let mut room = (whole / Self::SHARE).min(Self::LONGEST);
        let mut taken = Vec::new();
        for paragraph in paragraphs {
            let length = paragraph.chars().count();
            if length > room {
                taken.extend(cut_at_word(paragraph, room));
                break;
            }
            room -= length;
            taken.push(paragraph.clone());
        }
        Self { paragraphs: taken }
    }

    /// A teaser that was kept as one text, its paragraphs parted by blank lines.
    pub fn from_text(text: &str) -> Self {
        let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.is_empty());
        Self { paragraphs: paragraphs.map(str::to_owned).collect() }
    }

    /// One text, the paragraphs parted by blank lines.
    pub fn to_text(&self) -> String {
        self.paragraphs.join("\n\n")
    }

    /// Plain text, one string a paragraph.
    pub fn paragraphs(&self) -> &[String] {
        &self.paragraphs
    }
}

/// As many whole words as fit into `room` characters with the sign of the cut; `None` if not one does.
fn cut_at_word(text: &str, room: usize) -> Option<String> {
    let end = text.char_indices().nth(room.checked_sub(1)?).map_or(text.len(), |(at, _)| at);
    let words = text[..end].rfind(char::is_whitespace).map(|at| text[..at].trim_end())?;
    (!words.is_empty()).then(|| format!("{words}{}", Teaser::CUT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn characters(teaser: &Teaser) -> usize {
        teaser.paragraphs.iter().map(|paragraph| paragraph.chars().count()).sum()
    }

    #[test]
    fn a_teaser_is_at_most_a_fifth_and_at_most_600_characters() {
        for (paragraphs, words) in [(1, 1), (1, 10), (1, 500), (3, 40), (12, 60), (200, 3), (2, 5000)] {
            let body = vec!["kata é ".repeat(words).trim().to_owned(); paragraphs];
            let whole: usize = body.iter().map(|paragraph| paragraph.chars().count()).sum();
            let teaser = Teaser::of(&body);
            assert!(characters(&teaser) <= (whole / 5).min(600), "{paragraphs} x {words}");
            assert!(words < 10 || characters(&teaser) > 0, "{paragraphs} x {words} has a teaser");
        }
    }

    #[test]
    fn whole_paragraphs_come_first_and_the_last_is_cut_at_a_word() {
        let body: Vec<String> = (0..9).map(|_| "satu dua tiga empat lima".to_owned()).collect();
        let teaser = Teaser::of(&body);
        assert_eq!(teaser.paragraphs(), ["satu dua tiga empat lima", "satu dua tiga…"]);
        assert_eq!(Teaser::from_text(&teaser.to_text()), teaser);
    }

    #[test]
    fn a_text_takes_a_minute_for_200_words_and_never_none() {
        for (words, minutes) in [(0, 1), (1, 1), (200, 1), (201, 2), (1000, 5)] {
            let html = format!("<p class=\"a b c\">{}</p><p></p>", "kata ".repeat(words));
            assert_eq!(Body { html, videos: vec![] }.minutes(), minutes, "{words}");
        }
    }

    #[test]
    fn one_endless_word_has_no_teaser() {
        assert_eq!(Teaser::of(&["a".repeat(10_000)]), Teaser::default());
        assert_eq!(Teaser::of(&[]), Teaser::default());
    }
}
