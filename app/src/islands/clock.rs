//! Keeps the page's relative times true.

use std::time::Duration;

use domain::article::Language;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;
use web_sys::js_sys::Date;

use crate::text;

/// How often ages are looked at again.
const TICK: Duration = Duration::from_secs(15);

/// Shows nothing; keeps the words of every `<time data-age>` the age of its `datetime`.
///
/// One island for all ages, and without props: all it needs stands in the page, and reading JSON would cost a
/// sixth of the wasm. `<time data-now>` says when the server made the page, so HTML and hydration agree.
///
/// Browser because: the words age while the page is open.
#[island]
pub fn Clock() -> impl IntoView {
    Effect::new(|_| {
        let page = document().document_element().and_then(|root| root.get_attribute("lang"));
        let language = page.and_then(|tag| Language::parse(&tag));
        let made_at =
            document().query_selector("time[data-now]").ok().flatten().and_then(|time| instant(&time));
        if let (Some(language), Some(made_at)) = (language, made_at) {
            set_interval(move || show_ages(language, made_at + seconds_open()), TICK);
        }
    });
}

fn show_ages(language: Language, now: i64) {
    let Ok(times) = document().query_selector_all("time[data-age]") else { return };
    for time in (0..times.length()).filter_map(|position| times.get(position)) {
        let Ok(time) = time.dyn_into::<Element>() else { continue };
        if let Some(at) = instant(&time) {
            time.set_text_content(Some(&text::ago(language, now - at)));
        }
    }
}

/// By the steady clock: the wall clock of a browser may be wrong by years, so it is not asked.
fn seconds_open() -> i64 {
    window().performance().map_or(0, |performance| whole_seconds(performance.now()))
}

/// Seconds since 1970 of a `<time>`.
fn instant(time: &Element) -> Option<i64> {
    let milliseconds = Date::parse(&time.get_attribute("datetime")?);
    (!milliseconds.is_nan()).then(|| whole_seconds(milliseconds))
}

#[expect(clippy::cast_possible_truncation, reason = "no instant is 292 million years away")]
fn whole_seconds(milliseconds: f64) -> i64 {
    (milliseconds / 1000.0) as i64
}
