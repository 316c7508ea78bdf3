//! One file a page.

mod about;
pub mod account;
mod archive;
mod article;
mod corrections;
mod edition;
mod error;
mod for_you;
mod front;
mod gift;
mod list;
mod offline;
mod person;
mod saved;
mod search;
mod topic;

use std::future::Future;

use domain::account::AccountError;
use domain::newsroom::StoreError;
use leptos::prelude::*;

pub use about::AboutPage;
pub use archive::ArchivePage;
pub(crate) use article::piece;
pub use article::{ArticlePage, LitePage};
pub use corrections::CorrectionsPage;
pub use edition::{KoranIssuePage, KoranPage, MajalahIssuePage, MajalahPage};
pub use error::ErrorPage;
pub use for_you::ForYouPage;
pub use front::FrontPage;
pub use gift::GiftPage;
pub use list::SectionPage;
pub use offline::OfflinePage;
pub use person::PersonPage;
pub use saved::SavedPage;
pub use search::SearchPage;
pub use topic::TopicPage;

use crate::context::{self, ResponseHead, Services};

/// Why there is no page.
#[derive(Debug)]
pub(crate) enum PageError {
    /// No such thing, or none yet.
    NotFound,
    /// A part of the address is no id, slug or cursor.
    BadAddress,
    /// The page has another address.
    Moved(String),
    /// A gift that opens nothing any more.
    GiftGone,
    /// Only readers who are signed in have this page; the rest is shown the way in.
    SignedOut,
    /// The store does not answer; logged where it was met. The same address may work soon.
    Unavailable,
    /// The store failed; logged where it was met.
    Failed,
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        match error {
            StoreError::Unavailable(_) => Self::Unavailable,
            StoreError::Refused(_) | StoreError::Damaged(_) => Self::Failed,
        }
    }
}

impl From<AccountError> for PageError {
    fn from(denied: AccountError) -> Self {
        match denied {
            AccountError::Store(error) => error.into(),
            denied => {
                tracing::error!(%denied, "a page was refused");
                Self::Failed
            }
        }
    }
}

/// A page that is made of what the store says, or the page that tells why there is none.
fn page<View, Made>(make: impl FnOnce(Services) -> Made) -> impl IntoView
where
    View: IntoView + 'static,
    Made: Future<Output = Result<View, PageError>> + Send + 'static,
{
    let services = context::services();
    let answer = ResponseHead::here();
    let future = make(services.clone());
    Suspend::new(async move {
        match future.await {
            Ok(view) => view.into_any(),
            Err(error) => error::explain(&services, &answer, error).await.into_any(),
        }
    })
}
