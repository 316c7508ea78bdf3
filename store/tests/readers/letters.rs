//! The outbox.

use domain::account::{ConfirmationStore, Outbox, Purpose};
use store::Database;

use super::sample::{email, later, letter_of, noon, wish};

pub async fn a_letter_is_taken_by_one_at_a_time_until_it_left(database: Database) {
    for n in 0..5 {
        let wish = wish(&format!("w{n}"), Purpose::SignIn, "sari");
        database.ask(&wish, &letter_of(&wish)).await.unwrap();
    }
    let takers = (0..12).map(|_| {
        let database = database.clone();
        tokio::spawn(async move { database.next_letter(later(1), later(61)).await.unwrap() })
    });
    let mut taken = Vec::new();
    for taker in takers.collect::<Vec<_>>() {
        taken.extend(taker.await.unwrap());
    }
    while let Some(posted) = database.next_letter(later(1), later(61)).await.unwrap() {
        taken.push(posted);
    }
    let mut ids: Vec<_> = taken.iter().map(|posted| posted.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((taken.len(), ids.len()), (5, 5), "each once");
    assert!(taken.iter().all(|posted| posted.tries == 1 && posted.written_at == noon()));
    database.letter_done(ids[0], None, later(2)).await.unwrap();
    database.letter_done(ids[1], Some("nobody"), later(2)).await.unwrap();
    // Whoever took the others has died.
    let again = database.next_letter(later(61), later(121)).await.unwrap().unwrap();
    assert!(again.tries == 2 && !ids[..2].contains(&again.id));
    let log = database.letters(&email("sari"), 9).await.unwrap();
    let of = |id: i64| log.iter().find(|log| log.letter.id == id).unwrap();
    assert_eq!((of(ids[0]).sent_at, of(ids[0]).due_at), (Some(later(2)), None));
    assert_eq!((of(ids[1]).sent_at, of(ids[1]).remark.as_deref()), (None, Some("nobody")));
}

pub async fn a_letter_that_failed_is_due_again_or_given_up(database: Database) {
    let wish = wish("w", Purpose::SignIn, "sari");
    database.ask(&wish, &letter_of(&wish)).await.unwrap();
    let posted = database.next_letter(noon(), later(60)).await.unwrap().unwrap();
    assert_eq!(posted.letter, letter_of(&wish));
    database.letter_failed(posted.id, "421 busy", Some(later(10))).await.unwrap();
    assert_eq!(database.next_letter(later(9), later(69)).await.unwrap(), None);
    assert!(database.next_letter(later(10), later(70)).await.unwrap().is_some());
    database.letter_failed(posted.id, "550 no such user", None).await.unwrap();
    assert_eq!(database.next_letter(later(86_400), later(86_460)).await.unwrap(), None);
    let log = database.letters(&email("sari"), 9).await.unwrap();
    assert_eq!((log[0].sent_at, log[0].remark.as_deref()), (None, Some("550 no such user")));
}
