//! Texts on the pages of people, topics and issues.

/// Texts on the pages of people, topics and issues in one language.
pub struct ListText {
    /// Label of the sections and topics that a person writes about most.
    pub covers: &'static str,
    /// Label of the people who report most about a topic.
    pub written_by: &'static str,
    /// Label of the address at which a person can be reached.
    pub contact: &'static str,
    /// Alternative text of a portrait, from the person's name.
    pub portrait_of: fn(&str) -> String,
    /// Heading of a person's articles.
    pub latest_articles: &'static str,
    /// Name of an issue, from its date.
    pub issue_of: fn(&str) -> String,
    /// Heading of the stories of an issue.
    pub in_this_issue: &'static str,
    /// Heading of the stories of an issue that are in no section.
    pub without_section: &'static str,
    /// Heading of the issues before this one.
    pub earlier_issues: &'static str,
    /// Link to the issue before this one.
    pub issue_before: &'static str,
    /// Link to the issue after this one.
    pub issue_after: &'static str,
    /// Label of the links between issues.
    pub issues: &'static str,
}
