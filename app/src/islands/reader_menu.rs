//! Menu of the reader: links to sign in, or to the account.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use crate::api::reader;
use crate::browser::{Page, attribute, device, live, localized, session, whenever};
use crate::island::{Island, Slot};

/// Storage key of a reader who sees no advertisements. It takes effect from the next page on, so that nothing moves while one reads.
const SUBSCRIBER: &str = "subscriber";

/// Words of the menu, and the path of the page.
#[derive(Serialize, Deserialize)]
pub struct ReaderMenu {
    /// Path of the page, without the prefix of its language.
    #[serde(skip)]
    pub path: String,
    #[serde(skip)]
    pub sign_in: &'static str,
    #[serde(skip)]
    pub register: &'static str,
    #[serde(skip)]
    pub account: &'static str,
    #[serde(skip)]
    pub sign_out: &'static str,
}

impl Island for ReaderMenu {
    const NAME: &'static str = "ReaderMenu";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <Menu menu=self/> }
    }
}

/// Both menus stand in every page, so that the page is the same for everyone; the script in the head shows the right one.
///
/// Browser because: it asks for the reader, whom no cached page may name.
#[component]
fn Menu(menu: ReaderMenu) -> impl IntoView {
    let ReaderMenu { path, sign_in, register, account, sign_out } = menu;
    let page = Page::current(path);
    let form = move |form: &str| localized(format!("{form}{}", page.return_query()));
    let email = RwSignal::new(String::new());
    let session = session();
    whenever(move || {
        session.version();
        if !session.is_signed_in() {
            return email.set(String::new());
        }
        spawn_local(async move {
            match reader().await {
                Ok(found) => {
                    device::set(SUBSCRIBER, found.is_spared_ads.then_some(""));
                    email.try_set(found.email);
                }
                // Nobody, or nobody can say: the way in is never wrong.
                Err(_) => session.leave(),
            }
        });
    });
    view! {
        <div class="reader-menu">
            <div class="reader-menu__guest">
                <a href=attribute(move || Some(form("/masuk"))) data-panel="">{sign_in}</a>
                <a class="reader-menu__register" href=attribute(move || Some(form("/daftar"))) data-panel="">{register}</a>
            </div>
            <div class="reader-menu__reader">
                <a href="/akun">{account} " " <span class="visually-hidden">{live(move || email.get())}</span></a>
                <form method="post" action="/api/sign_out">
                    <button r#type="submit">{sign_out}</button>
                </form>
            </div>
        </div>
    }
}
