//! The document around every page.

use http::StatusCode;
use leptos::nonce::Nonce;
use leptos::prelude::*;
use leptos::reactive::owner::take_context;
use leptos_meta::{HashedStylesheet, MetaTags, provide_meta_context};

use crate::components::{AccountDialog, SiteFooter, SiteHeader};
use crate::context::{self, Services, Site};
use crate::islands::AccountForms;
use crate::routes::{Routes, is_personal};
use crate::text;

/// Applies the reader's choice of colours before the first paint. Runs under its hash, so it never varies.
pub const THEME_SCRIPT: &str = "try{const t=localStorage.getItem('theme');if(t==='dark'||t==='light')\
document.documentElement.dataset.theme=t}catch{}";

/// Shows the reader's own menu where there is a reader, and asks the server, which knows, who it is. Public pages are the
/// same for everyone; what is not is asked for here, by a POST, which no cache answers. And the secret of a mailed link leaves
/// the address bar, where others may look.
pub const READER_SCRIPT: &str = "(()=>{/[?&]token=/.test(location.search)&&history.replaceState(null,'',location.pathname);\
const d=document,r=d.documentElement,\
ready=new Promise(f=>d.readyState=='loading'?addEventListener('DOMContentLoaded',f):f()),\
ask=()=>{r.dataset.reader='';fetch('/api/reader',{method:'POST',body:new URLSearchParams}).then(a=>a.ok?a.json():Promise.reject())\
.then(async({email})=>{await ready;d.querySelectorAll('[data-reader-email]').forEach(e=>e.textContent=email)})\
.catch(()=>delete r.dataset.reader)};if(/(^|; )(__Host-)?reader=1/.test(d.cookie))ask();addEventListener('reader',ask)})()";

/// A whole page.
#[component]
pub fn Document(
    /// What pages are made from.
    services: Services,
) -> impl IntoView {
    provide_meta_context();
    // Documents are the same for everyone and run under hashes; a nonce would make each differ from the last.
    take_context::<Nonce>();
    let site = services.site.clone();
    let text = services.text();
    view! {
        <!DOCTYPE html>
        <html lang=site.language.as_str()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <script>{THEME_SCRIPT}</script>
                <script>{READER_SCRIPT}</script>
                <HashedStylesheet options=site.assets.clone()/>
                <link rel="preload" href="/fonts/serif.woff2" r#as="font" r#type="font/woff2" crossorigin=""/>
                <link rel="preload" href="/fonts/sans.woff2" r#as="font" r#type="font/woff2" crossorigin=""/>
                <link rel="icon" href="/favicon.svg" r#type="image/svg+xml"/>
                <AutoReload options=site.assets.clone()/>
                <HydrationScripts options=site.assets.clone() islands=true/>
                <MetaTags/>
            </head>
            <body>
                <a class="skip-link" href="#isi">{text.skip_to_content}</a>
                <SiteHeader services=services.clone()/>
                <main id="isi" tabindex="-1">
                    <Routes/>
                </main>
                <SiteFooter services=services.clone()/>
                // The forms of account pages are on the page itself.
                <AccountForms>
                    {(!is_personal(&context::path())).then(|| view! { <AccountDialog services/> })}
                </AccountForms>
            </body>
        </html>
    }
}

/// A page for when no page can be made: it asks nothing of the store and runs no script.
pub fn bare(site: &Site, status: StatusCode) -> String {
    let text = text::of(site.language);
    let (heading, help) = match status {
        StatusCode::NOT_FOUND => (text.not_found, text.not_found_help),
        StatusCode::SERVICE_UNAVAILABLE => (text.busy, text.busy_help),
        status if status.is_server_error() => (text.failed, text.failed_help),
        _ => (text.refused, text.refused_help),
    };
    let title = format!("{heading} – {}", site.name);
    let code = status.as_u16();
    let name = site.name.clone();
    Owner::new_root(None).with(|| {
        view! {
            <!DOCTYPE html>
            <html lang=site.language.as_str()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="color-scheme" content="light dark"/>
                    // Words of our own, so nothing needs escaping here but the name, which settings give.
                    <title inner_html=title.replace('&', "&amp;").replace('<', "&lt;")></title>
                    <HashedStylesheet options=site.assets.clone()/>
                    <link rel="icon" href="/favicon.svg" r#type="image/svg+xml"/>
                </head>
                <body>
                    <header class="site-header">
                        <div class="site-header__top"><a class="site-header__name" href="/">{name}</a></div>
                    </header>
                    <main id="isi">
                        <section class="notice">
                            <p class="notice__code">{code}</p>
                            <h1 class="notice__heading">{heading}</h1>
                            <p class="notice__help">{help}</p>
                            <p><a class="notice__home" href="/">{text.front_page}</a></p>
                        </section>
                    </main>
                </body>
            </html>
        }
        .to_html()
    })
}

/// A page that leads to somebody else's, for browsers that do not follow its header.
pub fn leading_away(site: &Site, address: &str) -> String {
    let text = text::account(site.language);
    let address = address.to_owned();
    Owner::new_root(None).with(|| {
        view! {
            <!DOCTYPE html>
            <html lang=site.language.as_str()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <title>{text.coming_in}</title>
                    <HashedStylesheet options=site.assets.clone()/>
                    <link rel="icon" href="/favicon.svg" r#type="image/svg+xml"/>
                </head>
                <body>
                    <main>
                        <section class="panel">
                            <h1 class="panel__heading">{text.coming_in}</h1>
                            <p><a class="button" href=address>{text.go_on}</a></p>
                        </section>
                    </main>
                </body>
            </html>
        }
        .to_html()
    })
}

/// The address of the page for the developer.
pub const DEV_MAILS: &str = "/dev/surat";

/// A mail that lies in the folder of this machine.
#[derive(Clone, Debug)]
pub struct LyingMail {
    /// Its address.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text for plain clients.
    pub text: String,
    /// The links in it.
    pub links: Vec<String>,
}

/// The mails that a site under development has sent, newest first, for the developer.
pub fn mails(site: &Site, mails: Vec<LyingMail>) -> String {
    let mails = mails.into_iter().map(|mail| {
        let links = mail.links.into_iter().map(|link| {
            let address = link.clone();
            view! { <li><a href=address>{link}</a></li> }
        });
        view! {
            <article class="panel">
                <h2>{mail.subject}</h2>
                <p>{mail.to}</p>
                <pre>{mail.text}</pre>
                <ul>{links.collect::<Vec<_>>()}</ul>
            </article>
        }
    });
    Owner::new_root(None).with(|| {
        view! {
            <!DOCTYPE html>
            <html lang=site.language.as_str()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <title>{DEV_MAILS}</title>
                    <HashedStylesheet options=site.assets.clone()/>
                    <link rel="icon" href="/favicon.svg" r#type="image/svg+xml"/>
                </head>
                <body><main><h1>{DEV_MAILS}</h1>{mails.collect::<Vec<_>>()}</main></body>
            </html>
        }
        .to_html()
    })
}
