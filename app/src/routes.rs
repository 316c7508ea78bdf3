//! The table of routes.

use leptos::prelude::*;
use leptos_router::SsrMode::Async;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::pages::account::{
    AccountPage, ActivatePage, CodePage, ConfirmPage, EmailPage, ForgotPage, ProviderPage, RegisterPage,
    ResetPage, SecurePage, SendLinkPage, SignInPage,
};
use crate::pages::{
    AboutPage, ArticlePage, CorrectionsPage, EditionPage, ErrorPage, FrontPage, GiftPage, LitePage,
    PersonPage, SavedPage, SectionPage, TopicPage,
};

/// The page of an article that somebody gave.
pub const GIFT: &str = "/hadiah";

/// Behind the address of an article: the same for poor connections.
pub const LITE: &str = "/lite";

/// The page of what was wrong.
pub const CORRECTIONS: &str = "/koreksi";

/// Before the pages of the publisher's own.
pub const ABOUT: &str = "/tentang";

/// Where on a page a reader lands whose address has just been confirmed. A fragment, which no server is told: the page stays the same
/// for everyone.
pub const CONFIRMED: &str = "dikonfirmasi";

/// The page of what was put aside.
pub const SAVED: &str = "/tersimpan";

/// Every page by its address. All are rendered whole before the first byte leaves: a streamed article would be
/// invisible where JavaScript is off, and its status would be sent before it is known.
#[component]
pub fn Routes() -> impl IntoView {
    view! {
        <Router>
            <FlatRoutes fallback=|| view! { <ErrorPage/> }>
                <Route path=path!("/") view=FrontPage ssr=Async/>
                <Route path=path!("/read/:id") view=ArticlePage ssr=Async/>
                <Route path=path!("/read/:id/:slug") view=ArticlePage ssr=Async/>
                <Route path=path!("/read/:id/:slug/lite") view=LitePage ssr=Async/>
                <Route path=path!("/rubrik/:slug") view=SectionPage ssr=Async/>
                <Route path=path!("/topik/:slug") view=TopicPage ssr=Async/>
                <Route path=path!("/penulis/:slug") view=PersonPage ssr=Async/>
                <Route path=path!("/koran") view=|| view! { <EditionPage edition=domain::article::Edition::Koran/> } ssr=Async/>
                <Route path=path!("/majalah") view=|| view! { <EditionPage edition=domain::article::Edition::Majalah/> } ssr=Async/>
                <Route path=path!("/tentang/:slug") view=AboutPage ssr=Async/>
                <Route path=path!("/koreksi") view=CorrectionsPage ssr=Async/>
                <Route path=path!("/tersimpan") view=SavedPage ssr=Async/>
                <Route path=path!("/hadiah") view=GiftPage ssr=Async/>
                <Route path=path!("/masuk") view=SignInPage ssr=Async/>
                <Route path=path!("/masuk/tautan") view=SendLinkPage ssr=Async/>
                <Route path=path!("/masuk/kode") view=CodePage ssr=Async/>
                <Route path=path!("/masuk/kembali/:provider") view=ProviderPage ssr=Async/>
                <Route path=path!("/daftar") view=RegisterPage ssr=Async/>
                <Route path=path!("/konfirmasi") view=ConfirmPage ssr=Async/>
                <Route path=path!("/aktivasi") view=ActivatePage ssr=Async/>
                <Route path=path!("/sandi/lupa") view=ForgotPage ssr=Async/>
                <Route path=path!("/sandi/atur") view=ResetPage ssr=Async/>
                <Route path=path!("/akun") view=AccountPage ssr=Async/>
                <Route path=path!("/akun/alamat") view=EmailPage ssr=Async/>
                <Route path=path!("/akun/bukan-saya") view=SecurePage ssr=Async/>
            </FlatRoutes>
        </Router>
    }
}

/// Whether an article is at this path. By POST, a reader asks for what only that reader may read.
pub fn is_article(path: &str) -> bool {
    path.strip_prefix("/read/").is_some_and(|rest| !rest.is_empty())
}

/// Whether the page for poor connections is at this path.
pub fn is_lite(path: &str) -> bool {
    is_article(path) && path.ends_with(LITE) && path.matches('/').count() == 4
}

/// The first parts of pages that are the same for everyone.
const PUBLIC: [&str; 9] =
    ["", "read", "rubrik", "topik", "penulis", "koran", "majalah", "tentang", "koreksi"];
/// The first parts of what is one reader's own. `warta proxy` tells proxies to keep nothing of it.
pub const PERSONAL: [&str; 9] =
    ["masuk", "daftar", "konfirmasi", "aktivasi", "sandi", "akun", "api", "hadiah", "tersimpan"];

/// Whether what is at this path is one reader's own: nothing of it may be kept by anyone.
pub fn is_personal(path: &str) -> bool {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    PERSONAL.contains(&first)
}

/// Whether an address, perhaps with a query, is that of a page or of a form behind one: it is there in both languages.
pub fn is_page(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.strip_prefix('/').is_some_and(|rest| {
        let first = rest.split('/').next().unwrap_or_default();
        (PUBLIC.contains(&first) || PERSONAL.contains(&first)) && (!first.is_empty() || rest.is_empty())
    })
}

/// Whether a provider sends readers back to this path.
pub fn is_callback(path: &str) -> bool {
    path.starts_with("/masuk/kembali/")
}

/// Whether a browser may be led from this page to the same in the language of its choice: no mailed secret is in its address.
pub fn follows_choice(path: &str) -> bool {
    const OWN: [&str; 7] =
        ["/masuk", "/masuk/tautan", "/daftar", "/konfirmasi", "/sandi/lupa", "/akun", SAVED];
    is_page(path) && (!is_personal(path) || OWN.contains(&path))
}
