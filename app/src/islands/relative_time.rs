//! How long ago, in words.

use domain::article::Language;
use leptos::prelude::*;

use super::clock;
use crate::text;

/// The words between now and an instant, both in seconds since 1970.
///
/// `rendered_at` is the server's clock when it made the page: HTML and hydration say the same.
///
/// Browser because: the words age while the page is open.
#[island]
pub fn RelativeTime(at: i64, rendered_at: i64, language: Language) -> impl IntoView {
    Effect::new(|_| clock::start());
    let seconds_open = clock::seconds_open();
    move || text::ago(language, rendered_at - at + seconds_open.get())
}
