//! Keeps the relative times of a page up to date.

use std::time::Duration;

use domain::article::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use serde::{Deserialize, Serialize};
use web_sys::js_sys::Date;
use web_sys::{Element, NodeList};

use crate::browser::{Kept, every, get, mounted};
use crate::island::{Island, Slot};
use crate::text;

/// Interval at which ages are updated.
const TICK: Duration = Duration::from_secs(15);
/// Path whose response is never cached, so that its `Date` is the current time. Any status will do.
const NOW: &str = "/healthz";

/// Shows nothing; sets the text of every `<time data-age>` to the age of its `datetime`.
///
/// One island updates all ages, since all that it needs is in the page.
/// The text from the HTML stays until the server has told the time.
///
/// Browser because: the text goes out of date while the page is open.
#[derive(Serialize, Deserialize)]
pub struct Clock;

impl Island for Clock {
    const NAME: &'static str = "Clock";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <KeepAges/> }
    }
}

#[component]
fn KeepAges() -> impl IntoView {
    mounted(move || {
        let page = document().document_element().and_then(|root| root.get_attribute("lang"));
        if let Some(language) = page.and_then(|tag| Language::parse(&tag)) {
            let opened_at = Kept::new(|| None);
            every(TICK, move || tick(language, opened_at));
        }
    });
}

/// Updates the ages, if there are any. `opened_at` is the time at which the page was opened; `None` until the server has told it.
fn tick(language: Language, opened_at: Kept<Option<i64>>) {
    let Some(times) = times().filter(|times| times.length() > 0) else { return };
    match opened_at.with(|opened_at| *opened_at).flatten() {
        Some(at) => show_ages(&times, language, at + seconds_open()),
        None => spawn_local(async move {
            if let Some(now) = ask_time().await {
                opened_at.with(|opened_at| *opened_at = Some(now - seconds_open()));
                show_ages(&times, language, now);
            }
        }),
    }
}

/// Current time, from the `Date` of a response. The page itself does not tell when it was made, and may come from a cache.
async fn ask_time() -> Option<i64> {
    let answer = get(NOW, "*/*").await?;
    instant(&answer.headers().get("date")?)
}

fn times() -> Option<NodeList> {
    document().query_selector_all("time[data-age]").ok()
}

fn show_ages(times: &NodeList, language: Language, now: i64) {
    for time in (0..times.length()).filter_map(|position| times.get(position)) {
        let Ok(time) = time.dyn_into::<Element>() else { continue };
        if let Some(at) = time.get_attribute("datetime").and_then(|at| instant(&at)) {
            time.set_text_content(Some(&text::ago(language, now - at)));
        }
    }
}

/// Seconds since the page was opened, by the monotonic clock. A browser's wall clock may be wrong by years, so it is not used.
fn seconds_open() -> i64 {
    window().performance().map_or(0, |performance| whole_seconds(performance.now()))
}

/// Time in seconds since 1970; `None` if the text is not a date.
fn instant(text: &str) -> Option<i64> {
    let milliseconds = Date::parse(text);
    (!milliseconds.is_nan()).then(|| whole_seconds(milliseconds))
}

#[expect(clippy::cast_possible_truncation, reason = "no instant is 292 million years away")]
fn whole_seconds(milliseconds: f64) -> i64 {
    (milliseconds / 1000.0) as i64
}
