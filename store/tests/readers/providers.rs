//! Readers at providers.

use domain::account::{
    Account, AccountId, AccountStore, Confirmation, ConfirmationStore, Detour, Identity, Opened,
    ProviderStore, Purpose, ReturnTo, Session, SessionStore,
};
use store::Database;

use super::sample::{account, hash, join, letter_of, noon, session, wish};

fn identity(subject: &str) -> Identity {
    Identity { issuer: "https://provider.example".into(), subject: subject.into() }
}

pub async fn a_detour_ends_once(database: Database) {
    let sari = join(&database, "sari").await;
    let detour = Detour {
        id: hash("d"),
        provider: "kampus".into(),
        state: "state".into(),
        nonce: "nonce".into(),
        verifier: "verifier".into(),
        return_to: ReturnTo::parse("/akun"),
        account: Some(sari.id),
        started_at: noon(),
    };
    database.leave(&detour).await.unwrap();
    let returns = (0..10).map(|_| {
        let database = database.clone();
        tokio::spawn(async move { database.come_back(&hash("d")).await.unwrap() })
    });
    let mut found = Vec::new();
    for one in returns.collect::<Vec<_>>() {
        found.extend(one.await.unwrap());
    }
    assert_eq!(found, [detour]);
}

pub async fn an_identity_is_one_readers(database: Database) {
    // A stranger waits for the same address to be confirmed.
    let waiting = wish("w", Purpose::Join, "sari");
    database.ask(&waiting, &letter_of(&waiting)).await.unwrap();
    let sari = Account { password: None, ..account("sari") };
    let first = session("t", "sari");
    assert_eq!(database.open_account_by(&identity("1"), &sari, &first, noon()).await.unwrap(), Opened::Done);
    assert_eq!(database.confirmation(&waiting.id).await.unwrap(), None::<Confirmation>);
    assert_eq!(database.account_by(&identity("1")).await.unwrap(), Some(sari.clone()));
    assert!(database.session(&hash("t")).await.unwrap().is_some());

    let same_address = Account { id: AccountId::from_store("x".into()), ..sari.clone() };
    let other = Session { account: same_address.id.clone(), ..session("u", "sari") };
    assert_eq!(
        database.open_account_by(&identity("2"), &same_address, &other, noon()).await.unwrap(),
        Opened::Taken
    );
    let same_identity = account("budi");
    let other = session("u", "budi");
    assert_eq!(
        database.open_account_by(&identity("1"), &same_identity, &other, noon()).await.unwrap(),
        Opened::Gone
    );
    assert_eq!(database.account(&same_identity.id).await.unwrap(), None, "all or nothing");

    let budi = join(&database, "budi").await;
    database.link_identity(&identity("1"), &budi.id, noon()).await.unwrap();
    assert_eq!(database.account_by(&identity("1")).await.unwrap(), Some(sari), "it stays whose it was");
    database.link_identity(&identity("3"), &budi.id, noon()).await.unwrap();
    assert_eq!(database.identities(&budi.id).await.unwrap(), [identity("3")]);
    database.unlink_identity(&budi.id, "https://provider.example").await.unwrap();
    assert!(database.identities(&budi.id).await.unwrap().is_empty());
}
