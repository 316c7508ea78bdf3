//! Following a topic or a person, and no longer following it.

use leptos::prelude::*;

use super::protocol::Call;
use super::{ApiError, Next};
#[cfg(feature = "ssr")]
use {
    super::required_reader,
    crate::context,
    crate::routes::{FOR_YOU, subject_path},
    domain::account::AccountError,
    domain::follow::Subject,
};

/// Follows a topic or a person; one that is unknown is not followed. Who is not signed in is led to that first, and back.
#[server(endpoint = "follow", protocol = Call)]
pub async fn follow(
    #[server(default)] kind: String,
    #[server(default)] slug: String,
) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    let Some(subject) = Subject::parse(&kind, &slug) else { return Ok(Next::to(FOR_YOU)) };
    let Some((reader, _)) = context::signed_in(&services, &browser).await? else {
        return Ok(Next::to(format!("/masuk?return_to={}", subject_path(&subject))));
    };
    if services.articles.list_name(&subject.list()).await.map_err(AccountError::from)?.is_some() {
        let now = (services.clock)();
        services.follows.follow(&reader.id, &subject, now).await.map_err(AccountError::from)?;
    }
    Ok(Next::to(FOR_YOU))
}

/// Follows it no longer.
#[server(endpoint = "unfollow", protocol = Call)]
pub async fn unfollow(
    #[server(default)] kind: String,
    #[server(default)] slug: String,
) -> Result<Next, ApiError> {
    let (services, reader) = required_reader().await?;
    if let Some(subject) = Subject::parse(&kind, &slug) {
        services.follows.unfollow(&reader.id, &subject).await.map_err(AccountError::from)?;
    }
    Ok(Next::to(FOR_YOU))
}
