//! The table of routes: every page by its address, in one place.

mod page;
#[cfg(test)]
mod tests;

#[cfg(feature = "ssr")]
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use leptos_router::SsrMode::Async;
#[cfg(feature = "ssr")]
use leptos_router::components::{FlatRoutes, Route, Router};
#[cfg(feature = "ssr")]
use leptos_router::path;

pub use page::Page;

#[cfg(feature = "ssr")]
use crate::pages::account::{
    AccountPage, ActivatePage, CodePage, ConfirmPage, EmailPage, ForgotPage, ProviderPage, RegisterPage,
    ResetPage, SecurePage, SendLinkPage, SignInPage,
};
#[cfg(feature = "ssr")]
use crate::pages::{
    AboutPage, ArchivePage, ArticlePage, CorrectionsPage, ErrorPage, ForYouPage, FrontPage, GiftPage,
    KoranIssuePage, KoranPage, LitePage, MajalahIssuePage, MajalahPage, OfflinePage, PersonPage, SavedPage,
    SearchPage, SectionPage, TopicPage,
};

/// Makes the table and the router's routes of the same lines.
macro_rules! pages {
    ($($path:tt => $view:ident, $page:expr;)+) => {
        /// Every page. Its path is written as the router reads it: `:id` is any one part.
        pub const PAGES: &[Page] = &[$($page.at($path)),+];

        /// Every page by its address. All are rendered whole before the first byte leaves: a streamed article would be invisible where
        /// JavaScript is off, and its status would be sent before it is known.
        #[cfg(feature = "ssr")]
        #[component]
        pub fn Routes() -> impl IntoView {
            view! {
                <Router>
                    <FlatRoutes fallback=|| view! { <ErrorPage/> }>
                        $(<Route path=path!($path) view=$view ssr=Async/>)+
                    </FlatRoutes>
                </Router>
            }
        }
    };
}

// What is `reading` is the same for everyone and shown in place; what is `light` is the same for everyone and stands alone; what is
// `personal` is one reader's own. `form` is the server function behind the form that a page sends to itself. `linked` pages have no
// mailed secret in their addresses, so a browser may be led to the same in the language of its choice. A `panel` is shown in the dialog of
// other pages too.
pages! {
    "/" => FrontPage, Page::reading();
    "/read/:id" => ArticlePage, Page::reading();
    "/read/:id/:slug" => ArticlePage, Page::reading();
    "/read/:id/:slug/lite" => LitePage, Page::light();
    "/rubrik/:slug" => SectionPage, Page::reading();
    "/topik/:slug" => TopicPage, Page::reading();
    "/penulis/:slug" => PersonPage, Page::reading();
    "/koran" => KoranPage, Page::reading();
    "/koran/:year/:month/:day" => KoranIssuePage, Page::reading();
    "/majalah" => MajalahPage, Page::reading();
    "/majalah/:year/:month/:day" => MajalahIssuePage, Page::reading();
    "/arsip/:year/:month/:day" => ArchivePage, Page::reading();
    "/tentang/:slug" => AboutPage, Page::reading();
    "/cari" => SearchPage, Page::reading();
    "/koreksi" => CorrectionsPage, Page::reading();
    "/luring" => OfflinePage, Page::reading();
    "/tersimpan" => SavedPage, Page::personal().linked();
    "/untuk-anda" => ForYouPage, Page::personal().linked();
    "/hadiah" => GiftPage, Page::personal();
    "/masuk" => SignInPage, Page::personal().linked().panel().form("sign_in");
    "/masuk/tautan" => SendLinkPage, Page::personal().linked().panel().form("send_link");
    "/masuk/kode" => CodePage, Page::personal().panel().form("redeem");
    "/masuk/kembali/:provider" => ProviderPage, Page::personal();
    "/daftar" => RegisterPage, Page::personal().linked().panel().form("register");
    "/konfirmasi" => ConfirmPage, Page::personal().linked().panel().form("confirm");
    "/aktivasi" => ActivatePage, Page::personal().form("confirm");
    "/sandi/lupa" => ForgotPage, Page::personal().linked().panel().form("request_reset");
    "/sandi/atur" => ResetPage, Page::personal().form("reset_password");
    "/akun" => AccountPage, Page::personal().linked();
    "/akun/alamat" => EmailPage, Page::personal().form("confirm_email");
    "/akun/bukan-saya" => SecurePage, Page::personal().form("secure_account");
}

