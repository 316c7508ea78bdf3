//! Forms of accounts for the dialog.

use leptos::prelude::*;

use super::ApiError;
use super::protocol::Call;

#[cfg(feature = "ssr")]
use {
    crate::address::plain,
    crate::components::{AccountPanel, FormView, forgot, register, send_link, sign_in},
    crate::context::{self, Finish, ResponseHead},
    crate::pages::account::{code_panel, confirm_panel},
    domain::account::ReturnTo,
};

/// Content of the page at an address as HTML, for the dialog; `None` where the dialog cannot show that page. A POST, like every call whose response
/// may be one reader's own.
#[server(endpoint = "account_panel", protocol = Call)]
pub async fn account_panel(#[server(default)] address: String) -> Result<Option<String>, ApiError> {
    let (services, browser, finish) = (context::services(), context::browser(), expect_context::<Finish>());
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    let asked = |wanted: &str| {
        let mut pairs = url::form_urlencoded::parse(query.as_bytes());
        pairs.find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
    };
    let return_to = asked("return_to").map(|path| ReturnTo::parse(plain(&path)).as_str().to_owned());
    let view =
        FormView { return_to: return_to.unwrap_or_default(), is_in_dialog: true, ..FormView::default() };
    let news = asked("kabar").unwrap_or_default();
    let panel = match plain(path) {
        "/masuk" => sign_in(&view, &services),
        "/daftar" => register(&view, &services),
        "/sandi/lupa" => forgot(&view, !news.is_empty(), &services),
        "/masuk/tautan" => send_link(&view, &services),
        "/masuk/kode" => {
            let panel = code_panel(&services, &browser, &view, (String::new(), &ResponseHead::here())).await;
            panel.map_err(|_| ApiError::Unavailable)?
        }
        "/konfirmasi" => {
            confirm_panel(&services, &browser, &view, &news).await.map_err(|_| ApiError::Unavailable)?
        }
        _ => return Ok(None),
    };
    finish.of(&view! { <AccountPanel panel/> }.to_html()).map(Some).ok_or(ApiError::Unexpected)
}
