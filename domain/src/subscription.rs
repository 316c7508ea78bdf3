//! Subscriptions: who has paid for what, until when. Who takes the money is not our business.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::account::EmailAddress;
use crate::article::{Article, Edition};
use crate::newsroom::StoreError;

/// What is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plan {
    /// Everything.
    All,
    /// The newspaper.
    Koran,
    /// The magazine.
    Majalah,
    /// Everything, for a day.
    Day,
}

impl Plan {
    /// All plans.
    pub const ALL: [Self; 4] = [Self::All, Self::Koran, Self::Majalah, Self::Day];

    /// As kept in the store and named by payment providers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Koran => "koran",
            Self::Majalah => "majalah",
            Self::Day => "day",
        }
    }

    /// The plan of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|plan| plan.as_str() == name)
    }

    /// Whether it opens this article; a cover story of the web news is open to every subscriber.
    pub fn covers(self, article: &Article) -> bool {
        match self {
            Self::All | Self::Day => true,
            Self::Koran => article.edition != Edition::Majalah,
            Self::Majalah => article.edition != Edition::Koran,
        }
    }
}

/// One subscription. It is kept by address: somebody may pay before they register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Names it to who takes the money; news of it bears the same.
    pub reference: String,
    /// Whose it is.
    pub email: EmailAddress,
    /// What is paid for.
    pub plan: Plan,
    /// From then.
    pub starts_at: DateTime<Utc>,
    /// Until then, and not at that instant.
    pub ends_at: DateTime<Utc>,
    /// When this was so; older news of the same subscription does not count.
    pub changed_at: DateTime<Utc>,
}

/// Where subscriptions are kept.
#[async_trait]
pub trait SubscriptionStore: Send + Sync {
    /// Keeps a subscription, or what has become of it; false where something newer is known.
    async fn subscribe(&self, subscription: &Subscription) -> Result<bool, StoreError>;
    /// All of an address, the last to end first.
    async fn subscriptions(&self, email: &EmailAddress) -> Result<Vec<Subscription>, StoreError>;
}
