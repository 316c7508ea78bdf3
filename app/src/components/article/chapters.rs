//! Table of contents of a text.

use leptos::prelude::*;

/// The fewest chapters for which there is a table of contents.
const FEWEST: usize = 3;

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Identifier of the heading.
    pub id: String,
    /// Words of the heading, escaped: without links, pictures and notes, which cannot stand in a link.
    pub title: String,
}

/// Links to the chapters, beside the text where there is room; nothing where there are few.
#[component]
pub(super) fn Chapters(
    chapters: Vec<Chapter>,
    heading: &'static str,
    language: &'static str,
) -> impl IntoView {
    (chapters.len() >= FEWEST).then(|| {
        let links = chapters.into_iter().map(|chapter| {
            let href = format!("#{}", chapter.id);
            view! { <li><a href=href inner_html=chapter.title></a></li> }
        });
        view! {
            <nav class="chapters" aria-labelledby="isi-artikel">
                <p class="chapters__heading" id="isi-artikel">{heading}</p>
                <ol class="chapters__list" lang=language>{links.collect::<Vec<_>>()}</ol>
            </nav>
        }
    })
}
