//! The order of cards that only this browser knows.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::track::Track;
use crate::browser::readings::Reading;

/// Number of places that a card moves forward if all recent readings are of its section.
const SECTION_PULL: usize = 6;
/// Number of the latest readings that count for the order.
const RECENT: usize = 50;

/// A card that may move: an article that lies behind what can be seen. Places that are paid for stay where they are.
struct Movable {
    item: HtmlElement,
    /// Whether it was read, here or in the account.
    is_known: bool,
    /// Sort key: the place less the pull of the section, times the number of recent readings, so that it is whole.
    worth: usize,
}

/// Reorders the cards that are not visible yet, and removes those that were read.
pub(super) fn settle(track: &Track, readings: &[Reading], elsewhere: &[String]) {
    let items = track.items();
    let recent = &readings[readings.len().saturating_sub(RECENT)..];
    let movable = items.iter().enumerate().filter_map(|(place, item)| {
        let card = item.first_element_child()?.dyn_into::<HtmlElement>().ok()?.dataset();
        let id = card.get("recommended")?;
        let has_focus = item.contains(document().active_element().as_deref());
        if !track.is_behind(item) || has_focus {
            return None;
        }
        let section = card.get("section").filter(|section| !section.is_empty());
        let of_section = recent.iter().filter(|reading| Some(&reading.section) == section.as_ref()).count();
        let is_known = elsewhere.contains(&id) || readings.iter().any(|reading| reading.article == id);
        // Whole numbers: places that are pulled by a share are compared times the number of shares.
        let worth = (place + SECTION_PULL) * recent.len().max(1) - SECTION_PULL * of_section;
        Some(Movable { item: item.clone(), is_known, worth })
    });
    let movable: Vec<_> = movable.collect();
    let places: Vec<_> = items.iter().map(|item| movable.iter().any(|other| other.item == *item)).collect();
    let known = movable.iter().filter(|card| card.is_known).map(|card| card.item.clone()).collect::<Vec<_>>();
    let mut sorted = sorted(movable).into_iter();
    let order = items.iter().zip(&places).map(|(item, moves)| match moves {
        true => sorted.next().map_or_else(|| item.clone(), |card| card.item),
        false => item.clone(),
    });
    let mut order: Vec<_> = order.collect();
    while order.last().is_some_and(|last| known.contains(last)) {
        order.pop();
    }
    put(track, &items, &order);
}

/// Cards in their new order, equal ones as they were. The library's way to sort is made for thousands, and four times as large.
fn sorted(cards: Vec<Movable>) -> Vec<Movable> {
    let key = |card: &Movable| (card.is_known, card.worth);
    let mut sorted = Vec::with_capacity(cards.len());
    for card in cards {
        let place = sorted.iter().position(|other| key(other) > key(&card)).unwrap_or(sorted.len());
        sorted.insert(place, card);
    }
    sorted
}

fn put(track: &Track, before: &[HtmlElement], order: &[HtmlElement]) {
    let list = track.list();
    let height = list.offset_height();
    before.iter().filter(|item| !order.contains(item)).for_each(|item| item.remove());
    let first = order.iter().zip(before).position(|(now, then)| now != then);
    for item in first.map_or(&[][..], |first| &order[first..]) {
        // Fails only where the page has been taken apart meanwhile.
        let _ = list.append_child(item);
    }
    if list.offset_height() < height {
        // The highest card may have been among those that went; the page must not move for it.
        let _ = list.style().set_property("min-block-size", &format!("{height}px"));
    }
}
