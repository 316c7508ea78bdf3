//! A button that must wait says how long.

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

/// Shows the seconds that are left, once a second; in a piece of a page that has gone, unseen.
fn count_down(button: Element, words: Option<Element>, seconds: u32) {
    // Cannot fail: the name is a valid one.
    let _ = button.toggle_attribute_with_force("disabled", seconds > 0);
    if let Some(words) = &words {
        let template = words.get_attribute("data-wait-words").unwrap_or_default();
        let text = if seconds > 0 { template.replace("{}", &seconds.to_string()) } else { String::new() };
        words.set_text_content(Some(&text));
    }
    if let Some(fewer) = seconds.checked_sub(1) {
        set_timeout(move || count_down(button, words, fewer), Duration::from_secs(1));
    }
}
