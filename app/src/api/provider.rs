//! Coming in by way of a provider.

use leptos::prelude::*;

use super::{ApiError, Next};
use crate::context::{self, Answer};
use domain::account::{self, ReturnTo};

/// Leads to the provider's own page; with `link`, to link it to the account of the reader who is signed in.
#[server(endpoint = "by_provider")]
pub async fn by_provider(
    #[server(default)] provider: String,
    #[server(default)] return_to: String,
    #[server(default)] link: String,
) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), Answer::here());
    let (return_to, links) = (ReturnTo::parse(&return_to), link == "1");
    let set_out =
        account::set_out(&services.desk, &browser, &provider, return_to, links, (services.clock)()).await;
    let (address, token) = set_out?;
    answer.keep_detour(&services.site, &token);
    Ok(Next::to(address))
}

/// Gives up a provider.
#[server(endpoint = "unlink")]
pub async fn unlink(#[server(default)] issuer: String) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    account::unlink(&services.desk, &browser, &issuer, (services.clock)()).await?;
    Ok(Next::to("/akun"))
}
