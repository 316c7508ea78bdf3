//! Rate limits of actions.

use chrono::TimeDelta;
use domain::account::{Action, Backoff, LIMITS, Limit, LimitKey, LimitStore};
use store::Database;

use super::sample::{later, noon};

const STEADY: Limit = Limit {
    action: Action::Mail,
    by: LimitKey::Email,
    burst: 3,
    every_seconds: 60,
    backoff: Backoff::Steady,
};

pub async fn a_burst_is_exact_whoever_tries_at_once(database: Database) {
    for limit in [STEADY, *LIMITS.iter().find(|limit| limit.backoff == Backoff::Doubling).unwrap()] {
        let tries = (0..30).map(|_| {
            let database = database.clone();
            tokio::spawn(async move { database.take(&limit, "sari", noon()).await.unwrap() })
        });
        let mut allowed = 0;
        for one in tries.collect::<Vec<_>>() {
            allowed += u32::from(one.await.unwrap().is_none());
        }
        assert_eq!(allowed, limit.burst, "{limit:?}");
        assert_eq!(
            database.take(&limit, "budi", noon()).await.unwrap(),
            None,
            "others are counted for themselves"
        );
    }
}

pub async fn a_limit_frees_one_try_after_the_other(database: Database) {
    let wait =
        async |at| database.take(&STEADY, "sari", later(at)).await.unwrap().map(|wait| wait.num_seconds());
    for (at, expected) in [
        (0, None),
        (0, None),
        (0, None),
        (0, Some(60)),
        (59, Some(1)),
        (60, None),
        (60, Some(60)),
        (240, None),
        (240, None),
        (240, None),
        (240, Some(60)),
    ] {
        assert_eq!(wait(at).await, expected, "after {at} s");
    }
    database.give_back(&STEADY, "sari").await.unwrap();
    assert_eq!((wait(240).await, wait(240).await), (None, Some(60)), "one, and no more");
    database.forget(&STEADY, "sari").await.unwrap();
    assert_eq!(wait(240).await, None);
}

pub async fn a_doubling_limit_makes_strangers_wait_longer_and_longer(database: Database) {
    let limit = *LIMITS.iter().find(|limit| limit.backoff == Backoff::Doubling).unwrap();
    let (mut now, mut waits, mut tries) = (noon(), Vec::new(), 0);
    while now < later(3600) {
        match database.take(&limit, "sari", now).await.unwrap() {
            None => tries += 1,
            Some(wait) => {
                waits.push(wait.num_seconds());
                now += wait;
            }
        }
    }
    assert_eq!(waits[..9], [2, 4, 8, 16, 32, 64, 128, 240, 240]);
    assert!(tries <= 100, "{tries} in an hour");
    let rested = now + TimeDelta::minutes(70);
    for _ in 0..limit.burst {
        assert_eq!(database.take(&limit, "sari", rested).await.unwrap(), None);
    }
}

pub async fn a_clock_that_was_set_back_makes_nobody_wait_longer_than_ever(database: Database) {
    let doubling = *LIMITS.iter().find(|limit| limit.backoff == Backoff::Doubling).unwrap();
    for (limit, longest) in [(STEADY, STEADY.every()), (doubling, TimeDelta::minutes(4))] {
        // Afterwards, every further try has to wait.
        while database.take(&limit, "sari", noon()).await.unwrap().is_none() {}
        let mut now = noon() - TimeDelta::days(1);
        let wait = database.take(&limit, "sari", now).await.unwrap().unwrap();
        assert!(wait <= longest, "{limit:?}: {wait}");
        now += wait;
        assert_eq!(database.take(&limit, "sari", now).await.unwrap(), None, "{limit:?}");
        let again = database.take(&limit, "sari", now).await.unwrap().unwrap();
        assert!(again <= longest, "{limit:?}: the pace is kept: {again}");
    }
}
