//! The words of the search.

use crate::text::search::SearchText;

pub(in crate::text) const SEARCH: SearchText = SearchText {
    search: "Search",
    field: "Search the news",
    help: "Put a phrase in \"quotation marks\" to find exactly that, and write -word to leave a word out.",
    filters: "Narrow the results",
    section: "Section",
    edition: "Edition",
    author: "Author",
    language: "Language",
    from: "From",
    until: "Until",
    order: "Order",
    by_relevance: "Best match",
    by_date: "Newest",
    any: "All",
    results: |count| if count == 1 { "1 result".to_owned() } else { format!("{count} results") },
    did_you_mean: "Did you mean",
    nothing_found: "No article matches.",
    nothing_found_help: "Check the spelling, use more general words, or remove some of the filters.",
    newest: "Newest articles",
    pages_of_this_name: "Topics and authors",
    too_deep: "Results end here. Please narrow your search.",
    not_ready: "The search is being prepared. Please try again in a moment.",
    search_own: "Search whole texts",
    search_own_help: "Readers who are signed in can also search the whole texts of the articles that they may read.",
    own_results: "These results include the whole texts of the articles that you may read.",
    sign_in_for_own: "Sign in to search the whole texts of the articles that you may read.",
    previous: "Previous",
    next: "Next",
};
