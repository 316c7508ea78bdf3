//! Transactions that do not end as they should.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use domain::newsroom::{ArticleRepository, ArticleStore, StoreError};
use sqlx::{ConnectOptions, Row};

use super::place;
use super::run;
use super::sample::{draft, id, noon};
use crate::Database;

contract! {
    what_is_not_committed_is_not_kept
    wherever_a_write_is_given_up_the_next_ones_work
    many_that_are_given_up_leave_all_connections_usable
}

/// A future that is given up at one of its pauses; `None` if it was.
struct GivenUp<F> {
    inner: Option<Pin<Box<F>>>,
    pauses: u32,
}

impl<F: Future> Future for GivenUp<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if self.pauses == 0 {
            self.inner = None;
            return Poll::Ready(None);
        }
        self.pauses -= 1;
        let inner = self.inner.as_mut().expect("polled again after its end");
        inner.as_mut().poll(context).map(Some)
    }
}

fn given_up<F: Future>(inner: F, pauses: u32) -> GivenUp<F> {
    GivenUp { inner: Some(Box::pin(inner)), pauses }
}

/// One statement without a transaction, which is lost where the connection is still in somebody else's.
async fn write_once(database: &Database) {
    let query = sqlx::query("UPDATE write_probes SET written = written + 1");
    query.execute(database.writer().unwrap()).await.unwrap();
}

/// As others see it, on a connection of their own.
async fn written(database: &Database) -> i64 {
    let mut other = database.write.connect_options().connect().await.unwrap();
    let row = sqlx::query("SELECT written FROM write_probes").fetch_one(&mut other).await.unwrap();
    row.get("written")
}

async fn what_is_not_committed_is_not_kept(database: Database) {
    let mut transaction = database.begin().await.unwrap();
    sqlx::query("UPDATE write_probes SET written = 7").execute(&mut *transaction).await.unwrap();
    drop(transaction);
    write_once(&database).await;
    assert_eq!(written(&database).await, 1);
}

async fn wherever_a_write_is_given_up_the_next_ones_work(database: Database) {
    // Which pause is which depends on how fast the database is; whatever is cut off, what follows must hold.
    for times in 1..=40 {
        let saved = given_up(database.save(&[draft(1, noon())]), times % 20).await;
        assert!(saved.is_none_or(|saved| saved.is_ok()));
        let next = database.save(&[draft(2, noon())]).await;
        next.unwrap_or_else(|error| panic!("after {} pauses: {error}", times % 20));
        write_once(&database).await;
        assert_eq!(written(&database).await, i64::from(times), "after {} pauses", times % 20);
    }
}

async fn many_that_are_given_up_leave_all_connections_usable(database: Database) {
    let tries = (0..60).map(|n| {
        let database = database.clone();
        tokio::spawn(async move { given_up(database.save(&[draft(n, noon())]), n % 20).await.is_some() })
    });
    for one in tries.collect::<Vec<_>>() {
        one.await.unwrap();
    }
    for n in 100..116 {
        database.save(&[draft(n, noon())]).await.unwrap();
        assert!(database.find(&id(n)).await.unwrap().is_some());
    }
}

/// SQLite ends a transaction by itself when its disk is full, so that there is none to roll back any more.
#[tokio::test]
async fn a_full_disk_stops_writing_only_while_it_is_full() {
    place::on_sqlite(|database| async move {
        database.save(&[draft(1, noon())]).await.unwrap();
        // The limit is of this connection: another that takes its place has none.
        run(&database, "PRAGMA max_page_count = 1").await;
        let mut large = draft(2, noon());
        large.body_html = "Penuh. ".repeat(200_000);
        let full = database.save(std::slice::from_ref(&large)).await.unwrap_err();
        assert!(
            matches!(&full, StoreError::Unavailable(error) if error.to_string().contains("full")),
            "{full:?}"
        );
        database.save(std::slice::from_ref(&large)).await.unwrap();
        assert_eq!(database.count().await.unwrap(), 2);
    })
    .await;
}

/// The same, for as long as the test wants it.
#[tokio::test]
async fn a_database_that_ends_transactions_by_itself_is_written_to_once_it_does_no_more() {
    place::on_sqlite(|database| async move {
        run(
            &database,
            "CREATE TRIGGER full BEFORE INSERT ON articles BEGIN SELECT RAISE(ROLLBACK, 'full'); END",
        )
        .await;
        for _ in 0..3 {
            assert!(database.save(&[draft(1, noon())]).await.is_err());
            // What is not concerned goes on.
            write_once(&database).await;
        }
        run(&database, "DROP TRIGGER full").await;
        database.save(&[draft(1, noon())]).await.unwrap();
        assert_eq!((database.count().await.unwrap(), written(&database).await), (1, 3));
    })
    .await;
}
