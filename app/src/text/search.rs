//! Texts of the search.

/// Texts of the search in one language.
pub struct SearchText {
    /// Name of the page and of its button.
    pub search: &'static str,
    /// Label of the field.
    pub field: &'static str,
    /// Help on writing a query.
    pub help: &'static str,
    /// Label of the choices that narrow the results.
    pub filters: &'static str,
    pub section: &'static str,
    pub edition: &'static str,
    pub author: &'static str,
    pub language: &'static str,
    pub from: &'static str,
    pub until: &'static str,
    pub order: &'static str,
    pub by_relevance: &'static str,
    pub by_date: &'static str,
    /// The choice of no filter.
    pub any: &'static str,
    /// Number of results, from the number and the query.
    pub results: fn(usize) -> String,
    pub did_you_mean: &'static str,
    pub nothing_found: &'static str,
    pub nothing_found_help: &'static str,
    pub newest: &'static str,
    /// Before the topics and people that have the name.
    pub pages_of_this_name: &'static str,
    pub too_deep: &'static str,
    pub not_ready: &'static str,
    /// The button that searches whole texts.
    pub search_own: &'static str,
    pub search_own_help: &'static str,
    /// Above the results of one reader.
    pub own_results: &'static str,
    /// To a reader who is not signed in.
    pub sign_in_for_own: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
}
