//! Articles that cannot be read.

use domain::newsroom::{ArticleRepository, StoreError, id_of};

use super::place;
use super::run;
use super::sample::{draft, id, noon};
use crate::Database;
use crate::database::Kind;

contract! {
    one_damaged_article_is_named_and_the_others_are_there
}

async fn one_damaged_article_is_named_and_the_others_are_there(database: Database) {
    database.save(&[draft(1, noon()), draft(2, noon()), draft(3, noon())]).await.unwrap();
    run(
        &database,
        match database.kind {
            // No text: a byte that UTF-8 does not have.
            Kind::Sqlite => {
                "UPDATE article_bodies SET html = CAST(X'3c703eff' AS TEXT) WHERE article_id = '2'"
            }
            Kind::Postgres => "UPDATE articles SET videos = 'x' WHERE id = '2'",
        },
    )
    .await;
    let walked = database.page_after(None, 9).await.unwrap();
    let changed: Vec<_> =
        database.changed(None, 9).await.unwrap().into_iter().map(|(_, kept)| kept).collect();
    let outdated = database.outdated(99, 1, 9).await.unwrap();
    assert_eq!(outdated.iter().map(id_of).collect::<Vec<_>>(), [&id(2), &id(3)]);
    for met in [walked, changed, outdated] {
        for kept in met {
            match kept {
                Ok(kept) => assert_ne!(kept.article.id, id(2)),
                Err(unreadable) => {
                    assert_eq!(unreadable.id, id(2));
                    assert!(unreadable.to_string().starts_with("article 2 cannot be read: "), "{unreadable}");
                }
            }
        }
    }
    assert!(matches!(
        domain::newsroom::ArticleStore::find(&database, &id(2)).await,
        Err(StoreError::Damaged(_))
    ));
}
