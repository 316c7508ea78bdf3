//! What reading pages do in the browser beside the islands: one module of plain JavaScript, and the lines in the head.
//!
//! It talks to what the browser only has for scripts (speech, highlights, sharing, dialogs) and would cost several times as
//! much as wasm.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{LazyLock, OnceLock};

use leptos::prelude::*;

/// The module. The order of its parts matters: the first has what the others use, the last starts them.
pub const READING: &str = concat!(
    include_str!("scripts/core.js"),
    include_str!("scripts/display.js"),
    include_str!("scripts/share.js"),
    include_str!("scripts/zoom.js"),
    include_str!("scripts/video.js"),
    include_str!("scripts/progress.js"),
    include_str!("scripts/saved.js"),
    include_str!("scripts/read.js"),
    include_str!("scripts/rail.js"),
    include_str!("scripts/listen.js"),
    include_str!("scripts/navigate.js"),
    include_str!("scripts/start.js"),
);

/// Where it is.
pub static READING_PATH: LazyLock<String> = LazyLock::new(|| address("reading", READING, "js"));

/// What wakes the islands.
#[derive(Debug)]
pub struct Islands {
    /// Tags that fetch the module below and what it needs, once they are put into a page.
    pub tags: String,
    /// The framework's script.
    pub module: String,
    /// Where it is.
    pub path: String,
}

/// The framework's tags for these files, but its script in a file of its own: the HTML of a page is to arrive in one go, and that
/// is some 14 KB.
pub fn islands(assets: &LeptosOptions) -> &'static Islands {
    static ISLANDS: OnceLock<Islands> = OnceLock::new();
    const OPEN: &str = "<script type=\"module\">";
    ISLANDS.get_or_init(|| {
        let render = || view! { <HydrationScripts options=assets.clone() islands=true/> }.to_html();
        let html = Owner::new().with(render);
        let (before, rest) = html.split_once(OPEN).unwrap_or((&html, ""));
        let (module, after) = rest.split_once("</script>").unwrap_or((rest, ""));
        let path = address("islands", module, "js");
        let tags = format!("{before}<script type=\"module\" src=\"{path}\"></script>{after}");
        Islands { tags, module: module.to_owned(), path }
    })
}

/// The style of the light page.
pub const LITE_STYLE: &str =
    concat!(include_str!("../../style/tokens/lite.css"), include_str!("../../style/lite.css"));

/// Where it is.
pub static LITE_STYLE_PATH: LazyLock<String> = LazyLock::new(|| address("lite", LITE_STYLE, "css"));

/// Another file has another address, so browsers may keep each for good.
fn address(name: &str, file: &str, ending: &str) -> String {
    let mut hasher = DefaultHasher::new();
    file.hash(&mut hasher);
    format!("/pkg/{name}.{:016x}.{ending}", hasher.finish())
}

/// What has to happen before anything is painted. Runs under its hash, so it never varies.
pub static HEAD_SCRIPT: LazyLock<String> =
    LazyLock::new(|| format!("{LANGUAGE_SCRIPT};{DISPLAY_SCRIPT};{READER_SCRIPT}"));

/// Leads to the same page in the language that the reader has chosen, before anything of this one is painted, and notes the choice when
/// one of the two links is followed. The page says where the other is; one that does not is left alone. Where the settings
/// want it, the languages of the browser count until there is a choice. On the device alone, so no answer varies.
const LANGUAGE_SCRIPT: &str = "(()=>{const r=document.documentElement,d=r.dataset,\
lead=()=>{try{const c=localStorage.getItem('language')\
??('asksBrowser'in d?navigator.languages.map(l=>l.slice(0,2)).find(l=>/^(id|en)$/.test(l)):'');\
if(!d.counterpart||c==r.lang||!/^(id|en)$/.test(c))return;\
r.hidden=true;setTimeout(()=>r.hidden=false,5e3);location.replace(d.counterpart+location.search+location.hash)}catch{}},\
keep=e=>{const a=e.target.closest?.('a[data-language]');if(a)try{localStorage.setItem('language',a.hreflang)}catch{}};\
lead();addEventListener('pageshow',e=>e.persisted&&lead());addEventListener('click',keep);addEventListener('auxclick',keep)})()";

/// Applies the reader's choice of colours and size before the first paint, and says that scripts run.
const DISPLAY_SCRIPT: &str = "(()=>{const d=document.documentElement.dataset;d.scripted='';try{\
const t=localStorage.getItem('theme'),s=localStorage.getItem('size');\
if(/^(dark|light|sepia)$/.test(t))d.theme=t;if(/^(-1|[1-3])$/.test(s))d.size=s}catch{}})()";

/// Shows the reader's own menu where there is a reader, and asks the server, which knows, who it is. Public pages are the
/// same for everyone; what is not is asked for here, by a POST, which no cache answers. From the next page on, subscribers see no
/// advertisements: nothing moves while one reads. And the secret of a mailed link leaves
/// the address bar, where others may look.
const READER_SCRIPT: &str = "(()=>{/[?&]token=/.test(location.search)&&history.replaceState(null,'',location.pathname);\
const d=document,r=d.documentElement,\
ready=new Promise(f=>d.readyState=='loading'?addEventListener('DOMContentLoaded',f):f()),\
ask=()=>{r.dataset.reader='';fetch('/api/reader',{method:'POST',body:new URLSearchParams}).then(a=>a.ok?a.json():Promise.reject())\
.then(async({email,is_spared_ads:n})=>{try{n?localStorage.setItem('subscriber',''):localStorage.removeItem('subscriber')}catch{}\
await ready;d.querySelectorAll('[data-reader-email]').forEach(e=>e.textContent=email)})\
.catch(()=>delete r.dataset.reader)};if(/(^|; )(__Host-)?reader=1/.test(d.cookie)){try{if(localStorage.getItem('subscriber')!==null)r.dataset.subscriber=''}catch{}ask()}addEventListener('reader',ask)})()";
