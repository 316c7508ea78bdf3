//! Server functions by which readers manage their own accounts.

use leptos::prelude::*;

use super::protocol::Call;
use super::{ApiError, Next};
#[cfg(feature = "ssr")]
use {
    super::{faults::Faults, flash, join::proof, required_reader},
    crate::context::{self, ResponseHead},
    domain::account::{self, AccountError, Departure, EmailStep, SessionId, Token},
};

/// Replaces the password and ends every session; this browser gets a new one.
#[server(endpoint = "change_password", protocol = Call)]
pub async fn change_password(
    #[server(default)] current_password: String,
    #[server(default)] password: String,
) -> Result<Next, ApiError> {
    let ((services, account), browser, answer) =
        (required_reader().await?, context::browser(), ResponseHead::here());
    let (desk, now) = (&services.accounts, (services.clock)());
    Faults::default()
        .current_password(&account, &current_password)
        .new_password(desk, &password, account.email.as_str())
        .none()?;
    let signed_in = account::change_password(desk, &browser, &current_password, &password, now).await?;
    answer.keep_reader(&services.site, &signed_in);
    Ok(told(flash::PASSWORD))
}

/// Requests a change of the email address. The old and the new address both have to confirm it.
#[server(endpoint = "change_email", protocol = Call)]
pub async fn change_email(
    #[server(default)] email: String,
    #[server(default)] current_password: String,
) -> Result<Next, ApiError> {
    let ((services, account), browser, answer) =
        (required_reader().await?, context::browser(), ResponseHead::here());
    Faults::default().email(&email).current_password(&account, &current_password).none()?;
    let token =
        account::change_email(&services.accounts, &browser, &current_password, &email, (services.clock)())
            .await?;
    answer.keep_confirmation(&services.site, &token);
    Ok(told(flash::EMAIL_ASKED))
}

/// Confirms a change of the address, by the token or the code of one of its two emails.
#[server(endpoint = "confirm_email", protocol = Call)]
pub async fn confirm_email(
    #[server(default)] token: String,
    #[server(default)] code: String,
) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let proof = proof(token, code)?;
    match account::confirm_email(&services.accounts, &browser, &proof, (services.clock)()).await? {
        EmailStep::Left => Ok(told(flash::EMAIL_LEFT)),
        EmailStep::Taken(signed_in) => {
            answer.keep_reader(&services.site, &signed_in);
            Ok(told(flash::EMAIL_CHANGED))
        }
    }
}

/// Ends every session and leads to the form for a new password. The link is in emails that report a change, for owners who did not make it.
#[server(endpoint = "secure_account", protocol = Call)]
pub async fn secure_account(#[server(default)] token: String) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let link = Token::parse(&token).ok_or(ApiError::LinkUnknown)?;
    let reset = account::secure_account(&services.accounts, &browser, link, (services.clock)()).await?;
    answer.forget_reader(&services.site);
    Ok(Next::to(format!("/sandi/atur?token={}", reset.reveal())))
}

/// Ends the session with this identifier; without one, all sessions except this browser's.
#[server(endpoint = "end_session", protocol = Call)]
pub async fn end_session(#[server(default)] session: String) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    let one = (!session.is_empty()).then(|| SessionId::from_text(&session));
    account::end_session(&services.accounts, &browser, one.as_ref(), (services.clock)()).await?;
    Ok(Next::to("/akun"))
}

/// Switches the reading history on or off. Browsers do not send a checkbox that is not ticked, so an empty value means off.
#[server(endpoint = "use_history", protocol = Call)]
pub async fn use_history(#[server(default)] uses: String) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    let (account, _) = context::signed_in(&services, &browser).await?.ok_or(ApiError::SignedOut)?;
    services.accounts.store.use_history(&account.id, uses == "1").await.map_err(AccountError::from)?;
    if uses != "1" {
        // Switching the history off also deletes it.
        services.history.forget_history(&account.id).await.map_err(AccountError::from)?;
    }
    Ok(Next::to("/akun"))
}

/// Deletes the account and signs out.
#[server(endpoint = "delete_account", protocol = Call)]
pub async fn delete_account(#[server(default)] current_password: String) -> Result<Next, ApiError> {
    let ((services, account), browser, answer) =
        (required_reader().await?, context::browser(), ResponseHead::here());
    Faults::default().current_password(&account, &current_password).none()?;
    let now = (services.clock)();
    let departure = Departure::in_period(services.quota.span(now), now);
    account::close(&services.accounts, &browser, &current_password, &departure, now).await?;
    answer.forget_reader(&services.site);
    Ok(Next::to(format!("/masuk?kabar={}", flash::DELETED)))
}

#[cfg(feature = "ssr")]
fn told(what: &str) -> Next {
    Next::to(format!("/akun?kabar={what}"))
}
