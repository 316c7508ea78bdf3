//! Back to where the reader stopped.

use leptos::prelude::*;

use crate::text::reading::ReadingText;

/// A link over the foot of the window that the page's module shows where this browser remembers a place, and the line that grows
/// while one reads.
#[component]
pub fn ResumeLink(text: &'static ReadingText) -> impl IntoView {
    view! {
        <a class="resume-link button" href="#isi" data-resume="" hidden="">{text.resume}</a>
        <div class="resume-link__line" aria-hidden="true"></div>
    }
}
