//! The words of lists.

use crate::text::lists::ListText;

pub(in crate::text) const LISTS: ListText = ListText {
    covers: "Covers",
    written_by: "Written by",
    contact: "Contact",
    portrait_of: |name| format!("Portrait of {name}"),
    latest_articles: "Latest articles",
    issue_of: |date| format!("Issue of {date}"),
    in_this_issue: "In this issue",
    without_section: "More",
    earlier_issues: "Past issues",
    issue_before: "Previous issue",
    issue_after: "Next issue",
    issues: "Other issues",
};
