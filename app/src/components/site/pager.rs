//! From page to page of a list.

use domain::list::Cursor;
use leptos::prelude::*;

use crate::text::Text;

/// To older articles, and back to the newest; nothing where the list has one page.
#[component]
pub fn Pager(path: String, is_first: bool, next: Option<Cursor>, text: &'static Text) -> impl IntoView {
    (!is_first || next.is_some()).then(|| {
        view! {
            <nav class="pager" aria-label=text.pages>
                {(!is_first).then(|| view! { <a class="pager__first" href=path.clone()>{text.to_newest}</a> })}
                {next.map(|next| view! {
                    <a class="pager__next" rel="next" href=format!("{path}?sebelum={}", next.to_text())>{text.older}</a>
                })}
            </nav>
        }
    })
}
