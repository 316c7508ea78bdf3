//! What readers do with their own accounts.

use leptos::prelude::*;

use super::join::proof;
use super::{ApiError, Next, news};
use crate::context::{self, Answer};
use domain::account::{self, Denied, Purpose, SessionId};

/// Changes the password.
#[server(endpoint = "change_password")]
pub async fn change_password(
    #[server(default)] current_password: String,
    #[server(default)] password: String,
) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    account::change_password(&services.desk, &browser, &current_password, &password, (services.clock)())
        .await?;
    Ok(told(news::PASSWORD))
}

/// Asks for the account to go to another address.
#[server(endpoint = "change_email")]
pub async fn change_email(
    #[server(default)] email: String,
    #[server(default)] current_password: String,
) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), Answer::here());
    let token =
        account::change_email(&services.desk, &browser, &current_password, &email, (services.clock)())
            .await?;
    answer.keep_confirmation(&services.site, &token);
    Ok(told(news::EMAIL_ASKED))
}

/// Answers either mail of that change.
#[server(endpoint = "confirm_email")]
pub async fn confirm_email(
    #[server(default)] token: String,
    #[server(default)] code: String,
) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    let answered =
        account::confirm_email(&services.desk, &browser, &proof(token, code)?, (services.clock)()).await?;
    Ok(told(if answered == Purpose::LeaveEmail { news::EMAIL_LEFT } else { news::EMAIL_CHANGED }))
}

/// Ends one session by its name, or all others.
#[server(endpoint = "end_session")]
pub async fn end_session(#[server(default)] session: String) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    let one = (!session.is_empty()).then(|| SessionId::from_text(&session));
    account::end_session(&services.desk, &browser, one.as_ref(), (services.clock)()).await?;
    Ok(Next::to("/akun"))
}

/// Switches the use of reading data; a box that is not ticked is not sent.
#[server(endpoint = "use_history")]
pub async fn use_history(#[server(default)] uses: String) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    let (account, _) = context::signed_in(&services, &browser).await?.ok_or(ApiError::SignedOut)?;
    services.desk.store.use_history(&account.id, uses == "1").await.map_err(Denied::from)?;
    if uses != "1" {
        // Who wants none of it wants none of it kept.
        services.history.forget_history(&account.id).await.map_err(Denied::from)?;
    }
    Ok(Next::to("/akun"))
}

/// Removes the account.
#[server(endpoint = "delete_account")]
pub async fn delete_account(#[server(default)] current_password: String) -> Result<Next, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), Answer::here());
    account::close(&services.desk, &browser, &current_password, (services.clock)()).await?;
    answer.forget_reader(&services.site);
    Ok(Next::to(format!("/masuk?kabar={}", news::DELETED)))
}

fn told(what: &str) -> Next {
    Next::to(format!("/akun?kabar={what}"))
}
