//! All that is kept of a reader, for the reader.

use chrono::{DateTime, Utc};
use domain::account::{AccountError, EmailDelivery, Passkey, Session};
use domain::follow::Followed;
use domain::gift::Gift;
use domain::history::ReadArticle;
use domain::quota::Receipt;
use domain::saved::Saved;
use domain::subscription::Subscription;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

use super::ApiError;
use super::codec::Fields;
use crate::context::{self, ResponseHead};

/// More emails than anyone is sent in the month for which they are kept.
const EMAILS: u32 = 1000;

/// Instants are RFC 3339, UTC. Secrets are not among it: only their hashes are kept, and they tell nothing.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReaderData {
    account: AccountData,
    sessions: Vec<SessionData>,
    emails: Vec<EmailData>,
    passkeys: Vec<PasskeyData>,
    /// Issuers of OpenID Connect.
    providers: Vec<String>,
    opened_articles: Vec<ReceiptData>,
    subscriptions: Vec<SubscriptionData>,
    gifts: Vec<GiftData>,
    saved_articles: Vec<SavedData>,
    followed: Vec<FollowedData>,
    history: Vec<ReadData>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct AccountData {
    email: String,
    language: String,
    created_at: DateTime<Utc>,
    has_password: bool,
    uses_history: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct SessionData {
    device: String,
    started_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct EmailData {
    kind: String,
    written_at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct PasskeyData {
    device: String,
    made_at: DateTime<Utc>,
    used_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct ReceiptData {
    article: String,
    opened_at: DateTime<Utc>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct SubscriptionData {
    reference: String,
    plan: String,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct GiftData {
    article: String,
    made_at: DateTime<Utc>,
    readings: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct SavedData {
    article: String,
    saved_at: DateTime<Utc>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct FollowedData {
    kind: String,
    name: String,
    followed_at: DateTime<Utc>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct ReadData {
    article: String,
    read_at: DateTime<Utc>,
}

impl From<ReadArticle> for ReadData {
    fn from(read: ReadArticle) -> Self {
        Self { article: read.article.to_string(), read_at: read.read_at }
    }
}

impl From<Followed> for FollowedData {
    fn from(followed: Followed) -> Self {
        let kind = followed.subject.kind().to_owned();
        Self { kind, name: followed.name, followed_at: followed.followed_at }
    }
}

impl From<Saved> for SavedData {
    fn from(saved: Saved) -> Self {
        Self { article: saved.article.to_string(), saved_at: saved.saved_at }
    }
}

impl From<Gift> for GiftData {
    fn from(gift: Gift) -> Self {
        Self { article: gift.article.to_string(), made_at: gift.made_at, readings: gift.readings }
    }
}

impl From<Passkey> for PasskeyData {
    fn from(passkey: Passkey) -> Self {
        Self { device: passkey.device, made_at: passkey.made_at, used_at: passkey.used_at }
    }
}

impl From<Receipt> for ReceiptData {
    fn from(receipt: Receipt) -> Self {
        Self { article: receipt.article.to_string(), opened_at: receipt.opened_at }
    }
}

impl From<Subscription> for SubscriptionData {
    fn from(subscription: Subscription) -> Self {
        let plan = subscription.plan.as_str().to_owned();
        let Subscription { reference, starts_at, ends_at, .. } = subscription;
        Self { reference, plan, starts_at, ends_at }
    }
}

impl From<Session> for SessionData {
    fn from(session: Session) -> Self {
        Self { device: session.device, started_at: session.started_at, seen_at: session.seen_at }
    }
}

impl From<EmailDelivery> for EmailData {
    fn from(log: EmailDelivery) -> Self {
        let kind = log.email.email.kind.as_str().to_owned();
        Self { kind, written_at: log.email.written_at, sent_at: log.sent_at }
    }
}

/// Gives a reader all that is kept of the account.
#[server(endpoint = "download", input = Fields, output = Json)]
pub async fn download() -> Result<ReaderData, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let (account, _) = context::signed_in(&services, &browser).await?.ok_or(ApiError::SignedOut)?;
    let store = &services.accounts.store;
    let sessions = store.sessions(&account.id).await.map_err(AccountError::from)?;
    let emails = store.emails(&account.email, EMAILS).await.map_err(AccountError::from)?;
    let passkeys = store.passkeys(&account.id).await.map_err(AccountError::from)?;
    let providers = store.identities(&account.id).await.map_err(AccountError::from)?;
    let quota = &services.quota.store;
    let receipts = quota.receipts(&account.id).await.map_err(AccountError::from)?;
    let subscriptions = quota.subscriptions(&account.email).await.map_err(AccountError::from)?;
    let gifts = services.gifts.store.gifts(&account.id).await.map_err(AccountError::from)?;
    let saved = services.saved.saved_articles(&account.id).await.map_err(AccountError::from)?;
    let followed = services.follows.followed(&account.id).await.map_err(AccountError::from)?;
    let history = services.history.history(&account.id).await.map_err(AccountError::from)?;
    answer.attachment("attachment; filename=\"data.json\"");
    Ok(ReaderData {
        account: AccountData {
            email: account.email.to_string(),
            language: account.language.as_str().to_owned(),
            created_at: account.created_at,
            has_password: account.password.is_some(),
            uses_history: account.uses_history,
        },
        sessions: sessions.into_iter().map(SessionData::from).collect(),
        emails: emails.into_iter().map(EmailData::from).collect(),
        passkeys: passkeys.into_iter().map(PasskeyData::from).collect(),
        providers: providers.into_iter().map(|identity| identity.issuer).collect(),
        opened_articles: receipts.into_iter().map(ReceiptData::from).collect(),
        subscriptions: subscriptions.into_iter().map(SubscriptionData::from).collect(),
        gifts: gifts.into_iter().map(GiftData::from).collect(),
        saved_articles: saved.into_iter().map(SavedData::from).collect(),
        followed: followed.into_iter().map(FollowedData::from).collect(),
        history: history.into_iter().map(ReadData::from).collect(),
    })
}
