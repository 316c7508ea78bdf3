//! One reader's request for one article. The page that answers a POST and the server functions all ask here, so that units are spent in one
//! place, and only a decision of the domain opens a text.

use domain::access::{MeterStatus, RuleName, Units, Visitor};
use domain::account::{self, AccountError, Action, ClientContext, LimitKey, Purpose, Token, limit};
use domain::article::ArticleId;
use domain::reading::{Reading, Text, read};
use http::request::Parts;

use crate::context::{self, AsReader, ResponseHead, Services};
use crate::installed::{TO_EVERYONE, TO_READER};
use crate::islands::Asker;
use crate::metrics;

/// An article as far as one reader may read it.
pub struct OwnReading {
    /// The article and its text.
    pub reading: Reading,
    /// Kind of reader that the gate addresses.
    pub asker: Asker,
    /// Units that this reader has left; `None` where no units are granted.
    pub units: Option<Units>,
}

/// Whether the request is a prefetch (`Sec-Purpose`), which spends no unit.
pub fn is_guess(parts: &Parts) -> bool {
    let purpose = parts.headers.get("sec-purpose").and_then(|purpose| purpose.to_str().ok());
    purpose.is_some_and(|purpose| purpose.contains("prefetch"))
}

/// Reads an article as far as the asker may, and first spends a unit where `how` asks for that; `None` where there is no such article.
pub async fn own_reading(
    services: &Services,
    answer: &ResponseHead,
    browser: &ClientContext,
    id: &ArticleId,
    how: AsReader,
) -> Result<Option<OwnReading>, AccountError> {
    let visitor = visitor(services, answer, browser, id, how).await?;
    let (asker, units) = match &visitor {
        Visitor::Reader(standing) => (Asker::SignedIn, Some(standing.units)),
        Visitor::Guest(standing) => (Asker::SignedOut, Some(standing.units)),
        Visitor::Unconfirmed => (Asker::Pending, None),
        _ => (Asker::SignedOut, None),
    };
    let found = read(&*services.articles, &services.quota.policy, &visitor, id, services.now()).await?;
    Ok(found.map(|reading| {
        metrics::decided(&reading);
        note_gate(answer, &reading);
        note_text(answer, &reading);
        OwnReading { reading, asker, units: units.filter(|units| units.granted > 0) }
    }))
}

/// Puts the rule that closed the text, if any, into the response head for the program's own use.
pub fn note_gate(answer: &ResponseHead, reading: &Reading) {
    if let (Text::Teaser(..), Some(rule)) = (&reading.text, reading.decided_by()) {
        answer.gate(rule);
    }
}

/// Tells the service worker whether it may keep the answer, and for whom.
fn note_text(answer: &ResponseHead, reading: &Reading) {
    if matches!(reading.text, Text::Whole(_)) {
        let is_free = reading.decided_by() == Some(RuleName::FreeArticle);
        answer.whole_text(if is_free { TO_EVERYONE } else { TO_READER });
    }
}

/// Whether the asker may still read each of these articles whole. Spends and counts nothing.
pub async fn still_open(
    services: &Services,
    answer: &ResponseHead,
    browser: &ClientContext,
    articles: &[ArticleId],
) -> Result<Vec<bool>, AccountError> {
    let mut open = Vec::with_capacity(articles.len());
    for id in articles {
        let visitor = visitor(services, answer, browser, id, AsReader { opens: false }).await?;
        let found = read(&*services.articles, &services.quota.policy, &visitor, id, services.now()).await?;
        open.push(found.is_some_and(|reading| matches!(reading.text, Text::Whole(_))));
    }
    Ok(open)
}

/// Visitor who asks; spends a unit where `how` asks for that.
async fn visitor(
    services: &Services,
    answer: &ResponseHead,
    browser: &ClientContext,
    id: &ArticleId,
    how: AsReader,
) -> Result<Visitor, AccountError> {
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

/// Meter status of a browser without an account; `None` where the publisher grants it nothing, or its network has opened too many articles.
async fn guest(
    services: &Services,
    answer: &ResponseHead,
    browser: &ClientContext,
    id: &ArticleId,
    how: AsReader,
) -> Result<Option<MeterStatus>, AccountError> {
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
            Err(error) => return Err(error),
        }
    }
    Ok(Some(quota.guest_status(&token.hash(), id, now).await?))
}
