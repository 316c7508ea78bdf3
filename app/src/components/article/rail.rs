//! A row of things that scrolls sideways: by touch, wheel or keyboard, without scripts.

use leptos::prelude::*;

use crate::island::around;
use crate::islands::Carousel;
use crate::text::reading::ReadingText;

/// A region of its heading's name, with a plain list: the Tab key goes from card to card, and what it reaches comes into view. `name` is
/// the rail's own class and the id of its heading.
#[component]
pub fn Rail(
    name: &'static str,
    heading: &'static str,
    items: Vec<AnyView>,
    /// Whether the list itself is a stop of the Tab key, for arrow keys to move: one without links could not be scrolled otherwise.
    #[prop(optional)]
    is_stop: bool,
    /// Whether what the browser has read decides on the order of what cannot be seen yet.
    #[prop(optional)]
    is_ordered_here: bool,
    text: &'static ReadingText,
) -> impl IntoView {
    let carousel = Carousel {
        name,
        heading,
        previous: text.previous,
        next: text.next,
        position: text.position.to_owned(),
        is_ordered_here,
    };
    around(carousel, move || {
        let items = items.into_iter().map(|item| view! { <li class="rail__item">{item}</li> });
        view! {
            <ul class="rail__track" tabindex=is_stop.then_some("0") aria-labelledby=is_stop.then_some(name)>
                {items.collect::<Vec<_>>()}
            </ul>
        }
    })
}
