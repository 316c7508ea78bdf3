//! Responses to readers when the store fails or the program has a bug.

use std::sync::Arc;
use std::time::Duration;

use app::api::{ApiError, Next};
use async_trait::async_trait;
use axum::body::Body;
use chrono::{DateTime, Utc};
use domain::article::{Article, ArticleId, Card, Correction, Edition};
use domain::body::LockedBody;
use domain::label::{Section, Topic};
use domain::list::{Cursor, List};
use domain::newsroom::{ArticleStore, StoreError};
use http::{Request, StatusCode, header};
use store::Health;

use crate::fixtures::newsroom;
use crate::reader::{PASSWORD, Reader};
use crate::site::TestSite;

const SECRET: &str = "password=rahasia";

/// Way in which the store fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Broken {
    Unavailable,
    Refuses,
    Damaged,
    Panics,
}

impl Broken {
    fn fail<T>(self) -> Result<T, StoreError> {
        match self {
            Self::Unavailable => Err(StoreError::Unavailable(SECRET.into())),
            Self::Refuses => Err(StoreError::Refused(SECRET.into())),
            Self::Damaged => Err(StoreError::Damaged(SECRET.into())),
            Self::Panics => panic!("{SECRET}"),
        }
    }
}

#[async_trait]
impl ArticleStore for Broken {
    async fn find(&self, _: &ArticleId) -> Result<Option<(Article, LockedBody)>, StoreError> {
        self.fail()
    }
    async fn find_all(&self, _: &[ArticleId]) -> Result<Vec<(Article, LockedBody)>, StoreError> {
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
    async fn topics_of(&self, _: &[ArticleId]) -> Result<Vec<(ArticleId, Topic)>, StoreError> {
        self.fail()
    }
    async fn first_of(
        &self,
        _: Edition,
        _: DateTime<Utc>,
        _: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        self.fail()
    }
    async fn most_read(
        &self,
        _: DateTime<Utc>,
        _: DateTime<Utc>,
        _: u32,
        _: u32,
    ) -> Result<Vec<Card>, StoreError> {
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
}

#[tokio::test]
async fn a_failing_store_gives_a_page_that_says_so_and_no_detail() {
    for (broken, status, words, retry_after) in [
        (Broken::Unavailable, 503, "Sistem kami sedang terganggu", "5"),
        (Broken::Refuses, 500, "Terjadi gangguan di sistem kami", ""),
        (Broken::Damaged, 500, "Terjadi gangguan di sistem kami", ""),
        (Broken::Panics, 500, "Terjadi gangguan di sistem kami", ""),
    ] {
        let site = TestSite::on(Arc::new(broken)).await;
        for path in ["/", "/read/7/x", "/rubrik/dunia", "/topik/x", "/koran", "/koreksi"] {
            let answer = site.get(path).await;
            assert_eq!(answer.status.as_u16(), status, "{path}, {broken:?}");
            assert_eq!(answer.header("retry-after"), retry_after, "{path}, {broken:?}");
            assert!(answer.body.contains(words), "{path}, {broken:?}: {}", answer.body);
            assert!(!answer.body.contains(SECRET), "{path}");
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert!(!answer.header("content-security-policy").is_empty(), "{path}");
        }
    }
}

#[tokio::test]
async fn every_kind_of_answer_says_when_to_come_again() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut reader = Reader::join(&site, "sari@example.com").await;
    site.database.close().await;
    let fields = [("email", "sari@example.com"), ("password", PASSWORD)];
    let form = reader.post("sign_in", &fields).await;
    assert!(form.body.contains("permintaan Anda belum kami proses"), "{}", form.body);
    let typed = reader.ask("sign_in", &fields).await;
    assert_eq!(typed.typed::<Next>(), Err(ApiError::Unavailable));
    let fragment = Request::post("/api/sign_in")
        .header("sec-fetch-site", "same-origin")
        .header("x-fragment", "1")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let fragment = reader.request(fragment).body(Body::from("email=a%40example.com&password=x")).unwrap();
    let fragment = reader.send(fragment).await;
    assert_eq!(fragment.header("x-fragment"), "1");
    let answers = [
        ("a form", form),
        ("a call", typed),
        ("a fragment", fragment),
        ("who reads", reader.ask("reader", &[]).await),
        ("a page", reader.get("/koran").await),
        ("a page in English", reader.get("/en/koran").await),
        ("an article for its reader", reader.read("/read/koran-1/judul-koran-1", true).await),
        ("a page of one's own", reader.get("/akun").await),
    ];
    for (what, answer) in answers {
        let got = (answer.status, answer.header("retry-after"));
        assert_eq!(got, (StatusCode::SERVICE_UNAVAILABLE, "5"), "{what}: {}", answer.body);
        assert!(answer.header("cache-control").contains("no-store"), "{what}");
    }
}

#[tokio::test]
async fn readiness_speaks_for_the_server_and_of_the_store_to_who_asks() {
    let site = TestSite::of(&newsroom()).await;
    let file = site.folder().join("warta.db");
    let ready = async |path: &str| {
        let answer = site.get(path).await;
        assert_eq!(answer.header("cache-control"), "no-store");
        let body: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        (answer.status.as_u16(), body["details"]["store"].as_str().unwrap().to_owned())
    };
    assert_eq!(ready("/readyz?store").await, (200, "ready".into()));
    // The file is moved before the first query, since an open file stays usable.
    std::fs::rename(&file, file.with_extension("away")).unwrap();
    let seen = async {
        site.database.until(Health::Absent).await;
        assert_eq!(ready("/readyz").await, (200, "does not answer".into()));
        assert_eq!(ready("/readyz?store").await, (503, "does not answer".into()));
        assert_eq!(site.get("/koran").await.status, StatusCode::SERVICE_UNAVAILABLE);
        std::fs::rename(file.with_extension("away"), &file).unwrap();
        site.database.until(Health::Good).await;
        assert_eq!(ready("/readyz?store").await, (200, "ready".into()));
        assert_eq!(site.get("/koran").await.status, StatusCode::OK, "what failed was not kept");
    };
    tokio::select! {
        () = site.database.watch() => unreachable!(),
        () = seen => {}
    }
}

#[tokio::test]
async fn readiness_follows_the_stopping() {
    let site = TestSite::of(&newsroom()).await;
    assert_eq!(site.get("/healthz").await.status, StatusCode::OK);
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
    assert_eq!(site.get("/koran").await.status, StatusCode::SERVICE_UNAVAILABLE);
}
