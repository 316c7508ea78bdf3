//! Passkeys. Their questions and answers are JSON of the WebAuthn API, passed on as it is.

use leptos::prelude::*;

use super::protocol::Call;
use super::{ApiError, Next};
#[cfg(feature = "ssr")]
use {
    super::{faults::Faults, required_reader},
    crate::context::{self, ResponseHead},
    domain::account::{self, ReturnTo},
};

/// Asks the device of a reader who has proved who they are for a new key.
#[server(endpoint = "begin_passkey", protocol = Call)]
pub async fn begin_passkey(#[server(default)] current_password: String) -> Result<String, ApiError> {
    let ((services, account), browser, answer) =
        (required_reader().await?, context::browser(), ResponseHead::here());
    Faults::default().current_password(&account, &current_password).none()?;
    let (desk, now) = (&services.accounts, (services.clock)());
    let (options, token) = account::begin_passkey(desk, &browser, &current_password, now).await?;
    answer.keep_challenge(&services.site, &token);
    Ok(options)
}

/// Keeps the new key.
#[server(endpoint = "finish_passkey", protocol = Call)]
pub async fn finish_passkey(#[server(default)] answer: String) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    account::finish_passkey(&services.accounts, &browser, &answer, (services.clock)()).await?;
    Ok(Next::to("/akun"))
}

/// Asks whoever sits there to sign with a key.
#[server(endpoint = "begin_signature", protocol = Call)]
pub async fn begin_signature() -> Result<String, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let (options, token) = account::begin_signature(&services.accounts, &browser, (services.clock)()).await?;
    answer.keep_challenge(&services.site, &token);
    Ok(options)
}

/// Signs in by the signature.
#[server(endpoint = "finish_signature", protocol = Call)]
pub async fn finish_signature(
    #[server(default)] answer: String,
    #[server(default)] return_to: String,
) -> Result<Next, ApiError> {
    let (services, browser, here) = (context::services(), context::browser(), ResponseHead::here());
    let return_to = ReturnTo::parse(&return_to);
    let signed_in =
        account::finish_signature(&services.accounts, &browser, &answer, return_to, (services.clock)())
            .await?;
    here.keep_reader(&services.site, &signed_in);
    Ok(Next::to(signed_in.return_to.as_str()))
}

/// Gives up a key.
#[server(endpoint = "remove_passkey", protocol = Call)]
pub async fn remove_passkey(
    #[server(default)] passkey: String,
    #[server(default)] current_password: String,
) -> Result<Next, ApiError> {
    let ((services, account), browser) = (required_reader().await?, context::browser());
    Faults::default().current_password(&account, &current_password).none()?;
    let (desk, now) = (&services.accounts, (services.clock)());
    account::remove_passkey(desk, &browser, &passkey, &current_password, now).await?;
    Ok(Next::to("/akun"))
}
