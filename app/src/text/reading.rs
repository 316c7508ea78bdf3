//! Texts around articles: corrections, reading tools, recommendations, videos.

use domain::article::{CorrectionKind, Language};

/// Reason for a recommendation, with the topic's name if the text needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// Readers of this article opened it next.
    ReadNext,
    /// Many are reading it now.
    ReadNow,
    /// Both articles are about the topic with this name.
    SameSubject(String),
    /// Its text is similar.
    SimilarText,
    /// It is among the newest articles.
    Newest,
}

/// Texts around articles in one language.
pub struct ReadingText {
    /// Name of a kind of correction.
    pub kind: fn(CorrectionKind) -> &'static str,
    /// Text before the link to the article that tells more about a correction.
    pub told_in: &'static str,
    /// Text before the links to the articles whose corrections this one tells about.
    pub tells: &'static str,
    /// Heading of the list of all corrections.
    pub corrections: &'static str,
    /// Explanation of that list.
    pub corrections_help: &'static str,
    /// Message while there are no corrections.
    pub no_corrections: &'static str,

    /// Label of the row of tools above a text.
    pub tools: &'static str,
    /// Label of the choice of colours.
    pub display: &'static str,
    /// Label of the choice of language.
    pub language: &'static str,
    /// Choice of the device's colours.
    pub as_device: &'static str,
    /// Choice of light colours.
    pub light: &'static str,
    /// Choice of warm colours.
    pub sepia: &'static str,
    /// Choice of dark colours.
    pub dark: &'static str,
    /// Label of the buttons for the font size.
    pub text_size: &'static str,
    /// Button that makes the font smaller.
    pub smaller: &'static str,
    /// Button that makes the font larger.
    pub larger: &'static str,
    /// Button that reads the article aloud.
    pub listen: &'static str,
    /// Button that stops reading aloud.
    pub stop_listening: &'static str,
    /// Message if the device has no voice for reading aloud.
    pub no_voice: &'static str,
    /// Button that saves an article.
    pub save: &'static str,
    /// Heading of the saved articles; also the button of an article that is saved.
    pub saved: &'static str,
    /// Note on where articles are saved without an account.
    pub saved_help: &'static str,
    /// Heading of the articles that are saved in this browser.
    pub saved_here: &'static str,
    /// Message while the account has no saved articles.
    pub nothing_saved: &'static str,
    /// Button that removes an article from the saved ones.
    pub forget: &'static str,
    /// Heading of the articles of what the reader follows.
    pub for_you: &'static str,
    /// Button that follows a topic or a person.
    pub follow: &'static str,
    /// Explanation of following, for visitors who are not signed in.
    pub follow_help: &'static str,
    /// Heading of the subjects that the reader follows.
    pub followed: &'static str,
    /// Message while the reader follows nothing.
    pub nothing_followed: &'static str,
    /// Button that no longer follows a subject.
    pub unfollow: &'static str,
    /// The same button for those who listen, from the name of the subject.
    pub unfollow_subject: fn(&str) -> String,
    /// Button that opens the menu for sharing.
    pub share: &'static str,
    /// Button that copies the address.
    pub copy_link: &'static str,
    /// Message that the address was copied.
    pub copied: &'static str,
    /// Button that prints the page.
    pub print: &'static str,
    /// Link to the page for poor connections.
    pub light_version: &'static str,
    /// Link from that page to the full one.
    pub whole_version: &'static str,
    /// Label of an advertisement.
    pub ad: &'static str,
    /// Note below an advertisement within a text.
    pub scroll_on: &'static str,
    /// Heading of the table of contents of a long text.
    pub contents: &'static str,
    /// Name of a footnote, from its number.
    pub footnote: fn(usize) -> String,
    /// Name of a gallery, from the number of its pictures.
    pub gallery: fn(usize) -> String,
    /// Place of a picture in its gallery, from its number and that of all.
    pub of_gallery: fn(usize, usize) -> String,
    /// Name of the link to a picture's own address.
    pub address_of_picture: &'static str,
    /// Name of a box beside the text that has no heading.
    pub side_note: &'static str,
    /// Name of a table without a caption.
    pub table: &'static str,
    /// Label of a link to another article within a text.
    pub further_reading: &'static str,
    /// Heading of the recommendations.
    pub recommendations: &'static str,
    /// Button to the previous cards of a carousel.
    pub previous: &'static str,
    /// Button to the next cards of a carousel.
    pub next: &'static str,
    /// Position in a carousel. `{first}` and `{last}` are replaced by the visible cards, `{all}` by the number of cards.
    pub position: &'static str,
    /// Question why an article is recommended.
    pub why: &'static str,
    /// Answer to that question.
    pub because: fn(Because) -> String,
    /// Label of a sponsored item.
    pub sponsored: &'static str,
    /// Explanation of sponsored items, from the site's name.
    pub sponsored_disclosure: fn(&str) -> String,
    /// Heading of the reading history.
    pub history: &'static str,
    /// Message while the history is empty.
    pub nothing_read: &'static str,
    /// Button that deletes the history.
    pub forget_history: &'static str,
    /// Link to the place where the reader stopped.
    pub resume: &'static str,
    /// Button that shows a picture as large as the window.
    pub enlarge: &'static str,
    /// Heading of the enlarged picture.
    pub picture: &'static str,
    /// Heading of the videos of an article.
    pub videos: &'static str,
    /// Name of captions in a language.
    pub captions: fn(Language) -> &'static str,
    /// Link to a video on another site, from its host.
    pub watch_at: fn(&str) -> String,
    /// Size of a file in megabytes, from its bytes.
    pub megabytes: fn(u64) -> String,
    /// Reading time, from its minutes.
    pub minutes: fn(usize) -> String,
}

/// Size in megabytes, as whole megabytes and tenths, at least one tenth. A megabyte is a million bytes.
pub(super) fn tenths_of_megabytes(bytes: u64) -> (u64, u64) {
    let tenths = (bytes + 50_000).div_euclid(100_000).max(1);
    (tenths / 10, tenths % 10)
}
