//! Embedded video of another site, behind its still picture.

use leptos::ev;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::browser::{ElementRef, flag, is_plain, live, on};
use crate::island::{Island, Slot};

/// Permissions of the embedded frame.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-presentation";
const ALLOW: &str = "autoplay; encrypted-media; fullscreen; picture-in-picture";

/// A video that may be framed.
#[derive(Serialize, Deserialize)]
pub struct VideoFrame {
    /// Address of the video's own page.
    #[serde(skip)]
    pub href: String,
    /// Name of the link.
    #[serde(skip)]
    pub label: String,
    /// Headline of the video.
    pub title: String,
    /// Address of the player.
    pub player: String,
}

impl Island for VideoFrame {
    const NAME: &'static str = "VideoFrame";

    fn view(self, children: Slot) -> impl IntoView {
        view! { <Frame video=self children/> }
    }
}

/// The still picture leads to the video's own page; pressed, the player takes its place. Nothing of the others is loaded before.
///
/// Browser because: a player runs where one reads.
#[component]
fn Frame(video: VideoFrame, children: Slot) -> impl IntoView {
    let VideoFrame { href, label, title, player } = video;
    let plays = RwSignal::new(false);
    let frame = ElementRef::empty();
    let play = move |event: ev::MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            plays.set(true);
            // The frame is made by an effect, which runs first.
            request_animation_frame(move || {
                if let Some(frame) = frame.get() {
                    // Fails only for what cannot be focused.
                    let _ = frame.focus();
                }
            });
        }
    };
    view! {
        <a class="video-rail__player video-rail__link" href=href rel="noopener" aria-label=label hidden=flag(move || plays.get()) on:click=on(play)>
            {children}
        </a>
        // YouTube plays for nobody who does not say where they come from: the site, not the page.
        {live(move || plays.get().then(|| view! {
            <iframe class="video-rail__player" sandbox=SANDBOX allow=ALLOW referrerpolicy="strict-origin" title=title.clone() src=player.clone() node_ref=frame></iframe>
        }))}
    }
}
