//! The document around every page.

mod bare;

pub use bare::{DEV_MAILS, LyingMail, bare, leading_away, mails};
use leptos::nonce::Nonce;
use leptos::prelude::*;
use leptos::reactive::owner::take_context;
use leptos_meta::{HashedStylesheet, MetaTags, provide_meta_context};

use crate::components::{AccountDialog, SiteFooter, SiteHeader};
use crate::context::{self, Services};
use crate::islands::Forms;
use crate::routes::{Routes, is_personal};

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
                <Forms>
                    {(!is_personal(&context::path())).then(|| view! { <AccountDialog services/> })}
                </Forms>
            </body>
        </html>
    }
}
