//! What helps with reading: size of the letters, listening, sharing, printing.

use leptos::prelude::*;

use crate::text::reading::ReadingText;

/// What the tools are for.
#[derive(Clone)]
pub struct ReadingToolsView {
    /// Of the article.
    pub id: String,
    /// Its address, without the origin.
    pub path: String,
    /// The same with the origin.
    pub address: String,
    /// The headline.
    pub title: String,
    /// The words on screen.
    pub text: &'static ReadingText,
}

/// One row above the text. What needs scripts is not there without them; sharing and the light version are.
#[component]
pub fn ReadingTools(tools: ReadingToolsView) -> impl IntoView {
    let text = tools.text;
    view! {
        <div class="reading-tools" role="group" aria-label=text.tools>
            <span class="reading-tools__size scripted">
                <span aria-hidden="true">{text.text_size}</span>
                <button r#type="button" data-size-step="-1" aria-label=text.smaller>"−"</button>
                <button r#type="button" data-size-step="1" aria-label=text.larger>"+"</button>
            </span>
            <button r#type="button" class="scripted" data-listen="" data-start=text.listen data-stop=text.stop_listening
                data-silent=text.no_voice aria-pressed="false"><span data-label="">{text.listen}</span></button>
            <form method="post" action="/api/save_article" data-save="" data-start=text.save data-stop=text.saved>
                <input r#type="hidden" name="article" value=tools.id/>
                <button r#type="submit"><span data-label="">{text.save}</span></button>
            </form>
            <button r#type="button" popovertarget="bagikan" data-share="">{text.share}</button>
            <button r#type="button" class="scripted" data-print="">{text.print}</button>
            <a href=format!("{}/lite", tools.path)>{text.light_version}</a>
            <span class="reading-tools__said" role="status" data-said=""></span>
            <ShareMenu title=tools.title address=tools.address text/>
        </div>
    }
}

/// Plain links: nobody's script runs here, and nobody is told who reads.
#[component]
fn ShareMenu(title: String, address: String, text: &'static ReadingText) -> impl IntoView {
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
        <div class="popover" id="bagikan" popover="auto">
            <ul class="reading-tools__places">
                {places}
                <li class="scripted"><button r#type="button" data-copy="" data-done=text.copied>{text.copy_link}</button></li>
            </ul>
        </div>
    }
}
