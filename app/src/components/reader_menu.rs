//! The way in, or the way to one's account.

use leptos::prelude::*;

use crate::context::{self, Services};
use crate::routes::is_personal;

/// Both stand in every page, so that the page is the same for everyone; the document's script shows the right one.
#[component]
pub fn ReaderMenu(services: Services) -> impl IntoView {
    let text = services.account_text();
    let path = context::path();
    let from = if path == "/" || is_personal(&path) { String::new() } else { format!("?return_to={path}") };
    view! {
        <div class="reader-menu">
            <div class="reader-menu__guest">
                <a href=format!("/masuk{from}") data-panel="">{text.sign_in}</a>
                <a class="reader-menu__register" href=format!("/daftar{from}") data-panel="">{text.register}</a>
            </div>
            <div class="reader-menu__reader">
                <a href="/akun">{text.account} <span class="visually-hidden" data-reader-email=""></span></a>
                <form method="post" action="/api/sign_out">
                    <button r#type="submit">{text.sign_out}</button>
                </form>
            </div>
        </div>
    }
}
