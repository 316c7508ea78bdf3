//! Says that an article is from a paid edition.

use domain::article::{CoverStory, Edition};
use leptos::prelude::*;

use crate::text::{self, Text};

/// Nothing for the free edition, which needs no badge.
#[component]
pub fn EditionBadge(edition: Edition, cover_story: CoverStory, text: &'static Text) -> impl IntoView {
    (edition != Edition::Online || cover_story == CoverStory::Yes).then(|| {
        view! {
            <span class="edition-badge">
                {(edition != Edition::Online).then(|| view! { <span class="edition-badge__name">{text::edition(edition)}</span> })}
                {(cover_story == CoverStory::Yes).then(|| view! { <span class="edition-badge__cover">{text.cover_story}</span> })}
            </span>
        }
    })
}
