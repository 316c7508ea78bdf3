//! Giving an article, and taking it back.

use leptos::prelude::*;

use super::protocol::Call;
use super::{ApiError, Next};
#[cfg(feature = "ssr")]
use {
    crate::{context, routes::GIFT},
    domain::{account::AccountError, article::ArticleId, gift::Given},
};

/// Makes a link that opens an article, and leads to where it can be copied.
#[server(endpoint = "give_article", protocol = Call)]
pub async fn give_article(#[server(default)] article: String) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    let (giver, _) = context::signed_in(&services, &browser).await?.ok_or(ApiError::SignedOut)?;
    let id = ArticleId::parse(&article).map_err(|_| ApiError::NotYours)?;
    let (gifts, rng, now) = (&services.gifts, &*services.accounts.rng, (services.clock)());
    match gifts.give(&*services.articles, &giver, &id, rng, now).await.map_err(AccountError::from)? {
        Given::Link(token) => Ok(Next::to(format!("{GIFT}?token={}", token.reveal()))),
        Given::NotYours => Err(ApiError::NotYours),
        Given::UsedUp => Err(ApiError::GiftsUsedUp),
    }
}

/// Takes a gift back.
#[server(endpoint = "revoke_gift", protocol = Call)]
pub async fn revoke_gift(#[server(default)] gift: String) -> Result<Next, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    let (giver, _) = context::signed_in(&services, &browser).await?.ok_or(ApiError::SignedOut)?;
    services.gifts.store.revoke_gift(&giver.id, &gift).await.map_err(AccountError::from)?;
    Ok(Next::to("/akun"))
}
