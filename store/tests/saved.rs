//! Articles put aside, on both databases.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "readers/sample.rs"]
#[expect(dead_code, reason = "shared with the tests of accounts")]
mod sample;

use domain::article::ArticleId;
use domain::saved::{MOST, SavedStore};
use store::Database;

use sample::{account, close, join, later, noon};

contract! {
    an_article_is_put_aside_once_and_forgotten
    an_account_keeps_so_many_and_no_more
    what_was_put_aside_leaves_with_its_reader
}

fn id(number: u32) -> ArticleId {
    ArticleId::parse(&number.to_string()).unwrap()
}

async fn an_article_is_put_aside_once_and_forgotten(database: Database) {
    let (sari, budi) = (join(&database, "sari").await, join(&database, "budi").await);
    for (number, seconds) in [(1, 0), (2, 1), (1, 2)] {
        database.save_article(&sari.id, &id(number), later(seconds)).await.unwrap();
    }
    let saved = database.saved_articles(&sari.id).await.unwrap();
    assert_eq!(saved.iter().map(|saved| saved.article.clone()).collect::<Vec<_>>(), [id(2), id(1)]);
    assert_eq!(saved[1].saved_at, noon(), "the first time counts");
    database.forget_article(&budi.id, &id(1)).await.unwrap();
    assert_eq!(database.saved_articles(&sari.id).await.unwrap().len(), 2, "not theirs");
    database.forget_article(&sari.id, &id(1)).await.unwrap();
    database.forget_article(&sari.id, &id(9)).await.unwrap();
    assert_eq!(database.saved_articles(&sari.id).await.unwrap().len(), 1);
}

async fn an_account_keeps_so_many_and_no_more(database: Database) {
    let sari = join(&database, "sari").await;
    for number in 0..MOST + 3 {
        database.save_article(&sari.id, &id(number), noon()).await.unwrap();
    }
    assert_eq!(database.saved_articles(&sari.id).await.unwrap().len(), MOST as usize);
}

async fn what_was_put_aside_leaves_with_its_reader(database: Database) {
    let sari = join(&database, "sari").await;
    database.save_article(&sari.id, &id(1), noon()).await.unwrap();
    close(&database, &sari, "nobody").await;
    assert!(database.saved_articles(&sari.id).await.unwrap().is_empty());
    database.save_article(&account("sari").id, &id(1), noon()).await.unwrap();
    assert!(database.saved_articles(&sari.id).await.unwrap().is_empty(), "nobody is there to keep it");
}
