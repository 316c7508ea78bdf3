//! Coming in: `/masuk`, `/daftar`, `/sandi/lupa`, `/masuk/tautan`.

use leptos::prelude::*;

use super::{AccountHead, News, asked, filled};
use crate::api::flash;
use crate::components::{AccountPanel, forgot, register, send_link, sign_in};
use crate::context;

/// `/masuk`
#[component]
pub fn SignInPage() -> impl IntoView {
    let services = context::services();
    let text = services.account_text();
    let words = match asked("kabar").as_str() {
        flash::PASSWORD => Some(text.password_set.to_owned()),
        flash::DELETED => Some(text.deleted.to_owned()),
        _ => None,
    };
    view! {
        <AccountHead services=services.clone() title=text.sign_in/>
        <News words/>
        <AccountPanel panel=sign_in(&filled(), &services)/>
    }
}

/// `/daftar`
#[component]
pub fn RegisterPage() -> impl IntoView {
    let services = context::services();
    view! {
        <AccountHead services=services.clone() title=services.account_text().register/>
        <AccountPanel panel=register(&filled(), &services)/>
    }
}

/// `/sandi/lupa`
#[component]
pub fn ForgotPage() -> impl IntoView {
    let services = context::services();
    let text = services.account_text();
    view! {
        <AccountHead services=services.clone() title=text.forgot/>
        <AccountPanel panel=forgot(&filled(), asked("kabar") == flash::SENT, &services)/>
    }
}

/// `/masuk/tautan`
#[component]
pub fn SendLinkPage() -> impl IntoView {
    let services = context::services();
    view! {
        <AccountHead services=services.clone() title=services.account_text().sign_in_by_mail/>
        <AccountPanel panel=send_link(&filled(), &services)/>
    }
}
