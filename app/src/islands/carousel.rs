//! A row of cards that scrolls sideways.

mod order;
mod track;

use std::cell::Cell;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use serde::{Deserialize, Serialize};
use web_sys::{HtmlElement, ResizeObserver};

use self::track::Track;
use crate::browser::{ElementRef, Kept, Rest, closest, flag, live, mounted, on, readings, state, whenever};
use crate::island::{Island, Slot};
use crate::islands::Shared;
use crate::islands::read_reporter::Read;

/// Time that the cards rest before the visible ones are announced.
const REST: Duration = Duration::from_millis(200);

/// Settings and words of a carousel.
#[derive(Serialize, Deserialize)]
pub struct Carousel {
    /// CSS class of the carousel, and id of its heading.
    #[serde(skip)]
    pub name: &'static str,
    /// Name of the region.
    #[serde(skip)]
    pub heading: &'static str,
    /// Label of the button to the cards before.
    #[serde(skip)]
    pub previous: &'static str,
    /// Label of the button to the cards behind.
    #[serde(skip)]
    pub next: &'static str,
    /// Template that tells which cards are visible: `{first}` and `{last}` of them, and `{all}` that there are.
    pub position: String,
    /// Whether the cards are articles that this browser puts in an order of its own.
    pub is_ordered_here: bool,
}

impl Island for Carousel {
    const NAME: &'static str = "Carousel";

    fn view(self, children: Slot) -> impl IntoView {
        view! { <CarouselView carousel=self children/> }
    }
}

/// A region of its heading's name around a plain list, which scrolls by finger, wheel and keyboard where nothing of this runs.
///
/// Browser because: buttons scroll, what can be seen is said to those who listen, and what was read here stays here.
#[component]
fn CarouselView(carousel: Carousel, children: Slot) -> impl IntoView {
    let Carousel { name, heading, previous, next, position, is_ordered_here } = carousel;
    let section = ElementRef::empty();
    let track = move || section.get().and_then(|section| Track::of(&section));
    let (starts, ends) = (RwSignal::new(false), RwSignal::new(false));
    let said = RwSignal::new(String::new());
    let has_stepped = RwSignal::new(false);
    let look = move || {
        if let Some(track) = track() {
            let seen = track.seen();
            starts.set(seen.starts);
            ends.set(seen.ends);
        }
    };
    observe_width(section, look);
    if is_ordered_here {
        keep_order(section, look);
    }
    let tell = Rest::new(REST, move || {
        if let Some(track) = track().filter(|_| has_stepped.get_untracked()) {
            has_stepped.set(false);
            said.set(track.seen().words(&position));
        }
    });
    let scrolled = move |_| {
        look();
        tell.begin();
    };
    let step = move |is_forward: bool| {
        let is_at_end = if is_forward { ends } else { starts };
        if let Some(track) = track().filter(|_| !is_at_end.get_untracked()) {
            has_stepped.set(true);
            track.step(is_forward);
        }
    };
    // Behind the buttons comes the first card that can be seen, not one that they have moved out of view.
    let pressed = move |event: ev::KeyboardEvent| {
        let is_tab = event.key() == "Tab" && !event.shift_key() && !event.ctrl_key() && !event.alt_key();
        if is_tab && let Some(track) = track().filter(|track| track.is_last_stop_before(&event)) {
            track.enter(&event);
        }
    };
    let focused = move |event: ev::FocusEvent| {
        if let Some((track, item)) = track().zip(closest::<HtmlElement>(&event, ".rail__item")) {
            track.show_whole(&item, &event);
        }
    };
    view! {
        <section class=format!("rail {name}") aria-labelledby=name node_ref=section
            on:scroll:capture=on(scrolled) on:keydown=on(pressed) on:focusin=on(focused)>
            <div class="rail__head">
                <h2 class="rail__heading" id=name>{heading}</h2>
                <div class="rail__buttons scripted" hidden=flag(move || starts.get() && ends.get())>
                    <button r#type="button" class="rail__button" aria-disabled=state(move || starts.get()) on:click=on(move |_| step(false))>
                        <span class="visually-hidden">{previous}</span>
                    </button>
                    <button r#type="button" class="rail__button rail__button--next" aria-disabled=state(move || ends.get()) on:click=on(move |_| step(true))>
                        <span class="visually-hidden">{next}</span>
                    </button>
                </div>
                <p class="visually-hidden" role="status">{live(move || said.get())}</p>
            </div>
            {children}
        </section>
    }
}

/// Looks at the cards again whenever their room changes.
fn observe_width(section: ElementRef, look: impl Fn() + Copy + 'static) {
    mounted(move || {
        let Some(track) = section.get().and_then(|section| Track::of(&section)) else { return };
        let list = track.list().clone();
        let width = Cell::new(list.client_width());
        let watched = list.clone();
        let changed: Box<dyn Fn()> = Box::new(move || {
            if width.replace(watched.client_width()) != watched.client_width() {
                // The height that was kept while cards went belongs to the old width.
                let _ = watched.style().remove_property("min-block-size");
            }
            look();
        });
        let changed = Closure::wrap(changed);
        let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
        observer.observe(&list);
        let kept = Kept::new(|| (observer, changed));
        on_cleanup(move || {
            kept.with(|(observer, _)| observer.disconnect());
        });
    });
}

/// The order of what cannot be seen yet: the sections that this browser reads come sooner, what it has read goes out.
fn keep_order(section: ElementRef, look: impl Fn() + Copy + 'static) {
    let read = use_context::<Shared>().map(|shared| shared.read);
    whenever(move || {
        let elsewhere = read.map(Read::elsewhere).unwrap_or_default();
        let Some(track) = section.get().and_then(|section| Track::of(&section)) else { return };
        spawn_local(async move {
            let known = readings::all().await;
            if track.list().is_connected() {
                order::settle(&track, &known, &elsewhere);
                look();
            }
        });
    });
}
