//! A row of things that scrolls sideways: by touch, wheel or keyboard, without scripts.

use leptos::prelude::*;

use crate::text::reading::ReadingText;

/// A region of its heading's name, with a plain list: the Tab key goes from card to card, and what it reaches comes into view. `name` is
/// the rail's own class and the id of its heading. The page's module adds buttons.
#[component]
pub fn Rail(
    name: &'static str,
    heading: &'static str,
    items: Vec<AnyView>,
    /// Whether the list itself is a stop of the Tab key, for arrow keys to move: one without links could not be scrolled otherwise.
    #[prop(optional)]
    is_stop: bool,
    text: &'static ReadingText,
) -> impl IntoView {
    let items = items.into_iter().map(|item| view! { <li class="rail__item">{item}</li> });
    view! {
        <section class=format!("rail {name}") aria-labelledby=name data-rail="" data-position=text.position>
            <div class="rail__head">
                <h2 class="rail__heading" id=name>{heading}</h2>
                <div class="rail__buttons scripted">
                    <button r#type="button" class="rail__button" data-rail-step="-1" aria-disabled="true">
                        <span class="visually-hidden">{text.previous}</span>
                    </button>
                    <button r#type="button" class="rail__button rail__button--next" data-rail-step="1">
                        <span class="visually-hidden">{text.next}</span>
                    </button>
                </div>
                <p class="visually-hidden" role="status" data-rail-said=""></p>
            </div>
            <ul class="rail__track" data-rail-track="" tabindex=is_stop.then_some("0") aria-labelledby=is_stop.then_some(name)>
                {items.collect::<Vec<_>>()}
            </ul>
        </section>
    }
}
