//! English.

pub(super) mod access;
pub(super) mod account;
pub(super) mod errors;
pub(super) mod reading;

use super::{Age, Text};

pub(super) const EN: Text = Text {
    skip_to_content: "Skip to content",
    sections: "Sections",
    breadcrumbs: "You are here",
    menu: "Menu",
    front_page: "Front page",
    motto: "News that was checked, told calmly",
    newest: "Newest",
    picks: "Editors’ picks",
    latest: "More news",
    all_of: |name| format!("All of {name}"),
    empty_paper: "No news yet",
    empty_paper_help: "The newsroom has not published anything so far. Please come back later.",

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
    older: "Older",
    to_newest: "Back to the newest",
    pages: "Pages",

    not_found: "There is no such page",
    not_found_help: "The address may be mistyped, or the article is no longer published.",
    bad_address: "This address cannot be read",
    bad_address_help: "A part of the address is unknown to us. Try again from the front page.",
    failed: "Something broke on our side",
    failed_help: "This page could not be put together. The fault is in our log; please try again in a moment.",
    unavailable: "We are having technical trouble",
    unavailable_help: "This page cannot be shown yet. Please reload it in a few seconds.",
    busy: "We are very busy right now",
    busy_help: "Too many requests came at once. You may reload this page in two seconds.",
    refused: "We do not answer this request",
    refused_help: "Its form, its size or where it was sent is not what this site knows.",
    instead: "Perhaps you were looking for one of these",

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
