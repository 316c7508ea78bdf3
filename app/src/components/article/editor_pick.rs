//! The article that the editors recommend after this one.

use leptos::prelude::*;

use crate::text::Text;

/// One linked headline.
#[component]
pub fn EditorPick(
    href: String,
    title: String,
    lang: Option<&'static str>,
    text: &'static Text,
) -> impl IntoView {
    view! {
        <p class="editor-pick">
            <span class="editor-pick__label">{text.editor_pick}</span>
            " "
            <a href=href lang=lang>{title}</a>
        </p>
    }
}
