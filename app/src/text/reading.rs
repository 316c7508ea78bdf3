//! The words around what is read.

use domain::article::{CorrectionKind, Language};

/// Why an article is recommended, with the name that the words need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// Readers of this article opened it next.
    ReadNext,
    /// Many are reading it now.
    ReadNow,
    /// It is about the topic of this name, as this article is.
    SameSubject(String),
    /// It tells of the same things.
    SimilarText,
    /// It is new.
    Newest,
}

/// The words around what is read, in one language.
pub struct ReadingText {
    /// Names a kind of correction.
    pub kind: fn(CorrectionKind) -> &'static str,
    /// Before the article that tells a correction at length.
    pub told_in: &'static str,
    /// Before the articles whose corrections this one tells.
    pub tells: &'static str,
    /// Heads the list of all corrections.
    pub corrections: &'static str,
    /// What that list is.
    pub corrections_help: &'static str,
    /// While there is none.
    pub no_corrections: &'static str,

    /// Names the row of tools above a text.
    pub tools: &'static str,
    /// Names the choice of colours.
    pub display: &'static str,
    /// Names the choice of language.
    pub language: &'static str,
    /// The colours of the device.
    pub as_device: &'static str,
    /// Light colours.
    pub light: &'static str,
    /// Warm colours.
    pub sepia: &'static str,
    /// Dark colours.
    pub dark: &'static str,
    /// Before the buttons for the size of the letters.
    pub text_size: &'static str,
    /// Makes letters smaller.
    pub smaller: &'static str,
    /// Makes letters larger.
    pub larger: &'static str,
    /// Has the article read aloud.
    pub listen: &'static str,
    /// Ends that.
    pub stop_listening: &'static str,
    /// Where the device has no voice to read with.
    pub no_voice: &'static str,
    /// Puts an article aside.
    pub save: &'static str,
    /// Names what was put aside, and says that an article is.
    pub saved: &'static str,
    /// Where it is kept without an account.
    pub saved_help: &'static str,
    /// Heads what this browser keeps.
    pub saved_here: &'static str,
    /// While that is nothing.
    pub nothing_saved: &'static str,
    /// Takes an article back.
    pub forget: &'static str,
    /// Opens the ways to share.
    pub share: &'static str,
    /// Copies the address.
    pub copy_link: &'static str,
    /// Says so.
    pub copied: &'static str,
    /// Prints the page.
    pub print: &'static str,
    /// Leads to the page for poor connections.
    pub light_version: &'static str,
    /// Leads from the light page to the other.
    pub whole_version: &'static str,
    /// Labels an advertisement.
    pub ad: &'static str,
    /// Below one in the middle of a text.
    pub scroll_on: &'static str,
    /// Heads what to read next.
    pub recommendations: &'static str,
    /// To the cards before.
    pub previous: &'static str,
    /// To the cards behind.
    pub next: &'static str,
    /// Which cards can be seen: the first and the last of them, and how many there are, in place of `{first}`, `{last}` and `{all}`.
    pub position: &'static str,
    /// Asks why an article is recommended.
    pub why: &'static str,
    /// Answers that.
    pub because: fn(Because) -> String,
    /// Labels a sponsored item.
    pub sponsored: &'static str,
    /// Says what a sponsored item is, on a site of this name.
    pub sponsored_disclosure: fn(&str) -> String,
    /// Heads what a reader has read.
    pub history: &'static str,
    /// While that is nothing.
    pub nothing_read: &'static str,
    /// Forgets it.
    pub forget_history: &'static str,
    /// Leads to where the reader stopped.
    pub resume: &'static str,
    /// Shows a picture as large as the window.
    pub enlarge: &'static str,
    /// Heads the enlarged picture.
    pub picture: &'static str,
    /// Heads the videos of an article.
    pub videos: &'static str,
    /// Names captions in a language.
    pub captions: fn(Language) -> &'static str,
    /// Leads to a video of others.
    pub watch_at: fn(&str) -> String,
    /// How large a file of so many bytes is.
    pub megabytes: fn(u64) -> String,
    /// How long an article takes to read.
    pub minutes: fn(usize) -> String,
}

/// Tenths of millions of bytes, in whole parts and tenths: never none.
pub(super) fn tenths_of_megabytes(bytes: u64) -> (u64, u64) {
    let tenths = (bytes + 50_000).div_euclid(100_000).max(1);
    (tenths / 10, tenths % 10)
}
