//! The list of a carousel, as it lies in the page.

use leptos::wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    ScrollToOptions,
};

use crate::browser::is_calm;

/// Pixels by which browsers may round.
const ROUNDING: i32 = 2;

/// Numbers of the visible cards, counted from one.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    first: usize,
    last: usize,
    all: usize,
    /// Whether the first card is visible.
    pub(super) starts: bool,
    /// Whether the last card is visible.
    pub(super) ends: bool,
}

impl Seen {
    /// Fills the numbers into a template.
    pub(super) fn words(self, template: &str) -> String {
        let fill = |words: String, (place, number): (&str, usize)| words.replace(place, &number.to_string());
        [("{first}", self.first), ("{last}", self.last), ("{all}", self.all)]
            .into_iter()
            .fold(template.to_owned(), fill)
    }
}

pub(super) struct Track(HtmlElement);

impl Track {
    /// The list below an element.
    pub(super) fn of(root: &Element) -> Option<Self> {
        root.query_selector(".rail__track").ok()??.dyn_into().ok().map(Self)
    }

    pub(super) fn list(&self) -> &HtmlElement {
        &self.0
    }

    pub(super) fn items(&self) -> Vec<HtmlElement> {
        let items = self.0.children();
        (0..items.length()).filter_map(|position| items.item(position)?.dyn_into().ok()).collect()
    }

    fn start(&self) -> i32 {
        self.0.scroll_left() - ROUNDING
    }

    fn end(&self) -> i32 {
        self.0.scroll_left() + self.0.client_width() + ROUNDING
    }

    /// Whether a card lies wholly behind what can be seen.
    pub(super) fn is_behind(&self, item: &HtmlElement) -> bool {
        item.offset_left() > self.end()
    }

    /// Whether at least half of a card can be seen.
    fn is_seen(&self, item: &HtmlElement) -> bool {
        let (left, half) = (item.offset_left(), item.offset_width() / 2);
        left >= self.start() - half && left + half <= self.end()
    }

    pub(super) fn seen(&self) -> Seen {
        let items = self.items();
        let one_based = |position: Option<usize>| position.map_or(0, |position| position + 1);
        let (starts, ends) = (self.start() < 0, self.end() >= self.0.scroll_width());
        if self.0.has_attribute("tabindex") {
            // A stop of its own, to be scrolled by the arrow keys, where there is something to scroll.
            self.0.set_tab_index(if starts && ends { -1 } else { 0 });
        }
        Seen {
            first: one_based(items.iter().position(|item| self.is_seen(item))),
            last: one_based(items.iter().rposition(|item| self.is_seen(item))),
            all: items.len(),
            starts,
            ends,
        }
    }

    /// Scrolls on: the card that is cut off comes first; back, it comes last.
    pub(super) fn step(&self, is_forward: bool) {
        let (items, end) = (self.items(), self.end());
        let page_before = self.0.scroll_left() - self.0.client_width();
        let is_cut = |item: &&HtmlElement| {
            if is_forward {
                item.offset_left() + item.offset_width() > end
            } else {
                item.offset_left() >= page_before + item.offset_width() / 2
            }
        };
        if let (Some(cut), Some(first)) = (items.iter().find(is_cut), items.first()) {
            let options = ScrollToOptions::new();
            options.set_left(f64::from(cut.offset_left() - first.offset_left()));
            options.set_behavior(if is_calm() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
            self.0.scroll_to_with_scroll_to_options(&options);
        }
    }

    /// Whether an event comes from the last stop of the Tab key before the cards: the second button, or the list itself.
    pub(super) fn is_last_stop_before(&self, event: &Event) -> bool {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
            return false;
        };
        let is_list_a_stop = self.0.has_attribute("tabindex") && self.0.tab_index() == 0;
        if is_list_a_stop { target == self.0 } else { target.class_list().contains("rail__button--next") }
    }

    /// Moves the focus into the first card that can be seen.
    pub(super) fn enter(&self, event: &Event) {
        let seen = self.items().into_iter().find(|item| self.is_seen(item));
        let stop = seen.and_then(|item| item.query_selector(":is(a,summary,video,iframe)").ok().flatten());
        if let Some(stop) = stop.and_then(|stop| stop.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            // Fails only for what cannot be focused; then the key does what it does by itself.
            let _ = stop.focus();
        }
    }

    /// Scrolls a card into view as a whole when the keyboard reaches its link. One that is cut comes first: the row would snap back from
    /// any place between two cards.
    pub(super) fn show_whole(&self, item: &HtmlElement, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.matches(":focus-visible").unwrap_or(false)) {
            let left = item.offset_left();
            let is_whole = left >= self.start() && left + item.offset_width() <= self.end();
            let inline = if is_whole { ScrollLogicalPosition::Nearest } else { ScrollLogicalPosition::Start };
            let options = ScrollIntoViewOptions::new();
            options.set_inline(inline);
            options.set_block(ScrollLogicalPosition::Nearest);
            options.set_behavior(ScrollBehavior::Instant);
            item.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }
}
