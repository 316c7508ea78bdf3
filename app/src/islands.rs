//! All that becomes wasm: the components that live in the browser. Each says why it needs the browser.

mod account;
mod carousel;
mod clock;
mod confirmed_notice;
mod copy_button;
mod copy_link;
mod gate;
#[cfg(feature = "hydrate")]
mod late;
mod navigator;
mod picture_viewer;
mod read_reporter;
mod reader_menu;
mod reading_progress;
mod reading_tools;
mod saved_here;
mod theme_choice;
mod video_frame;

pub use account::{
    AccountDialog, Choice, ChoicesView, FieldView, LinkView, PanelForm, PanelPart, PanelView, PasskeyView,
    ProviderView, ProvidersView, Waiting,
};
pub use carousel::Carousel;
pub use clock::Clock;
pub use confirmed_notice::ConfirmedNotice;
pub use copy_link::CopyLink;
pub use gate::{Asker, Gate, GateView, Step, StepKind};
pub use navigator::Navigator;
pub use picture_viewer::PictureViewer;
pub use read_reporter::{Read, ReadReporter};
pub use reader_menu::ReaderMenu;
pub use reading_progress::ReadingProgress;
pub use reading_tools::{ReadingTools, ToolWords};
pub use saved_here::SavedHere;
pub use theme_choice::ThemeChoice;
pub use video_frame::VideoFrame;

use self::account::Dialog;
use crate::browser::{Page, Session};
#[cfg(feature = "hydrate")]
use crate::island::{end_detached, lives};

/// State that all islands of the browser share: one context, since each type of a context is a copy of the code that looks for it.
#[derive(Clone, Copy)]
pub struct Shared {
    /// Whether somebody is signed in.
    pub session: Session,
    /// Page that is shown.
    pub page: Page,
    /// Articles that were read elsewhere.
    pub read: Read,
    dialog: Dialog,
}

/// Islands by their names: an island that is not among them stays as the server made it.
#[cfg(feature = "hydrate")]
macro_rules! by_name {
    ($name:expr, $place:expr, $($island:ty),+ $(,)?) => {
        match $name {
            $(<$island as $crate::island::Island>::NAME => $crate::island::hydrate::<$island>($place),)+
            name => leptos::logging::warn!("there is no island {name}"),
        }
    };
}

#[cfg(feature = "hydrate")]
use by_name;

#[cfg(feature = "hydrate")]
fn hydrate_by_name(name: &str, place: web_sys::HtmlElement) {
    if late::hydrate(name, &place) {
        return;
    }
    by_name!(
        name,
        place,
        AccountDialog,
        Carousel,
        Clock,
        Navigator,
        PictureViewer,
        ReadReporter,
        ReaderMenu,
        ReadingProgress,
        ReadingTools,
        ThemeChoice,
    );
}

#[cfg(feature = "hydrate")]
thread_local! {
    /// Number of islands of the first page whose turn is still to come.
    static WAITING: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Tells tests and stylesheets that every island on the page answers.
#[cfg(feature = "hydrate")]
fn mark_hydrated() {
    if WAITING.get() > 0 || late::is_coming() {
        return;
    }
    if let Some(root) = crate::browser::root() {
        // Cannot fail: the name is a valid one.
        let _ = root.set_attribute("data-hydrated", "");
    }
}

/// Starts the browser's side: what all islands share, then the islands of this page.
#[cfg(feature = "hydrate")]
pub fn begin() {
    use leptos::ev::Custom;
    use leptos::prelude::provide_context;

    crate::island::begin();
    let session = Session::found();
    provide_context(Shared {
        session,
        page: Page::shown(),
        dialog: Dialog::closed(session),
        read: Read::nothing(),
    });
    // Each in a task of its own: what the reader does meanwhile waits for one island at most.
    let places = waiting();
    WAITING.set(places.len());
    for place in places {
        in_a_task(move || {
            WAITING.set(WAITING.get() - 1);
            hydrate_place(place);
            // Effects run in the microtasks that follow; a timer runs after all of them.
            in_a_task(mark_hydrated);
        });
    }
    in_a_task(mark_hydrated);
    // The script in the head has put the rest of a locked article into the page.
    crate::browser::listen(Custom::<web_sys::Event>::new("access"), |_| {
        gate::settle_videos();
        hydrate_page();
    });
}

/// Brings every island of the page to life, the outer ones first, and ends those that have left it. Nothing on the server, where islands
/// that call it are rendered only.
#[cfg(not(feature = "hydrate"))]
pub fn hydrate_page() {}

/// Brings every island of the page to life, the outer ones first, and ends those that have left it.
#[cfg(feature = "hydrate")]
pub fn hydrate_page() {
    end_detached();
    waiting().into_iter().for_each(hydrate_place);
}

/// Places of islands that do not live yet, in the order of the page.
#[cfg(feature = "hydrate")]
fn waiting() -> Vec<web_sys::HtmlElement> {
    let places = crate::browser::find_all("leptos-island[data-component]").into_iter();
    places.filter_map(crate::browser::html).filter(|place| !lives(place)).collect()
}

/// Brings the island at this place to life, unless it has begun to live meanwhile.
#[cfg(feature = "hydrate")]
fn hydrate_place(place: web_sys::HtmlElement) {
    if let Some(name) = place.get_attribute("data-component").filter(|_| !lives(&place)) {
        hydrate_by_name(&name, place);
    }
}

#[cfg(feature = "hydrate")]
fn in_a_task(act: impl FnOnce() + 'static) {
    leptos::prelude::set_timeout(act, std::time::Duration::ZERO);
}
