//! Every word on screen, in each language. A missing translation does not compile.

pub mod access;
pub mod account;
mod en;
pub mod errors;
mod id;
pub mod reading;

use domain::article::{Edition, Language};

/// The words of one language. Functions where a word takes a value.
pub struct Text {
    /// Skips the navigation.
    pub skip_to_content: &'static str,
    /// Names the navigation of sections.
    pub sections: &'static str,
    /// Names the way from the front page to here.
    pub breadcrumbs: &'static str,
    /// Names the menu of small screens.
    pub menu: &'static str,
    /// Names the link to the front page.
    pub front_page: &'static str,
    /// Under the name of the site.
    pub motto: &'static str,
    /// Above the ranked column of the front page.
    pub newest: &'static str,
    /// Above what the editors picked.
    pub picks: &'static str,
    /// Above the grid of the front page.
    pub latest: &'static str,
    /// Leads from a block to its list.
    pub all_of: fn(&str) -> String,
    /// While there is no article.
    pub empty_paper: &'static str,
    /// What to do while there is no article.
    pub empty_paper_help: &'static str,

    /// The label of reporters.
    pub reporter: &'static str,
    /// The label of editors.
    pub editor: &'static str,
    /// The label of the agency.
    pub agency: &'static str,
    /// Between the last two names of a byline.
    pub and: &'static str,
    /// Before the time of the last change.
    pub updated: &'static str,
    /// Before the editors' choice under an article.
    pub editor_pick: &'static str,
    /// Names the list of topics under an article.
    pub topics: &'static str,
    /// Above the related articles.
    pub related: &'static str,

    /// The badge of a cover story.
    pub cover_story: &'static str,
    /// Says what a topic's list is.
    pub topic: &'static str,
    /// Says what a person's list is.
    pub author: &'static str,
    /// Says what a section's list is.
    pub section: &'static str,
    /// Says what an edition's list is.
    pub edition: &'static str,
    /// To the next page of a list.
    pub older: &'static str,
    /// To the first page of a list.
    pub to_newest: &'static str,
    /// Names the links between pages of a list.
    pub pages: &'static str,

    /// Heading of the page for an unknown address.
    pub not_found: &'static str,
    /// What that means.
    pub not_found_help: &'static str,
    /// Heading of the page for an address that cannot be read.
    pub bad_address: &'static str,
    /// What that means.
    pub bad_address_help: &'static str,
    /// Heading of the page for our own failures.
    pub failed: &'static str,
    /// What that means.
    pub failed_help: &'static str,
    /// Heading of the page while the store does not answer.
    pub unavailable: &'static str,
    /// What that means.
    pub unavailable_help: &'static str,
    /// Heading of the page while there is too much to do.
    pub busy: &'static str,
    /// What that means.
    pub busy_help: &'static str,
    /// Heading of the page for what the server will not do.
    pub refused: &'static str,
    /// What that means.
    pub refused_help: &'static str,
    /// Above articles that may help.
    pub instead: &'static str,

    /// Names the footer's links.
    pub about_this_site: &'static str,
    /// What the publisher promises, in the footer.
    pub promise: &'static str,

    /// Of Monday to Sunday.
    pub days: [&'static str; 7],
    /// Of January to December.
    pub months: [&'static str; 12],
    /// `19.30` or `19:30`.
    pub clock: fn(u32, u32) -> String,
    /// `19 Juni 2024`, from day, month and year.
    pub day: fn(u32, &str, i32) -> String,
}

/// The words of a language.
pub fn of(language: Language) -> &'static Text {
    match language {
        Language::Indonesian => &id::ID,
        Language::English => &en::EN,
    }
}

/// The words of accounts in a language.
pub fn account(language: Language) -> &'static account::AccountText {
    match language {
        Language::Indonesian => &id::account::ACCOUNT,
        Language::English => &en::account::ACCOUNT,
    }
}

/// The words of errors in a language.
pub fn errors(language: Language) -> &'static errors::ErrorText {
    match language {
        Language::Indonesian => &id::errors::ERRORS,
        Language::English => &en::errors::ERRORS,
    }
}

/// The words of the gate in a language.
pub fn access(language: Language) -> &'static access::AccessText {
    match language {
        Language::Indonesian => &id::access::ACCESS,
        Language::English => &en::access::ACCESS,
    }
}

/// The words around what is read, in a language.
pub fn reading(language: Language) -> &'static reading::ReadingText {
    match language {
        Language::Indonesian => &id::reading::READING,
        Language::English => &en::reading::READING,
    }
}

/// The name of an edition.
pub fn edition(edition: Edition) -> &'static str {
    // Names, the same in every language.
    match edition {
        Edition::Online => "Online",
        Edition::Koran => "Koran",
        Edition::Majalah => "Majalah",
    }
}

/// The name of a language.
pub fn language(language: Language) -> &'static str {
    // Each in itself: who looks for it may not read the other.
    match language {
        Language::Indonesian => "Bahasa Indonesia",
        Language::English => "English",
    }
}

/// How strong a password is, from 0 to 4.
pub fn strength(language: Language, score: u8) -> &'static str {
    let words = match language {
        Language::Indonesian => id::account::STRENGTHS,
        Language::English => en::account::STRENGTHS,
    };
    words[usize::from(score.min(4))]
}

/// How long ago, from seconds: the largest whole unit; what has not happened yet is just now.
pub fn ago(language: Language, seconds: i64) -> String {
    let words = match language {
        Language::Indonesian => id::ago,
        Language::English => en::ago,
    };
    words(Age::of(seconds))
}

/// A length of time in its largest whole unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Age {
    Now,
    Minutes(i64),
    Hours(i64),
    Days(i64),
    Weeks(i64),
    Months(i64),
    Years(i64),
}

impl Age {
    fn of(seconds: i64) -> Self {
        const MINUTE: i64 = 60;
        const HOUR: i64 = 60 * MINUTE;
        const DAY: i64 = 24 * HOUR;
        match seconds {
            ..MINUTE => Self::Now,
            MINUTE..HOUR => Self::Minutes(seconds / MINUTE),
            HOUR..DAY => Self::Hours(seconds / HOUR),
            _ => match seconds / DAY {
                days @ ..7 => Self::Days(days),
                days @ 7..30 => Self::Weeks(days / 7),
                days @ 30..365 => Self::Months(days / 30),
                days => Self::Years(days / 365),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_told_in_its_largest_whole_unit() {
        const DAY: i64 = 86_400;
        for (seconds, indonesian, english) in [
            (-5, "Baru saja", "Just now"),
            (59, "Baru saja", "Just now"),
            (60, "1 menit lalu", "1 minute ago"),
            (3_599, "59 menit lalu", "59 minutes ago"),
            (3_600, "1 jam lalu", "1 hour ago"),
            (23 * 3_600, "23 jam lalu", "23 hours ago"),
            (DAY, "1 hari lalu", "1 day ago"),
            (7 * DAY - 1, "6 hari lalu", "6 days ago"),
            (7 * DAY, "1 minggu lalu", "1 week ago"),
            (29 * DAY, "4 minggu lalu", "4 weeks ago"),
            (30 * DAY, "1 bulan lalu", "1 month ago"),
            (364 * DAY, "12 bulan lalu", "12 months ago"),
            (365 * DAY, "1 tahun lalu", "1 year ago"),
            (800 * DAY, "2 tahun lalu", "2 years ago"),
        ] {
            assert_eq!(ago(Language::Indonesian, seconds), indonesian);
            assert_eq!(ago(Language::English, seconds), english);
        }
    }
}
