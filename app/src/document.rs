//! The document around every page.

mod bare;
mod icon;

pub use bare::{DEV_MAILS, StoredMail, bare, leading_away, mails};
use leptos::either::Either;
use leptos::nonce::Nonce;
use leptos::prelude::*;
use leptos::reactive::owner::take_context;
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos_meta::{HashedStylesheet, MetaTags, provide_meta_context};

use self::icon::ICON;
pub use self::icon::{IconShape, icon_svg};
use crate::components::{AccountDialog, LanguageChoice, SiteFooter, SiteHeader};
use crate::context::{self, Services};
use crate::head::{HEAD_SCRIPT, LITE_STYLE_PATH, Module};
use crate::installed::{MANIFEST_PATH, Paper, WORKER_PATH};
use crate::island::island;
use crate::islands::ConfirmedNotice;
use crate::islands::Navigator;
use crate::language::counterpart;
use crate::routes::{Routes, is_article, is_lite, is_personal};

/// HTML document of a page, full or light.
#[component]
pub fn Document(
    /// Services that provide the data of the page.
    services: Services,
) -> impl IntoView {
    provide_meta_context();
    // Documents are the same for everyone, and their scripts are allowed by hash. A nonce would make every document different.
    take_context::<Nonce>();
    if is_lite(&context::path()) {
        Either::Left(view! { <LiteDocument services/> })
    } else {
        Either::Right(view! { <FullDocument services/> })
    }
}

/// Document of a light page: no scripts, no web fonts, a small stylesheet.
#[component]
fn LiteDocument(services: Services) -> impl IntoView {
    let (name, language) = (services.site.name.clone(), services.site.language.as_str());
    view! {
        <!DOCTYPE html>
        <html lang=language>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="stylesheet" href=LITE_STYLE_PATH.as_str()/>
                // An empty icon keeps browsers from requesting one.
                <link rel="icon" href="data:,"/>
                <MetaTags/>
            </head>
            <body>
                <header><a href="/">{name}</a></header>
                <main id="isi"><Routes/></main>
                <footer><LanguageChoice services/></footer>
            </body>
        </html>
    }
}

/// Path of the stylesheet that pages link to. Its name contains a hash of its content.
pub fn stylesheet_path(assets: &LeptosOptions) -> Option<String> {
    let tag = Owner::new().with(|| view! { <HashedStylesheet options=assets.clone()/> }.to_html());
    let (_, rest) = tag.split_once("href=\"")?;
    Some(rest.split_once('"')?.0.to_owned())
}

#[component]
fn FullDocument(services: Services) -> impl IntoView {
    let site = services.site.clone();
    let text = services.text();
    let other = counterpart(&site);
    let path = context::path();
    // The article gets the whole bandwidth until it is there. The script in the head loads these two afterwards.
    let (script, wasm) =
        Module::of(&site.assets).map(|module| (module.script.as_str(), module.wasm.as_str())).unzip();
    let is_list = !is_personal(&path) && !is_article(&path);
    let paper = Paper::of_tokens();
    let worker = site.has_worker.then_some(WORKER_PATH);
    let asks_browser = site.accept_language && site.language == site.own_language;
    view! {
        <!DOCTYPE html>
        <html lang=site.language.as_str() data-counterpart=other data-asks-browser=asks_browser.then_some("") data-module=script data-wasm=wasm data-worker=worker>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <script>{HEAD_SCRIPT}</script>
                <HashedStylesheet options=site.assets.clone()/>
                <link rel="preload" href="/fonts/serif.woff2" r#as="font" r#type="font/woff2" crossorigin=""/>
                <link rel="preload" href="/fonts/sans.woff2" r#as="font" r#type="font/woff2" crossorigin=""/>
                <link rel="preload" href="/fonts/display.woff2" r#as="font" r#type="font/woff2" crossorigin=""/>
                <link rel="icon" href=ICON/>
                <link rel="manifest" href=MANIFEST_PATH/>
                <meta name="theme-color" content=paper.light {..custom_attribute("media", "(prefers-color-scheme: light)")}/>
                <meta name="theme-color" content=paper.dark {..custom_attribute("media", "(prefers-color-scheme: dark)")}/>
                <AutoReload options=site.assets.clone()/>
                <MetaTags/>
            </head>
            <body>
                <a class="skip-link" href="#isi">{text.skip_to_content}</a>
                <SiteHeader services=services.clone()/>
                <main id="isi" tabindex="-1">
                    // Articles show it at another place.
                    {is_list.then(|| view! { <ConfirmedNotice words=services.access_text().confirmed.to_owned() help=None/> })}
                    <Routes/>
                </main>
                <SiteFooter services=services.clone()/>
                // Account pages have these forms on the page itself.
                {(!is_personal(&path)).then(|| view! { <AccountDialog services/> })}
                {island(Navigator)}
            </body>
        </html>
    }
}
