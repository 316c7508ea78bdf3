//! Back to where the reader stopped.

use leptos::prelude::*;

use crate::island::island;
use crate::islands::ReadingProgress;
use crate::text::reading::ReadingText;

/// For the article of this id.
#[component]
pub fn ResumeLink(article: String, text: &'static ReadingText) -> impl IntoView {
    island(ReadingProgress { article, resume: text.resume })
}
