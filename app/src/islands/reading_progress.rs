//! Place where the reader stopped in an article, to continue from there another day.

use std::sync::Arc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::browser::device::{self, Record};
use crate::browser::{Rest, find_all, flag, focus_on, html, listen, mounted, on};
use crate::island::{Island, Slot};

/// Storage key of the places.
const KEY: &str = "stopped";
const MOST: usize = 50;
/// Number of blocks at the beginning, and at the end, that are no place to go back to.
const MARGIN: usize = 3;
/// Time that a place is looked at before it is kept.
const REST: Duration = Duration::from_millis(400);

/// Article whose place is kept.
#[derive(Serialize, Deserialize)]
pub struct ReadingProgress {
    pub article: String,
    /// Label of the link to the place where the reader stopped.
    #[serde(skip)]
    pub resume: &'static str,
}

impl Island for ReadingProgress {
    const NAME: &'static str = "ReadingProgress";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <Progress progress=self/> }
    }
}

/// A link over the foot of the window, where this browser remembers a place, and the line that grows while one reads.
///
/// Browser because: the place stays in it.
#[component]
fn Progress(progress: ReadingProgress) -> impl IntoView {
    let offers = RwSignal::new(false);
    let article: Arc<str> = progress.article.into();
    let (kept, stopped_in) = (article.clone(), article);
    let stopped = move || stopped(&stopped_in).and_then(|block| blocks().into_iter().nth(block));
    let stopped_before = stopped.clone();
    mounted(move || {
        // Back and reload bring the place along themselves.
        let is_at_top = scroll_top() <= window_height() / 2.0;
        offers.set(is_at_top && stopped_before().is_some());
        let keep = Rest::new(REST, move || keep(&kept));
        listen(ev::scroll, move |_| {
            if offers.get_untracked() && scroll_top() > window_height() {
                offers.set(false);
            }
            keep.begin();
        });
    });
    let go = move |event: ev::MouseEvent| {
        event.prevent_default();
        offers.set(false);
        if let Some(block) = stopped() {
            focus_on(&block);
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            block.scroll_into_view_with_scroll_into_view_options(&options);
        }
    };
    view! {
        <a class="resume-link button" href="#isi" hidden=flag(move || !offers.get()) on:click=on(go)>{progress.resume}</a>
        <div class="resume-link__line" aria-hidden="true"></div>
    }
}

/// Blocks of a text that may be read whole.
fn blocks() -> Vec<HtmlElement> {
    find_all(".article-body:not(.article-body--teaser) > *").into_iter().filter_map(html).collect()
}

/// The block of an article at which this browser stopped.
fn stopped(article: &str) -> Option<usize> {
    device::list(KEY).iter().find(|record| record.text("id") == article)?.number("block")
}

/// Keeps the last block whose beginning has been under the reader's eyes; forgets the article where it is not begun, or read.
fn keep(article: &str) {
    let (blocks, eyes) = (blocks(), window_height() / 2.0);
    if blocks.len() < 2 * MARGIN {
        return;
    }
    let reached = blocks.iter().rposition(|block| block.get_bounding_client_rect().top() < eyes);
    let is_between = |block: &usize| (MARGIN..=blocks.len() - MARGIN).contains(block);
    let stop = reached.filter(is_between).and_then(|block| u32::try_from(block).ok());
    let stop = stop.map(|block| Record::new(&[("id", article.into()), ("block", block.into())]));
    let others = device::list(KEY).into_iter().filter(|record| record.text("id") != article);
    device::set_list(KEY, &stop.into_iter().chain(others).take(MOST).collect::<Vec<_>>());
}

fn scroll_top() -> f64 {
    window().scroll_y().unwrap_or_default()
}

fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}
