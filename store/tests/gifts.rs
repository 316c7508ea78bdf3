//! Gift links on both databases.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "readers/sample.rs"]
#[expect(dead_code, reason = "shared with the tests of accounts")]
mod sample;

use chrono::TimeDelta;
use domain::article::ArticleId;
use domain::gift::{Gift, GiftStore};
use store::Database;

use sample::{account, close, hash, join, later, noon};

contract! {
    a_gift_is_found_counted_and_taken_back
    no_more_are_given_than_the_month_has_whoever_gives_at_once
    gifts_leave_with_their_giver
}

fn gift(token: &str, name: &str) -> Gift {
    Gift {
        id: format!("id-{token}"),
        token: hash(token),
        giver: account(name).id,
        article: ArticleId::parse("7").unwrap(),
        made_at: noon(),
        expires_at: noon() + TimeDelta::days(14),
        is_revoked: false,
        readings: 0,
    }
}

async fn a_gift_is_found_counted_and_taken_back(database: Database) {
    let (sari, budi) = (join(&database, "sari").await, join(&database, "budi").await);
    assert!(database.give(&gift("a", "sari"), "2024-06", 5).await.unwrap());
    database.count_gift(&hash("a")).await.unwrap();
    database.count_gift(&hash("b")).await.unwrap();
    let found = database.gift(&hash("a")).await.unwrap().unwrap();
    assert_eq!(found, Gift { readings: 1, ..gift("a", "sari") });
    for (seconds, is_live) in [(0, true), (14 * 86_400 - 1, true), (14 * 86_400, false)] {
        assert_eq!(found.is_live(later(seconds)), is_live, "{seconds}");
    }
    database.revoke_gift(&budi.id, "id-a").await.unwrap();
    assert!(database.gift(&hash("a")).await.unwrap().unwrap().is_live(noon()), "not theirs");
    database.revoke_gift(&sari.id, "id-a").await.unwrap();
    assert!(!database.gift(&hash("a")).await.unwrap().unwrap().is_live(noon()));
    assert_eq!(database.gift(&hash("b")).await.unwrap(), None);
    assert_eq!(database.gifts(&sari.id).await.unwrap().len(), 1);
}

async fn no_more_are_given_than_the_month_has_whoever_gives_at_once(database: Database) {
    join(&database, "sari").await;
    let tries = (0..50).map(|number| {
        let database = database.clone();
        tokio::spawn(
            async move { database.give(&gift(&number.to_string(), "sari"), "2024-06", 3).await.unwrap() },
        )
    });
    let mut given = 0;
    for one in tries.collect::<Vec<_>>() {
        given += u32::from(one.await.unwrap());
    }
    assert_eq!(given, 3);
    assert!(database.give(&gift("next", "sari"), "2024-07", 3).await.unwrap());
    assert!(!database.give(&gift("nobody", "nobody"), "2024-07", 3).await.unwrap());
}

async fn gifts_leave_with_their_giver(database: Database) {
    let sari = join(&database, "sari").await;
    database.give(&gift("a", "sari"), "2024-06", 5).await.unwrap();
    close(&database, &sari, "nobody").await;
    assert_eq!(database.gift(&hash("a")).await.unwrap(), None);
}
