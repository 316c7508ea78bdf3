//! A new password for who has forgotten the old one.

use leptos::prelude::*;

use super::join::proof;
use super::{ApiError, Next, news};
use crate::context::{self, Answer};
use domain::account;

/// Asks for a mail with a link to choose a new password.
#[server(endpoint = "request_reset")]
pub async fn request_reset(#[server(default)] email: String) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), Answer::here());
    let token = account::request_reset(&services.desk, &browser, &email, (services.clock)()).await?;
    answer.keep_confirmation(&services.site, &token);
    Ok(Next::to(format!("/sandi/lupa?kabar={}", news::SENT)))
}

/// Keeps the new password.
#[server(endpoint = "reset_password")]
pub async fn reset_password(
    #[server(default)] token: String,
    #[server(default)] code: String,
    #[server(default)] password: String,
) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), Answer::here());
    account::reset_password(&services.desk, &browser, &proof(token, code)?, &password, (services.clock)())
        .await?;
    answer.forget_reader(&services.site);
    Ok(Next::to(format!("/masuk?kabar={}", news::PASSWORD)))
}
