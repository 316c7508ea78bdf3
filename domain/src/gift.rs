//! Gift links: a subscriber lets others read an article.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use crate::access::{Access, Period, Policy, RuleName, Visit, Visitor, decide};
use crate::account::{Account, AccountId, Rng, SessionId, Token, TokenHash};
use crate::article::ArticleId;
use crate::newsroom::{ArticleStore, StoreError};
use crate::quota::Quota;

/// A link that opens one article to whoever holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gift {
    /// For lists and forms; tells nothing of the token.
    pub id: String,
    /// Hash of the token in the link.
    pub token: TokenHash,
    /// Account of the subscriber who gave it.
    pub giver: AccountId,
    /// Article that it opens.
    pub article: ArticleId,
    /// Time of creation.
    pub made_at: DateTime<Utc>,
    /// It works until then.
    pub expires_at: DateTime<Utc>,
    /// Whether the giver has taken it back.
    pub is_revoked: bool,
    /// Number of times that the article was opened with it.
    pub readings: u32,
}

impl Gift {
    /// Whether it opens its article.
    pub fn is_live(&self, now: DateTime<Utc>) -> bool {
        !self.is_revoked && now < self.expires_at
    }
}

/// Outcome of giving an article.
#[derive(Debug)]
pub enum Given {
    /// The token of the link. It is told this once.
    Link(Token),
    /// Only who has subscribed to an article may give it; free ones need no gift.
    NotYours,
    /// All gifts of the month are given.
    UsedUp,
}

/// Storage of gifts.
#[async_trait]
pub trait GiftStore: Send + Sync {
    /// Keeps a gift if fewer than `most` were made by its giver in the period, in one transaction; false otherwise.
    async fn give(&self, gift: &Gift, period: &str, most: u32) -> Result<bool, StoreError>;
    /// The gift of a token, live or not.
    async fn gift(&self, token: &TokenHash) -> Result<Option<Gift>, StoreError>;
    /// All of a giver, the newest first.
    async fn gifts(&self, giver: &AccountId) -> Result<Vec<Gift>, StoreError>;
    /// Takes one back; does nothing where there is none.
    async fn revoke_gift(&self, giver: &AccountId, id: &str) -> Result<(), StoreError>;
    /// Counts a reading.
    async fn count_gift(&self, token: &TokenHash) -> Result<(), StoreError>;
}

/// Gift links: their storage, and the meter that knows who has subscribed.
#[derive(Clone)]
pub struct Gifts {
    /// Storage of gifts.
    pub store: Arc<dyn GiftStore>,
    /// The meter.
    pub quota: Quota,
}

impl Gifts {
    /// Makes a link that opens an article to whoever holds it, for a subscriber.
    pub async fn give(
        &self,
        articles: &dyn ArticleStore,
        giver: &Account,
        id: &ArticleId,
        rng: &dyn Rng,
        now: DateTime<Utc>,
    ) -> Result<Given, StoreError> {
        let Some((article, _)) = articles.find(id).await? else { return Ok(Given::NotYours) };
        let visitor = Visitor::Reader(self.quota.status(giver, Some(id), now).await?);
        let decision = decide(Visit { visitor: &visitor, article: &article, policy: &self.quota.policy });
        let rule = decision.trace.last().map(|asked| asked.rule);
        if !matches!(decision.access, Access::Whole(_)) || rule != Some(RuleName::Subscription) {
            return Ok(Given::NotYours);
        }
        let token = Token::random(rng);
        let gift = Gift {
            id: SessionId::random(rng).as_str().to_owned(),
            token: token.hash(),
            giver: giver.id.clone(),
            article: id.clone(),
            made_at: now,
            expires_at: now + TimeDelta::days(self.quota.policy.gift_days.into()),
            is_revoked: false,
            readings: 0,
        };
        let period = month(&self.quota.policy, now);
        let is_given = self.store.give(&gift, &period, self.quota.policy.gift_articles).await?;
        Ok(if is_given { Given::Link(token) } else { Given::UsedUp })
    }

    /// The gift of a token, if it opens its article now.
    pub async fn live_gift(&self, token: &Token, now: DateTime<Utc>) -> Result<Option<Gift>, StoreError> {
        Ok(self.store.gift(&token.hash()).await?.filter(|gift| gift.is_live(now)))
    }
}

/// Gifts are counted by month, whatever the period of units.
fn month(policy: &Policy, now: DateTime<Utc>) -> String {
    Period::Month.at(now, policy.time_zone).key
}
