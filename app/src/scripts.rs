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

/// What waits until the page has been shown.
#[derive(Debug)]
pub struct Asleep {
    /// Tags that fetch the module of reading pages, then the islands. They run in this order once they are put into a page.
    pub tags: String,
    /// The framework's script, which starts the islands.
    pub islands: String,
    /// Where it is.
    pub islands_path: String,
}

/// The framework's tags for these files, but its script in a file of its own: the HTML of a page is to arrive in one go, and that
/// is some 14 KB.
pub fn asleep(assets: &LeptosOptions) -> &'static Asleep {
    static ASLEEP: OnceLock<Asleep> = OnceLock::new();
    const OPEN: &str = "<script type=\"module\">";
    ASLEEP.get_or_init(|| {
        let render = || view! { <HydrationScripts options=assets.clone() islands=true/> }.to_html();
        let html = Owner::new().with(render);
        let (before, rest) = html.split_once(OPEN).unwrap_or((&html, ""));
        let (islands, after) = rest.split_once("</script>").unwrap_or((rest, ""));
        let islands_path = address("islands", islands, "js");
        let module = |path: &str| format!("<script type=\"module\" src=\"{path}\"></script>");
        let tags =
            [module(&READING_PATH), before.to_owned(), module(&islands_path), after.to_owned()].concat();
        Asleep { tags, islands: islands.to_owned(), islands_path }
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
pub static HEAD_SCRIPT: LazyLock<String> = LazyLock::new(|| {
    format!("(()=>{{{READY};{LANGUAGE_SCRIPT};{DISPLAY_SCRIPT};{READER_SCRIPT};{WAKE_SCRIPT}}})()")
});

/// What the others share: the document, its root, and a promise of its last element.
const READY: &str = "const d=document,r=d.documentElement,o=r.dataset,\
ready=new Promise(f=>addEventListener('DOMContentLoaded',f,{once:true}))";

/// Leads to the same page in the language that the reader has chosen, before anything of this one is painted, and notes the choice when
/// one of the two links is followed. The page says where the other is; one that does not is left alone. Where the settings
/// want it, the languages of the browser count until there is a choice. On the device alone, so no answer varies. Who follows a link
/// goes on at the same place of the page, with the focus where it was or, of a menu that has closed, on its button.
const LANGUAGE_SCRIPT: &str = "const lead=()=>{try{const c=localStorage.getItem('language')\
??('asksBrowser'in o?navigator.languages.map(l=>l.slice(0,2)).find(l=>/^(id|en)$/.test(l)):'');\
if(!o.counterpart||c==r.lang||!/^(id|en)$/.test(c))return;\
r.hidden=true;setTimeout(()=>r.hidden=false,5e3);location.replace(o.counterpart+location.search+location.hash)}catch{}},\
keep=e=>{const a=e.target.closest?.('a[data-language]');if(a)try{localStorage.setItem('language',a.hreflang);\
sessionStorage.setItem('place',JSON.stringify([a.pathname,scrollY,[...d.querySelectorAll('a[data-language]')].indexOf(a)]))}catch{}},\
stay=()=>{try{const[p,y,n]=JSON.parse(sessionStorage.getItem('place'));sessionStorage.removeItem('place');\
if(p==location.pathname)ready.then(()=>requestAnimationFrame(()=>{scrollTo(0,y);\
const a=d.querySelectorAll('a[data-language]')[n];(a.closest('[popover]')?.previousElementSibling??a).focus()}))}catch{}};\
lead();stay();addEventListener('pageshow',e=>e.persisted&&lead());addEventListener('click',keep);addEventListener('auxclick',keep)";

/// Applies the reader's choice of colours and size before the first paint, and says that scripts run.
const DISPLAY_SCRIPT: &str = "o.scripted='';try{\
const t=localStorage.getItem('theme'),s=localStorage.getItem('size');\
if(/^(dark|light|sepia)$/.test(t))o.theme=t;if(/^(-1|[1-3])$/.test(s))o.size=s}catch{}";

/// Shows the reader's own menu where there is a reader, and asks the server, which knows, who it is. Public pages are the
/// same for everyone; what is not is asked for here, by a POST, which no cache answers. From the next page on, subscribers see no
/// advertisements: nothing moves while one reads. Who has registered and not confirmed yet is marked, too. And the secret of a mailed link leaves
/// the address bar, where others may look; so does what leads who has confirmed to the word that says so, which is for nobody else.
const READER_SCRIPT: &str = "/[?&]token=/.test(location.search)&&history.replaceState(null,'',location.pathname);\
location.hash=='#dikonfirmasi'&&addEventListener('load',()=>history.replaceState(history.state,'',location.pathname+location.search));\
const ask=()=>{o.reader='';fetch('/api/reader',{method:'POST',body:new URLSearchParams}).then(a=>a.ok?a.json():Promise.reject())\
.then(async({email,is_spared_ads:n})=>{try{n?localStorage.setItem('subscriber',''):localStorage.removeItem('subscriber')}catch{}\
await ready;d.querySelectorAll('[data-reader-email]').forEach(e=>e.textContent=email)})\
.catch(()=>delete o.reader)};if(/(^|; )(__Host-)?reader=1/.test(d.cookie)){try{if(localStorage.getItem('subscriber')!==null)o.subscriber=''}catch{}ask()}\
else if(/(^|; )(__Host-)?pending=1/.test(d.cookie))o.pending='';addEventListener('reader',ask)";

/// Wakes the scripts that sleep in the page: once it is there, has been painted and the browser rests, or at the first sign that
/// somebody wants something of it. Some browsers do not tell what they have painted, and none does of a window that nobody looks
/// at; and something on the page may never come. So in any case some seconds after the words.
const WAKE_SCRIPT: &str = "const wake=()=>ready.then(()=>d.head.append(d.querySelector('template[data-asleep]').content)),\
rest=()=>self.requestIdleCallback?requestIdleCallback(wake):setTimeout(wake),l='largest-contentful-paint';\
for(const s of['pointerover','touchstart','keydown'])addEventListener(s,wake,{once:true,passive:true});\
addEventListener('load',()=>{PerformanceObserver.supportedEntryTypes?.includes(l)?\
new PerformanceObserver((_,p)=>{p.disconnect();rest()}).observe({type:l,buffered:true}):setTimeout(rest)});\
ready.then(()=>setTimeout(rest,5e3))";
