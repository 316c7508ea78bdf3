//! Joining.

use leptos::prelude::*;

use super::protocol::Call;
use super::{ApiError, Next};
#[cfg(feature = "ssr")]
use {
    super::{FormField, faults::Faults, flash},
    crate::{
        address::CONFIRMED,
        context::{self, ResponseHead},
        metrics,
    },
    domain::account::{self, EmailProof, ReturnTo, Token},
};

/// Asks for an account, and leads to where its confirmation is awaited.
#[server(endpoint = "register", protocol = Call)]
pub async fn register(
    #[server(default)] email: String,
    #[server(default)] password: String,
    #[server(default)] return_to: String,
) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let return_to = ReturnTo::parse(&return_to);
    let (desk, now) = (&services.accounts, (services.clock)());
    Faults::default().email(&email).new_password(desk, &password, &email).none()?;
    let token = account::register(desk, &browser, &email, &password, return_to.clone(), now).await?;
    metrics::registered(&return_to);
    answer.keep_registration(&services.site, &token);
    Ok(Next::to("/konfirmasi"))
}

/// Has the mail sent again: this browser's, or the one whose old link is in hand.
#[server(endpoint = "resend", protocol = Call)]
pub async fn resend(#[server(default)] token: String) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    account::resend(&services.accounts, &browser, Token::parse(&token).as_ref(), (services.clock)()).await?;
    Ok(Next::to(format!("/konfirmasi?kabar={}", flash::SENT)))
}

/// Has the mail sent again to whoever waits for it in another browser.
#[server(endpoint = "send_confirmation", protocol = Call)]
pub async fn send_confirmation(#[server(default)] email: String) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    account::send_confirmation(&services.accounts, &browser, &email, (services.clock)()).await?;
    Ok(Next::to(format!("/konfirmasi?kabar={}", flash::CONFIRMATION)))
}

/// Sends the mail to another address.
#[server(endpoint = "change_address", protocol = Call)]
pub async fn change_address(#[server(default)] email: String) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    Faults::default().email(&email).none()?;
    account::change_address(&services.accounts, &browser, &email, (services.clock)()).await?;
    Ok(Next::to(format!("/konfirmasi?kabar={}", flash::SENT)))
}

/// Confirms the address by the link's token or the code, makes the account and signs in.
#[server(endpoint = "confirm", protocol = Call)]
pub async fn confirm(
    #[server(default)] token: String,
    #[server(default)] code: String,
    #[server(default)] password: String,
) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let password = Some(password.as_str()).filter(|password| !password.is_empty());
    let proof = proof(token, code)?;
    let signed_in =
        account::confirm(&services.accounts, &browser, &proof, password, (services.clock)()).await?;
    metrics::confirmed(&signed_in.return_to);
    answer.keep_reader(&services.site, &signed_in);
    // The page for everyone has a place that says so.
    Ok(Next::to(format!("{}#{CONFIRMED}", signed_in.return_to.as_str())))
}

/// A link's token goes before a code.
#[cfg(feature = "ssr")]
pub(super) fn proof(token: String, code: String) -> Result<EmailProof, ApiError> {
    if token.is_empty() {
        Faults::default().filled(FormField::Code, &code).none()?;
        Ok(EmailProof::Code(code))
    } else {
        Token::parse(&token).map(EmailProof::Link).ok_or(ApiError::LinkUnknown)
    }
}
