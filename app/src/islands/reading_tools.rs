//! Reading tools: text size, listening, saving, sharing, printing.

mod listen;
mod save;
mod size;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use web_sys::js_sys::Reflect;

use self::listen::ListenButton;
use self::save::SaveButton;
use self::size::SizeButtons;
use super::copy_button::{CopyButton, Said};
use crate::browser::{live, on};
use crate::island::{Island, Slot};

/// Article that the tools are for, and their words.
#[derive(Clone, Serialize, Deserialize)]
pub struct ReadingTools {
    /// Id of the article.
    pub id: String,
    /// Address of the article, with the origin.
    pub address: String,
    /// Path of the article.
    #[serde(skip)]
    pub path: String,
    /// Headline of the article.
    pub title: String,
    pub words: ToolWords,
}

/// Words of the tools. Those that never change stand in the page only.
#[derive(Clone, Serialize, Deserialize)]
pub struct ToolWords {
    #[serde(skip)]
    pub tools: &'static str,
    #[serde(skip)]
    pub text_size: &'static str,
    #[serde(skip)]
    pub smaller: &'static str,
    #[serde(skip)]
    pub larger: &'static str,
    #[serde(skip)]
    pub share: &'static str,
    #[serde(skip)]
    pub print: &'static str,
    #[serde(skip)]
    pub light_version: &'static str,
    #[serde(skip)]
    pub copy_link: &'static str,
    pub listen: String,
    pub stop_listening: String,
    pub no_voice: String,
    pub save: String,
    pub saved: String,
    pub copied: String,
}

impl Island for ReadingTools {
    const NAME: &'static str = "ReadingTools";

    fn view(self, children: Slot) -> impl IntoView {
        view! { <Tools tools=self children/> }
    }
}

/// One row above the text. What needs the browser is not there without it; saving, sharing and the light version are. The children are
/// links to places where one shares.
///
/// Browser because: letters, voices, sharing and printing are its own.
#[component]
fn Tools(tools: ReadingTools, children: Slot) -> impl IntoView {
    let ReadingTools { id, address, path, title, words } = tools;
    let (said, said_words) = Said::new();
    let shared = (title.clone(), address.clone());
    let share = move |event: ev::MouseEvent| {
        if can_share() {
            event.prevent_default();
            let (title, address) = shared.clone();
            spawn_local(async move { share(&title, &address).await });
        }
    };
    let print = move |_| {
        // Fails only where the window may not.
        let _ = window().print();
    };
    view! {
        <div class="reading-tools" role="group" aria-label=words.tools>
            <SizeButtons words=words.clone()/>
            <ListenButton words=words.clone() said/>
            <SaveButton id title words=words.clone()/>
            <button r#type="button" popovertarget="bagikan" on:click=on(share)>{words.share}</button>
            <button r#type="button" class="scripted" on:click=on(print)>{words.print}</button>
            <a href=format!("{path}/lite")>{words.light_version}</a>
            <span class="reading-tools__said" role="status">{live(move || said_words.get())}</span>
            <div class="popover" id="bagikan" popover="auto">
                {children}
                <CopyButton address label=words.copy_link copied=words.copied said class="reading-tools__copy"/>
            </div>
        </div>
    }
}

/// Whether the device has a way to share of its own.
fn can_share() -> bool {
    Reflect::get(&window().navigator(), &"share".into()).is_ok_and(|share| share.is_function())
}

async fn share(title: &str, address: &str) {
    let data = web_sys::ShareData::new();
    data.set_title(title);
    data.set_url(address);
    // Put off by the reader: nothing was asked for any more.
    let _ = wasm_bindgen_futures::JsFuture::from(window().navigator().share_with_data(&data)).await;
}
