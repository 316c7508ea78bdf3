//! Texts of the interface in each language. A missing translation does not compile.

pub mod access;
pub mod account;
mod en;
pub mod errors;
mod id;
pub mod lists;
pub mod offline;
pub mod reading;
pub mod search;

use domain::article::{Edition, Language};

/// Texts of one language. Those that contain a value are functions.
pub struct Text {
    /// Link that skips the navigation.
    pub skip_to_content: &'static str,
    /// Label of the navigation between sections.
    pub sections: &'static str,
    /// Label of the breadcrumbs.
    pub breadcrumbs: &'static str,
    /// Label of the menu on small screens.
    pub menu: &'static str,
    /// Label of the link to the front page.
    pub front_page: &'static str,
    /// Motto under the name of the site.
    pub motto: &'static str,
    /// Heading of the newest articles on the front page.
    pub newest: &'static str,
    /// Heading of the articles that the editors have picked.
    pub picks: &'static str,
    /// Heading of the articles that are read most.
    pub most_read: &'static str,
    /// Heading of the magazine's cover story.
    pub cover_of_magazine: &'static str,
    /// Link from a block to the whole list, by the name of the list.
    pub all_of: fn(&str) -> String,
    /// Message while there are no articles.
    pub empty_paper: &'static str,
    /// Advice while there are no articles.
    pub empty_paper_help: &'static str,

    /// Label of the reporters.
    pub reporter: &'static str,
    /// Label of the editors.
    pub editor: &'static str,
    /// Label of the news agency.
    pub agency: &'static str,
    /// Word between the last two names of a byline.
    pub and: &'static str,
    /// Label of the time of the last change.
    pub updated: &'static str,
    /// Label of the article that the editors recommend under another one.
    pub editor_pick: &'static str,
    /// Label of the topics under an article.
    pub topics: &'static str,
    /// Heading of the related articles.
    pub related: &'static str,

    /// Badge of a cover story.
    pub cover_story: &'static str,
    /// Kind of list: articles on a topic.
    pub topic: &'static str,
    /// Kind of list: articles by a person.
    pub author: &'static str,
    /// Kind of list: articles of a section.
    pub section: &'static str,
    /// Kind of list: articles of an edition.
    pub edition: &'static str,
    /// Kind of list: what was published on one day.
    pub archive: &'static str,
    /// Link to what was published before that day.
    pub day_before: &'static str,
    /// Link to what was published on the day after.
    pub day_after: &'static str,
    /// Link to the next page of a list.
    pub older: &'static str,
    /// Link to the first page of a list.
    pub to_newest: &'static str,
    /// Label of the links between the pages of a list.
    pub pages: &'static str,

    /// Heading of the page for an unknown address.
    pub not_found: &'static str,
    /// Explanation of an unknown address.
    pub not_found_help: &'static str,
    /// Heading of the page for an address whose content was withdrawn.
    pub gone: &'static str,
    /// Explanation of such an address.
    pub gone_help: &'static str,
    /// Heading of the page for an address that cannot be read.
    pub bad_address: &'static str,
    /// Explanation of an address that cannot be read.
    pub bad_address_help: &'static str,
    /// Heading of the page for internal errors.
    pub failed: &'static str,
    /// Explanation of an internal error.
    pub failed_help: &'static str,
    /// Heading of the page while the database does not respond.
    pub unavailable: &'static str,
    /// Explanation while the database does not respond.
    pub unavailable_help: &'static str,
    /// Heading of the page while the server is overloaded.
    pub busy: &'static str,
    /// Explanation while the server is overloaded.
    pub busy_help: &'static str,
    /// Heading of the page for a refused request.
    pub refused: &'static str,
    /// Explanation of a refused request.
    pub refused_help: &'static str,
    /// Heading of the articles that are offered instead.
    pub instead: &'static str,

    /// Label of the links in the footer.
    pub about_this_site: &'static str,
    /// Promise of the publisher, in the footer.
    pub promise: &'static str,

    /// Weekdays from Monday to Sunday.
    pub days: [&'static str; 7],
    /// Month names from January to December.
    pub months: [&'static str; 12],
    /// `19.30` or `19:30`, from hour and minute.
    pub clock: fn(u32, u32) -> String,
    /// `19 Juni 2024`, from day, month and year.
    pub day: fn(u32, &str, i32) -> String,
}

/// General texts in a language.
pub fn of(language: Language) -> &'static Text {
    match language {
        Language::Indonesian => &id::ID,
        Language::English => &en::EN,
    }
}

/// Texts about accounts in a language.
pub fn account(language: Language) -> &'static account::AccountText {
    match language {
        Language::Indonesian => &id::account::ACCOUNT,
        Language::English => &en::account::ACCOUNT,
    }
}

/// Error messages in a language.
pub fn errors(language: Language) -> &'static errors::ErrorText {
    match language {
        Language::Indonesian => &id::errors::ERRORS,
        Language::English => &en::errors::ERRORS,
    }
}

/// Texts about access to articles in a language.
pub fn access(language: Language) -> &'static access::AccessText {
    match language {
        Language::Indonesian => &id::access::ACCESS,
        Language::English => &en::access::ACCESS,
    }
}

/// Texts around articles in a language.
pub fn reading(language: Language) -> &'static reading::ReadingText {
    match language {
        Language::Indonesian => &id::reading::READING,
        Language::English => &en::reading::READING,
    }
}

/// Texts on the pages of people, topics and issues in a language.
pub fn lists(language: Language) -> &'static lists::ListText {
    match language {
        Language::Indonesian => &id::lists::LISTS,
        Language::English => &en::lists::LISTS,
    }
}

/// Names of the formats of feeds: proper names, the same in every language.
pub const FEED_FORMATS: [&str; 3] = ["RSS", "Atom", "JSON Feed"];

/// Texts about reading without a network in a language.
pub fn offline(language: Language) -> &'static offline::OfflineText {
    match language {
        Language::Indonesian => &id::offline::OFFLINE,
        Language::English => &en::offline::OFFLINE,
    }
}

/// Texts of the search in a language.
pub fn search(language: Language) -> &'static search::SearchText {
    match language {
        Language::Indonesian => &id::search::SEARCH,
        Language::English => &en::search::SEARCH,
    }
}

/// Display name of an edition.
pub fn edition(edition: Edition) -> &'static str {
    // These are proper names, the same in every language.
    match edition {
        Edition::Online => "Online",
        Edition::Koran => "Koran",
        Edition::Majalah => "Majalah",
    }
}

/// Display name of a language.
pub fn language(language: Language) -> &'static str {
    // Each language is named in itself, for readers who do not know the other one.
    match language {
        Language::Indonesian => "Bahasa Indonesia",
        Language::English => "English",
    }
}

/// Strength of a password in words, from a score of 0 to 4. Higher scores count as 4.
pub fn strength(language: Language, score: u8) -> &'static str {
    let words = match language {
        Language::Indonesian => id::account::STRENGTHS,
        Language::English => en::account::STRENGTHS,
    };
    words[usize::from(score.min(4))]
}

/// Age in its largest whole unit, from seconds. A time in the future counts as just now.
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
