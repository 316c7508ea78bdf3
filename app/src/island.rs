//! Islands: components that the server renders and the browser brings to life, with typed props.
//!
//! The framework's `#[island]` writes props as JSON and keeps an island's state for as long as the window lives. These are its building
//! blocks with two differences: props are postcard, and an island ends when its place leaves the page.

pub mod known;
mod lazy;
mod props;

#[cfg(feature = "hydrate")]
use std::any::Any;
#[cfg(feature = "hydrate")]
use std::cell::RefCell;

use leptos::prelude::*;
use leptos::tachys::html::islands::{Island as Place, IslandChildren};
use leptos::tachys::reactive_graph::OwnedView;
use serde::Serialize;
use serde::de::DeserializeOwned;

pub use lazy::NotLoaded;
pub(crate) use lazy::lazy;

/// A component with what it needs in the browser. Words that never change stand in the markup already and are skipped by serde.
pub trait Island: Serialize + DeserializeOwned + 'static {
    /// Name of the island in the page; unique.
    const NAME: &'static str;

    /// The component, around children that only the server renders.
    fn view(self, children: Slot) -> impl IntoView + 'static;
}

/// Children of an island. In the browser they are in the page already, and nothing looks at them: so they have one type there, and none of
/// the code that views of any type need.
#[cfg(not(feature = "hydrate"))]
pub type Slot = AnyView;
/// Children of an island, which are in the page already.
#[cfg(feature = "hydrate")]
pub type Slot = IslandChildren<()>;

#[cfg(not(feature = "hydrate"))]
fn slot<View: IntoView + 'static>(children: impl FnOnce() -> View + Send + 'static) -> Slot {
    without_hydration(move || IslandChildren::new(children())).into_any()
}

#[cfg(feature = "hydrate")]
fn slot<View: IntoView + 'static>(_: impl FnOnce() -> View + Send + 'static) -> Slot {
    IslandChildren::new(())
}

/// An island without children.
pub fn island<I: Island>(island: I) -> impl IntoView {
    around(island, || ())
}

/// An island around a part of the page that stays the server's.
pub fn around<I: Island, View: IntoView + 'static>(
    island: I,
    children: impl FnOnce() -> View + Send + 'static,
) -> impl IntoView {
    let props = props::encode(&island);
    Place::new(I::NAME, with_hydration(move || island.view(slot(children)))).with_props(props)
}

fn with_hydration<View: IntoView + 'static>(view: impl FnOnce() -> View + 'static) -> OwnedView<View> {
    Owner::new().with(|| Owner::with_hydration(move || OwnedView::new(view())))
}

#[cfg(not(feature = "hydrate"))]
fn without_hydration<View: IntoView + 'static>(view: impl FnOnce() -> View + 'static) -> OwnedView<View> {
    Owner::new().with(|| Owner::with_no_hydration(move || OwnedView::new(view())))
}

#[cfg(feature = "hydrate")]
thread_local! {
    /// Owner of all islands: the contexts that they share are its own.
    static ROOT: RefCell<Option<Owner>> = const { RefCell::new(None) };
    /// Islands that live, each with its place and its state.
    static LIVING: RefCell<Vec<(web_sys::HtmlElement, Box<dyn Any>)>> = const { RefCell::new(Vec::new()) };
}

/// Makes the current owner that of all islands.
#[cfg(feature = "hydrate")]
pub(crate) fn begin() {
    ROOT.set(Owner::current());
}

/// Brings the island at this place to life. One whose props cannot be read stays as the server made it.
#[cfg(feature = "hydrate")]
pub(crate) fn hydrate<I: Island>(place: web_sys::HtmlElement) {
    // Code that came late runs under whichever owner was the last: an island of another would take itself for a part of that one.
    match ROOT.with_borrow(Option::clone) {
        Some(root) => root.with(|| hydrate_here::<I>(place)),
        None => hydrate_here::<I>(place),
    }
}

#[cfg(feature = "hydrate")]
fn hydrate_here<I: Island>(place: web_sys::HtmlElement) {
    use leptos::tachys::view::Position;

    let props = place.get_attribute("data-props").unwrap_or_default();
    // Code that came late may find that its place has left the page.
    if let Some(island) = props::decode::<I>(&props).filter(|_| place.is_connected()) {
        let view = Place::new(I::NAME, with_hydration(move || island.view(IslandChildren::new(()))));
        let state = view.hydrate_from_position::<true>(&place, Position::Current);
        LIVING.with_borrow_mut(|living| living.push((place, Box::new(state))));
    }
}

/// Whether the island at this place lives already.
#[cfg(feature = "hydrate")]
pub(crate) fn lives(place: &web_sys::HtmlElement) -> bool {
    LIVING.with_borrow(|living| living.iter().any(|(other, _)| other == place))
}

/// Ends every island whose place has left the page: its effects, listeners and timers go with it.
#[cfg(feature = "hydrate")]
pub fn end_detached() {
    let ended = LIVING.with_borrow_mut(|living| {
        living.extract_if(.., |(place, _)| !place.is_connected()).collect::<Vec<_>>()
    });
    // Outside of the borrow: what ends may look at the living.
    drop(ended);
}
