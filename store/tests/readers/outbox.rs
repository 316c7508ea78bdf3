//! The outbox.

use chrono::TimeDelta;
use domain::account::{Confirmation, ConfirmationStore, Outbox, Purpose};
use store::Database;

use super::sample::{address, confirmation, email_of, later, noon};

pub async fn an_email_is_taken_by_one_at_a_time_until_it_left(database: Database) {
    for n in 0..5 {
        let confirmation = confirmation(&format!("w{n}"), Purpose::SignIn, "sari");
        database.create_confirmation(&confirmation, &email_of(&confirmation)).await.unwrap();
    }
    let takers = (0..12).map(|_| {
        let database = database.clone();
        tokio::spawn(async move { database.next_email(later(1), later(61)).await.unwrap() })
    });
    let mut taken = Vec::new();
    for taker in takers.collect::<Vec<_>>() {
        taken.extend(taker.await.unwrap());
    }
    while let Some(posted) = database.next_email(later(1), later(61)).await.unwrap() {
        taken.push(posted);
    }
    let mut ids: Vec<_> = taken.iter().map(|posted| posted.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((taken.len(), ids.len()), (5, 5), "each once");
    assert!(taken.iter().all(|posted| posted.tries == 1 && posted.written_at == noon()));
    database.email_done(ids[0], None, later(2)).await.unwrap();
    database.email_done(ids[1], Some("nobody"), later(2)).await.unwrap();
    // Whoever took the others has died.
    let again = database.next_email(later(61), later(121)).await.unwrap().unwrap();
    assert!(again.tries == 2 && !ids[..2].contains(&again.id));
    let log = database.emails(&address("sari"), 9).await.unwrap();
    let of = |id: i64| log.iter().find(|log| log.email.id == id).unwrap();
    assert_eq!((of(ids[0]).sent_at, of(ids[0]).due_at), (Some(later(2)), None));
    assert_eq!((of(ids[1]).sent_at, of(ids[1]).remark.as_deref()), (None, Some("nobody")));
}

pub async fn an_email_that_failed_is_due_again_or_given_up(database: Database) {
    let confirmation = confirmation("w", Purpose::SignIn, "sari");
    database.create_confirmation(&confirmation, &email_of(&confirmation)).await.unwrap();
    let posted = database.next_email(noon(), later(60)).await.unwrap().unwrap();
    assert_eq!(posted.email, email_of(&confirmation));
    database.email_failed(posted.id, "421 busy", Some(later(10))).await.unwrap();
    assert_eq!(database.next_email(later(9), later(69)).await.unwrap(), None);
    assert!(database.next_email(later(10), later(70)).await.unwrap().is_some());
    database.email_failed(posted.id, "550 no such user", None).await.unwrap();
    assert_eq!(database.next_email(later(86_400), later(86_460)).await.unwrap(), None);
    let log = database.emails(&address("sari"), 9).await.unwrap();
    assert_eq!((log[0].sent_at, log[0].remark.as_deref()), (None, Some("550 no such user")));
}

pub async fn the_oldest_email_that_is_still_to_leave_is_known(database: Database) {
    assert_eq!(database.oldest_unsent().await.unwrap(), None);
    for (name, at) in [("a", 0), ("b", 10)] {
        let confirmation =
            Confirmation { asked_at: later(at), ..confirmation(name, Purpose::SignIn, "sari") };
        database.create_confirmation(&confirmation, &email_of(&confirmation)).await.unwrap();
    }
    let mut left = Vec::new();
    for expected in [later(0), later(10)] {
        assert_eq!(database.oldest_unsent().await.unwrap(), Some(expected));
        let posted = database.next_email(later(20), later(110)).await.unwrap().unwrap();
        assert_eq!(
            database.oldest_unsent().await.unwrap(),
            Some(expected),
            "one that is being sent has not left"
        );
        database.email_done(posted.id, None, later(21)).await.unwrap();
        left.push(posted.written_at);
    }
    assert_eq!(left, [later(0), later(10)]);
    assert_eq!(database.oldest_unsent().await.unwrap(), None);
}

pub async fn an_email_does_not_wait_for_a_clock_that_was_set_back(database: Database) {
    let confirmation = confirmation("w", Purpose::SignIn, "sari");
    database.create_confirmation(&confirmation, &email_of(&confirmation)).await.unwrap();
    let yesterday = noon() - TimeDelta::days(1);
    let held_until = yesterday + TimeDelta::seconds(90);
    assert!(database.next_email(yesterday, held_until).await.unwrap().is_some());
    assert_eq!(database.next_email(yesterday, held_until).await.unwrap(), None, "it is held as ever");
}
