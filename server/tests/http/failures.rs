//! What readers get when the store fails or the program has a fault.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::article::{Article, ArticleId, Card};
use domain::body::LockedBody;
use domain::correction::Correction;
use domain::label::Section;
use domain::list::{Cursor, List};
use domain::newsroom::{ArticleStore, StoreError};
use http::StatusCode;

use crate::paper::newsroom;
use crate::site::TestSite;

const SECRET: &str = "password=rahasia";

/// A store that fails, or is broken itself.
struct Broken {
    panics: bool,
}

impl Broken {
    fn fail<T>(&self) -> Result<T, StoreError> {
        assert!(!self.panics, "{SECRET}");
        Err(StoreError::Unavailable(SECRET.into()))
    }
}

#[async_trait]
impl ArticleStore for Broken {
    async fn find(&self, _: &ArticleId) -> Result<Option<(Article, LockedBody)>, StoreError> {
        self.fail()
    }
    async fn card(&self, _: &ArticleId, _: DateTime<Utc>) -> Result<Option<Card>, StoreError> {
        self.fail()
    }
    async fn cards(
        &self,
        _: &List,
        _: Option<&Cursor>,
        _: DateTime<Utc>,
        _: u32,
    ) -> Result<Vec<Card>, StoreError> {
        self.fail()
    }
    async fn cards_of(&self, _: &[ArticleId], _: DateTime<Utc>) -> Result<Vec<Card>, StoreError> {
        self.fail()
    }
    async fn sharing_topics(&self, _: &ArticleId, _: DateTime<Utc>, _: u32) -> Result<Vec<Card>, StoreError> {
        self.fail()
    }
    async fn picks(&self, _: DateTime<Utc>, _: u32) -> Result<Vec<Card>, StoreError> {
        self.fail()
    }
    async fn corrections(
        &self,
        _: Option<&Cursor>,
        _: DateTime<Utc>,
        _: u32,
    ) -> Result<Vec<(Card, Correction)>, StoreError> {
        self.fail()
    }
    async fn told_in(&self, _: &ArticleId, _: DateTime<Utc>) -> Result<Vec<Card>, StoreError> {
        self.fail()
    }
    async fn list_name(&self, _: &List) -> Result<Option<String>, StoreError> {
        self.fail()
    }
    async fn sections(&self, _: DateTime<Utc>, _: u32) -> Result<Vec<Section>, StoreError> {
        self.fail()
    }
    async fn ready(&self) -> Result<(), StoreError> {
        self.fail()
    }
}

#[tokio::test]
async fn a_failing_store_gives_a_page_that_says_so_and_no_detail() {
    for panics in [false, true] {
        let site = TestSite::on(Arc::new(Broken { panics })).await;
        for path in ["/", "/read/7/x", "/rubrik/dunia", "/topik/x", "/koran", "/koreksi"] {
            let answer = site.get(path).await;
            assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}, panics: {panics}");
            assert!(
                answer.body.contains("Ada yang rusak di pihak kami"),
                "{path}, panics: {panics}: {}",
                answer.body
            );
            assert!(!answer.body.contains(SECRET), "{path}");
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert!(!answer.header("content-security-policy").is_empty(), "{path}");
        }
    }
}

#[tokio::test]
async fn readiness_follows_the_store_and_the_stopping() {
    let site = TestSite::on(Arc::new(Broken { panics: false })).await;
    assert_eq!(site.get("/healthz").await.status, StatusCode::OK);
    assert_eq!(site.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);

    let site = TestSite::of(&newsroom()).await;
    let ready = site.get("/readyz").await;
    assert_eq!((ready.status, ready.header("cache-control")), (StatusCode::OK, "no-store"));
    site.stop.begin(Duration::ZERO).await;
    assert_eq!(site.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(site.get("/").await.status, StatusCode::OK, "who is here already is served");
}

#[tokio::test]
async fn a_closed_database_is_a_failure_and_not_an_empty_paper() {
    let site = TestSite::of(&newsroom()).await;
    site.database.close().await;
    assert_eq!(site.get("/koran").await.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(site.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
}
