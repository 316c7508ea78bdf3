//! A new password for who has forgotten the old one.

use leptos::prelude::*;

use super::protocol::Call;
use super::{ApiError, Next};
#[cfg(feature = "ssr")]
use {
    super::{FormField, faults::Faults, flash, join::proof},
    crate::context::{self, ResponseHead},
    domain::account::{self, SignInMethod},
};

/// Asks for a mail with a link to choose a new password.
#[server(endpoint = "request_reset", protocol = Call)]
pub async fn request_reset(#[server(default)] email: String) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    Faults::default().email(&email).none()?;
    let token = account::request_reset(&services.accounts, &browser, &email, (services.clock)()).await?;
    answer.keep_confirmation(&services.site, &token);
    Ok(Next::to(format!("/sandi/lupa?kabar={}", flash::SENT)))
}

/// Keeps the new password, and of the other ways in those that were ticked.
#[server(endpoint = "reset_password", protocol = Call)]
pub async fn reset_password(
    #[server(default)] token: String,
    #[server(default)] code: String,
    #[server(default)] password: String,
    #[server(default)] keep: Vec<String>,
) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let (desk, now) = (&services.accounts, (services.clock)());
    let proof = proof(token, code)?;
    Faults::default().filled(FormField::Password, &password).none()?;
    let keep: Vec<_> = keep.iter().filter_map(|text| SignInMethod::parse(text)).collect();
    account::reset_password(desk, &browser, &proof, &password, &keep, now).await?;
    answer.forget_reader(&services.site);
    Ok(Next::to(format!("/masuk?kabar={}", flash::PASSWORD)))
}
