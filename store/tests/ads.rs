//! Advertisements on both databases.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;

use chrono::{DateTime, TimeDelta, Utc};
use domain::ad::{Ad, AdId, AdStore, Audience, Content, Placed, Shape, Slot};
use store::Database;

contract! {
    an_ad_runs_from_its_first_moment_to_its_last
    saving_again_changes_what_has_changed
}

fn noon() -> DateTime<Utc> {
    "2024-06-19T12:00:00Z".parse().unwrap()
}

fn ad(id: &str, starts: i64, ends: i64) -> Ad {
    let shape = Shape::Frame { address: "https://ads.example/a".into(), height: 250 };
    Ad {
        id: AdId::parse(id).unwrap(),
        starts_at: noon() + TimeDelta::hours(starts),
        ends_at: noon() + TimeDelta::hours(ends),
        content: Content {
            advertiser: "Toko \"Kita\"".into(),
            slots: vec![Slot::Middle],
            audience: Audience::Guests,
            weight: 3,
            shape,
        },
    }
}

async fn an_ad_runs_from_its_first_moment_to_its_last(database: Database) {
    let all = [ad("a", 0, 1), ad("b", -1, 0), ad("c", 1, 2), ad("d", -9, 9)];
    database.save_ads(&all).await.unwrap();
    assert_eq!(database.ads(noon()).await.unwrap(), [all[0].clone(), all[3].clone()]);
    assert!(database.ads(noon() + TimeDelta::days(1)).await.unwrap().is_empty());
}

async fn saving_again_changes_what_has_changed(database: Database) {
    let placed = |created, updated, unchanged| Placed { created, updated, unchanged };
    let mut all = vec![ad("a", 0, 1), ad("b", 0, 1)];
    assert_eq!(database.save_ads(&all).await.unwrap(), placed(2, 0, 0));
    all[1].content.weight = 9;
    all.push(ad("c", 0, 1));
    assert_eq!(database.save_ads(&all).await.unwrap(), placed(1, 1, 1));
    assert_eq!(database.ads(noon()).await.unwrap(), all);
}