/// The page of an article that somebody gave.
pub const GIFT: &str = "/hadiah";

/// Behind the address of an article: the same for poor connections.
pub const LITE: &str = "/lite";

/// Before the lists of what was published on one day.
pub const ARCHIVE: &str = "/arsip";

/// The page of what was wrong.
pub const CORRECTIONS: &str = "/koreksi";

/// The page of what can be read without a network.
pub const OFFLINE: &str = "/luring";

/// Before the pages of the publisher's own.
pub const ABOUT: &str = "/tentang";

/// The page of the search.
pub const SEARCH: &str = "/cari";

/// The page of what was put aside.
pub const SAVED: &str = "/tersimpan";

/// The page of what a reader follows.
pub const FOR_YOU: &str = "/untuk-anda";

/// Path of the page of a topic or person.
#[cfg(feature = "ssr")]
pub fn subject_path(subject: &domain::follow::Subject) -> String {
    use domain::follow::Subject;
    match subject {
        Subject::Topic(slug) => format!("/topik/{slug}"),
        Subject::Person(slug) => format!("/penulis/{slug}"),
    }
}

/// First part of the addresses of server functions.
const FUNCTIONS: &str = "api";

/// The page at a path, without its query.
pub fn page_at(path: &str) -> Option<&'static Page> {
    PAGES.iter().find(|page| page.is_at(path))
}

/// Whether an article is at this path. By POST, a reader asks for what only that reader may read.
pub fn is_article(path: &str) -> bool {
    path.strip_prefix("/read/").is_some_and(|rest| !rest.is_empty())
}

/// Whether the page for poor connections is at this path.
pub fn is_lite(path: &str) -> bool {
    page_at(path).is_some_and(Page::is_light)
}

/// Whether a page is shown in the place of another, without a reload.
pub fn is_reading(path: &str) -> bool {
    page_at(path).is_some_and(Page::is_reading)
}

/// First parts of what is one reader's own, each once. `warta proxy` tells proxies to keep nothing of it.
pub fn personal_roots() -> Vec<&'static str> {
    let mut roots = vec![FUNCTIONS];
    for page in PAGES.iter().filter(|page| page.is_personal()) {
        if !roots.contains(&page.root()) {
            roots.push(page.root());
        }
    }
    roots
}

/// Whether what is at this path is one reader's own: nothing of it may be kept by anyone.
pub fn is_personal(path: &str) -> bool {
    let root = first_part(path.trim_start_matches('/'));
    root == FUNCTIONS || PAGES.iter().any(|page| page.is_personal() && page.root() == root)
}

/// Whether an address, perhaps with a query, is that of a page or of a form behind one: it is there in both languages.
pub fn is_page(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.strip_prefix('/').is_some_and(|rest| {
        let root = first_part(rest);
        let is_known = root == FUNCTIONS || PAGES.iter().any(|page| page.root() == root);
        is_known && (!root.is_empty() || rest.is_empty())
    })
}

fn first_part(path: &str) -> &str {
    path.split('/').next().unwrap_or_default()
}

/// Whether a provider sends readers back to this path.
pub fn is_callback(path: &str) -> bool {
    path.starts_with("/masuk/kembali/")
}

/// Whether a browser may be led from this page to the same in the language of its choice: no mailed secret is in its address.
pub fn follows_choice(path: &str) -> bool {
    is_page(path) && (!is_personal(path) || page_at(path).is_some_and(Page::is_linked))
}

/// The server function behind the form of a page.
pub fn form_of(path: &str) -> Option<&'static str> {
    page_at(path)?.form_function()
}
