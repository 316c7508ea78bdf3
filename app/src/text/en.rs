//! English.

pub(super) mod access;
pub(super) mod account;
pub(super) mod errors;
pub(super) mod lists;
pub(super) mod offline;
pub(super) mod reading;
pub(super) mod search;

use super::{Age, Text};

pub(super) const EN: Text = Text {
    skip_to_content: "Skip to content",
    sections: "Sections",
    breadcrumbs: "You are here",
    menu: "Menu",
    front_page: "Front page",
    motto: "Checked facts, calmly told",
    newest: "Latest",
    picks: "Editors’ picks",
    most_read: "Most read",
    cover_of_magazine: "Magazine Cover Story",
    all_of: |name| format!("More in {name}"),
    empty_paper: "No news yet",
    empty_paper_help: "Nothing has been published yet. Please come back later.",

    reporter: "Reporter",
    editor: "Editor",
    agency: "Agency",
    and: "and",
    updated: "Updated",
    editor_pick: "Editor’s pick:",
    topics: "Topics of this article",
    related: "Related news",

    cover_story: "Cover story",
    topic: "Topic",
    author: "Author",
    section: "Section",
    edition: "Edition",
    archive: "Archive",
    day_before: "The day before",
    day_after: "The day after",
    older: "Older news",
    to_newest: "Back to the latest news",
    pages: "Pages",

    not_found: "Page not found",
    not_found_help: "The address may be mistyped, or the article is no longer online.",
    gone: "This page was withdrawn",
    gone_help: "We no longer publish what it showed. Try the front page.",
    bad_address: "We do not recognise this address",
    bad_address_help: "Part of it is wrong. Try again from the front page.",
    failed: "Something went wrong on our side",
    failed_help: "This page could not be loaded. We have logged the fault; please try again in a moment.",
    unavailable: "We are having technical trouble",
    unavailable_help: "This page cannot be shown yet. Please reload it in a few seconds.",
    busy: "We are very busy right now",
    busy_help: "Too many readers came at once. Please reload in two seconds.",
    refused: "We cannot process this request",
    refused_help: "Its address, size or content is not right. Try again from the front page.",
    instead: "Were you looking for one of these?",

    about_this_site: "About this site",
    promise: "This site does not track its readers and can be read without JavaScript.",

    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    clock: |hour, minute| format!("{hour:02}:{minute:02}"),
    day: |day, month, year| format!("{day} {month} {year}"),
};

pub(super) fn ago(age: Age) -> String {
    let (count, unit) = match age {
        Age::Now => return "Just now".to_owned(),
        Age::Minutes(n) => (n, "minute"),
        Age::Hours(n) => (n, "hour"),
        Age::Days(n) => (n, "day"),
        Age::Weeks(n) => (n, "week"),
        Age::Months(n) => (n, "month"),
        Age::Years(n) => (n, "year"),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural} ago")
}
