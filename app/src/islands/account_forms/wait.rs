//! A button that must wait says how long.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use web_sys::Element;

use super::{each, find};

/// Counts down every button with a time to wait. The server counts too.
pub(super) fn prepare(root: &Element) {
    each(root, "[data-wait]", |button| {
        let seconds = button.get_attribute("data-wait").and_then(|text| text.parse().ok()).unwrap_or(0);
        let words = button.parent_element().and_then(|parent| find(&parent, "[data-wait-words]"));
        if seconds > 0 {
            count_down(button, words, seconds);
        }
    });
}

fn count_down(button: Element, words: Option<Element>, seconds: u32) {
    let left = Cell::new(seconds);
    let template =
        words.as_ref().and_then(|words| words.get_attribute("data-wait-words")).unwrap_or_default();
    let show = move || {
        let seconds = left.get();
        let _ = button.toggle_attribute_with_force("disabled", seconds > 0);
        if let Some(words) = &words {
            let text = if seconds > 0 { template.replace("{}", &seconds.to_string()) } else { String::new() };
            words.set_text_content(Some(&text));
        }
        left.set(seconds.saturating_sub(1));
    };
    show();
    // Runs on, without harm, once all is counted; a piece of a page that has gone is counted down unseen.
    let _ = set_interval_with_handle(show, Duration::from_secs(1));
}
