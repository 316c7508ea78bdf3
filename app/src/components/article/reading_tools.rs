//! Tools for reading: font size, reading aloud, saving, sharing, printing.

use leptos::prelude::*;

use super::keep_form::KeepForm;
use crate::island::around;
use crate::islands::{ReadingTools as Tools, ToolWords};
use crate::text::offline::KeepLabel;
use crate::text::reading::ReadingText;

/// Article that the tools act on.
#[derive(Clone)]
pub struct ReadingToolsView {
    /// Identifier of the article.
    pub id: String,
    /// Address of the article, without the origin.
    pub path: String,
    /// Address of the article, with the origin.
    pub address: String,
    /// The headline.
    pub title: String,
    /// Labels of the tools, in the language of the page.
    pub text: &'static ReadingText,
    /// Label of the button that keeps the article to be read without a network; `None` where the site has no service worker.
    pub keep: Option<KeepLabel>,
}

/// Row of tools above the text.
#[component]
pub fn ReadingTools(tools: ReadingToolsView) -> impl IntoView {
    let ReadingToolsView { id, path, address, title, text, keep } = tools;
    let words = ToolWords {
        tools: text.tools,
        text_size: text.text_size,
        smaller: text.smaller,
        larger: text.larger,
        share: text.share,
        print: text.print,
        light_version: text.light_version,
        copy_link: text.copy_link,
        listen: text.listen.to_owned(),
        stop_listening: text.stop_listening.to_owned(),
        no_voice: text.no_voice.to_owned(),
        save: text.save.to_owned(),
        saved: text.saved.to_owned(),
        copied: text.copied.to_owned(),
    };
    let (shared, link) = (title.clone(), address.clone());
    let keep = keep.map(|label| view! { <KeepForm path=path.clone() label/> });
    let tools = around(
        Tools { id, address, path, title, words },
        move || view! { <SharePlaces title=shared address=link/> },
    );
    view! { <div class="reading-tools-row">{tools}{keep}</div> }
}

/// Links to social networks. They are plain links: no script of a third party runs here, and no third party learns who reads.
#[component]
fn SharePlaces(title: String, address: String) -> impl IntoView {
    let encode = |words: &str| url::form_urlencoded::byte_serialize(words.as_bytes()).collect::<String>();
    let (words, link) = (encode(&title), encode(&address));
    let places = [
        ("WhatsApp", format!("https://wa.me/?text={}", encode(&format!("{title} {address}")))),
        ("Telegram", format!("https://t.me/share/url?url={link}&text={words}")),
        ("X", format!("https://x.com/intent/post?url={link}&text={words}")),
        ("Facebook", format!("https://www.facebook.com/sharer/sharer.php?u={link}")),
    ];
    let places = places.map(|(name, href)| {
        view! { <li><a href=href target="_blank" rel="noopener noreferrer">{name}</a></li> }
    });
    view! {
        <ul class="reading-tools__places">{places}</ul>
    }
}
