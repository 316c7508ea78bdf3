//! A database that is there, and one that is not.

use std::path::Path;

use domain::newsroom::{ArticleRepository, StoreError};

use super::place;
use super::run;
use crate::database::Kind;
use crate::{Database, Health, Workload};

contract! {
    what_takes_no_writes_is_known_until_it_does
}

const REFUSE_SQLITE: &str =
    "CREATE TRIGGER full BEFORE UPDATE ON write_probes BEGIN SELECT RAISE(ABORT, 'full'); END";
const REFUSE_POSTGRES: &str = "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS \
    $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$; \
    CREATE TRIGGER full_disk BEFORE UPDATE ON write_probes EXECUTE FUNCTION full_disk()";

async fn what_takes_no_writes_is_known_until_it_does(database: Database) {
    let (refuse, accept) = match database.kind {
        Kind::Sqlite => (REFUSE_SQLITE, "DROP TRIGGER full"),
        Kind::Postgres => (REFUSE_POSTGRES, "DROP TRIGGER full_disk ON write_probes"),
    };
    run(&database, refuse).await;
    let seen = async {
        database.until(Health::WritesFail).await;
        // Reading goes on, and so does trying.
        assert_eq!(database.count().await.unwrap(), 0);
        run(&database, accept).await;
        database.until(Health::Good).await;
    };
    tokio::select! {
        () = database.watch() => unreachable!(),
        () = seen => {}
    }
}

#[tokio::test]
async fn nothing_waits_for_a_database_that_is_known_to_be_absent() {
    place::on_sqlite(|database| async move {
        let url = database.write.connect_options().database_url.path().to_owned();
        let (there, elsewhere) = (Path::new(&url), format!("{url}.away"));
        std::fs::rename(there, &elsewhere).unwrap();
        let seen = async {
            database.until(Health::Absent).await;
            for failed in [database.count().await.map(drop), database.begin().await.map(drop)] {
                let error = failed.unwrap_err();
                assert!(matches!(&error, StoreError::Unavailable(said) if said.to_string().contains("has not answered")), "{error:?}");
            }
            std::fs::rename(&elsewhere, there).unwrap();
            database.until(Health::Good).await;
            assert_eq!(database.count().await.unwrap(), 0);
        };
        tokio::select! {
            () = database.watch() => unreachable!(),
            () = seen => {}
        }
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_not_there_is_named() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let error = Database::open(&format!("postgres://warta:secret@{address}/warta"), Workload::Serve)
        .await
        .unwrap_err();
    let said = error.to_string();
    assert!(said.contains(&format!("refused at {address}")) && !said.contains("secret"), "{said}");
}
