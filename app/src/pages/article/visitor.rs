//! Who asks for an article by POST, as the books know them.

use domain::access::{MeterStatus, Visitor};
use domain::account::{self, AccountError, Action, ClientContext, LimitKey, Purpose, Token, limit};
use domain::article::ArticleId;

use crate::context::{self, AsReader, ResponseHead, Services};
use crate::pages::PageError;

/// The asker; spends a unit where that is asked for.
pub(super) async fn visitor(
    services: &Services,
    answer: &ResponseHead,
    browser: &ClientContext,
    id: &ArticleId,
    how: AsReader,
) -> Result<Visitor, PageError> {
    let now = (services.clock)();
    if let Some((reader, session)) = context::signed_in(services, browser).await? {
        if session.needs_touch(now) {
            services.accounts.store.touch(&session.token, now).await?;
        }
        if how.opens {
            services.quota.open(&*services.articles, &reader, id, now).await?;
        }
        return Ok(Visitor::Reader(services.quota.status(&reader, Some(id), now).await?));
    }
    if let Some(standing) = guest(services, answer, browser, id, how).await?
        && (standing.has_opened || standing.units.left > 0)
    {
        return Ok(Visitor::Guest(standing));
    }
    let waiting = account::waiting(&services.accounts, browser, now).await?;
    let joins = waiting.is_some_and(|wish| wish.purpose == Purpose::Register);
    Ok(if joins { Visitor::Unconfirmed } else { Visitor::Anyone })
}

/// Where a browser without an account stands; `None` where the publisher grants nothing to such.
async fn guest(
    services: &Services,
    answer: &ResponseHead,
    browser: &ClientContext,
    id: &ArticleId,
    how: AsReader,
) -> Result<Option<MeterStatus>, PageError> {
    let (quota, now) = (&services.quota, (services.clock)());
    if quota.policy.anonymous_articles == 0 {
        return Ok(None);
    }
    let token = browser.guest.clone().unwrap_or_else(|| Token::random(&*services.accounts.rng));
    if how.opens {
        // A cookie is deleted in no time, a network is not left so fast.
        let network = [(LimitKey::Network, browser.network.as_deref())];
        match limit(&*services.accounts.store, Action::Open, &network, now).await {
            Ok(()) => {
                quota.open_as_guest(&*services.articles, &token.hash(), id, now).await?;
                answer.keep_guest(&services.site, &token);
            }
            Err(AccountError::TooMany { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(Some(quota.guest_status(&token.hash(), id, now).await?))
}
