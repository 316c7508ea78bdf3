//! The languages of this page.

use leptos::prelude::*;

use crate::context::Services;
use crate::language::choices;
use crate::text;

/// A link to this page in each language, named in itself. The script in the head notes what is chosen; without it, the links lead
/// there all the same.
#[component]
pub fn LanguageChoice(services: Services) -> impl IntoView {
    let links = choices(&services.site).map(|(language, href)| {
        let (tag, is_here) = (language.as_str(), language == services.site.language);
        view! {
            <li><a href=href lang=tag hreflang=tag data-language="" aria-current=is_here.then_some("true")>{text::language(language)}</a></li>
        }
    });
    view! { <ul class="language-choice" aria-label=services.reading_text().language>{links}</ul> }
}
