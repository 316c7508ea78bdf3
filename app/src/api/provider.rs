//! Coming in by way of a provider.

use leptos::prelude::*;

use super::protocol::Call;
use super::{ApiError, Next};
#[cfg(feature = "ssr")]
use {
    super::{faults::Faults, required_reader},
    crate::context::{self, ResponseHead},
    domain::account::{self, ReturnTo},
};

/// Leads to the provider's own page; with `link`, to link it to the account of the reader who has proved who they are.
#[server(endpoint = "by_provider", protocol = Call)]
pub async fn by_provider(
    #[server(default)] provider: String,
    #[server(default)] return_to: String,
    #[server(default)] link: String,
    #[server(default)] current_password: String,
) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let (return_to, desk, now) = (ReturnTo::parse(&return_to), &services.accounts, (services.clock)());
    let links = (link == "1").then_some(current_password.as_str());
    if links.is_some() {
        let (_, account) = required_reader().await?;
        Faults::default().current_password(&account, &current_password).none()?;
    }
    let (address, token) = account::begin_login(desk, &browser, &provider, return_to, links, now).await?;
    answer.keep_oidc_login(&services.site, &token);
    Ok(Next::to(address))
}

/// Gives up a provider.
#[server(endpoint = "unlink", protocol = Call)]
pub async fn unlink(
    #[server(default)] issuer: String,
    #[server(default)] current_password: String,
) -> Result<Next, ApiError> {
    let ((services, account), browser) = (required_reader().await?, context::browser());
    Faults::default().current_password(&account, &current_password).none()?;
    account::unlink(&services.accounts, &browser, &issuer, &current_password, (services.clock)()).await?;
    Ok(Next::to("/akun"))
}
