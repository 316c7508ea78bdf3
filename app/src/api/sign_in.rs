//! Server functions that sign readers in and out.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::protocol::Call;
use super::{ApiError, Next};
#[cfg(feature = "ssr")]
use {
    super::{FormField, faults::Faults, join::proof},
    crate::context::{self, ResponseHead},
    domain::account::{self, ReturnTo},
};

/// Signs in with a password.
#[server(endpoint = "sign_in", protocol = Call)]
pub async fn sign_in(
    #[server(default)] email: String,
    #[server(default)] password: String,
    #[server(default)] return_to: String,
) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let return_to = ReturnTo::parse(&return_to);
    Faults::default().email(&email).filled(FormField::Password, &password).none()?;
    let signed_in =
        account::sign_in(&services.accounts, &browser, &email, &password, return_to, (services.clock)())
            .await?;
    answer.keep_reader(&services.site, &signed_in);
    Ok(Next::to(signed_in.return_to.as_str()))
}

/// Requests an email with a link and a code that sign in.
#[server(endpoint = "send_link", protocol = Call)]
pub async fn send_link(
    #[server(default)] email: String,
    #[server(default)] return_to: String,
) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let return_to = ReturnTo::parse(&return_to);
    Faults::default().email(&email).none()?;
    let token =
        account::send_link(&services.accounts, &browser, &email, return_to, (services.clock)()).await?;
    answer.keep_confirmation(&services.site, &token);
    Ok(Next::to("/masuk/kode"))
}

/// Signs in by the link or the code of that email.
#[server(endpoint = "redeem", protocol = Call)]
pub async fn redeem(
    #[server(default)] token: String,
    #[server(default)] code: String,
) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let signed_in =
        account::redeem(&services.accounts, &browser, &proof(token, code)?, (services.clock)()).await?;
    answer.keep_reader(&services.site, &signed_in);
    Ok(Next::to(signed_in.return_to.as_str()))
}

/// Ends the session and deletes its cookies.
#[server(endpoint = "sign_out", protocol = Call)]
pub async fn sign_out(#[server(default)] return_to: String) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    account::sign_out(&services.accounts, &browser).await?;
    answer.forget_reader(&services.site);
    Ok(Next::to(ReturnTo::parse(&return_to).as_str()))
}

/// Data about the reader that scripts request for public pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReaderView {
    /// Email address of the account.
    pub email: String,
    /// Whether the pages hide advertisements from this reader.
    pub is_spared_ads: bool,
}

/// Returns the reader who is signed in in this browser; fails with `SignedOut` if nobody is.
#[server(endpoint = "reader", protocol = Call)]
pub async fn reader() -> Result<ReaderView, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let now = (services.clock)();
    let Some((account, session)) = context::signed_in(&services, &browser).await? else {
        answer.forget_reader(&services.site);
        return Err(ApiError::SignedOut);
    };
    if session.needs_touch(now) {
        services.accounts.store.touch(&session.token, now).await.map_err(account::AccountError::from)?;
    }
    let is_spared_ads = !services.site.ads_for_subscribers && {
        let subscriptions = services.quota.store.subscriptions(&account.email).await;
        let subscriptions = subscriptions.map_err(account::AccountError::from)?;
        subscriptions.iter().any(|subscription| subscription.starts_at <= now && now < subscription.ends_at)
    };
    Ok(ReaderView { email: account.email.to_string(), is_spared_ads })
}
