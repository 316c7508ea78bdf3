//! Readers at providers.

use domain::account::{
    Account, AccountId, AccountStore, Confirmation, ConfirmationStore, EmailKind, Entry, Identity, OidcLogin,
    ProviderStore, Purpose, Redemption, ReturnTo, Session, SessionStore, Written,
};
use store::Database;

use super::sample::{account, confirmation, email_of, entry, hash, join, noon, notice, now_of, session};

const ISSUER: &str = "https://provider.example";

fn identity(subject: &str) -> Identity {
    Identity { issuer: ISSUER.into(), subject: subject.into() }
}

pub async fn a_provider_login_ends_once(database: Database) {
    let sari = join(&database, "sari").await;
    let oidc_login = OidcLogin {
        id: hash("d"),
        provider: "kampus".into(),
        state: "state".into(),
        nonce: "nonce".into(),
        verifier: "verifier".into(),
        return_to: ReturnTo::parse("/akun"),
        account: Some(sari.id.clone()),
        started_at: noon(),
    };
    database.insert_login(&oidc_login, Some(&sari)).await.unwrap().done().unwrap();
    let returns = (0..10).map(|_| {
        let database = database.clone();
        tokio::spawn(async move { database.take_login(&hash("d")).await.unwrap() })
    });
    let mut found = Vec::new();
    for one in returns.collect::<Vec<_>>() {
        found.extend(one.await.unwrap());
    }
    assert_eq!(found, [oidc_login]);
}

pub async fn an_identity_is_one_readers(database: Database) {
    // A stranger waits for the same address to be confirmed.
    let waiting = confirmation("w", Purpose::Register, "sari");
    database.create_confirmation(&waiting, &email_of(&waiting)).await.unwrap();
    let sari = Account { password: None, ..account("sari") };
    let first = entry("t", "sari");
    assert_eq!(
        database.open_account_by(&identity("1"), &sari, &first, noon()).await.unwrap(),
        Redemption::Done
    );
    assert_eq!(database.confirmation(&waiting.id).await.unwrap(), None::<Confirmation>);
    assert_eq!(database.account_by(&identity("1")).await.unwrap(), Some(sari.clone()));
    assert!(database.session(&hash("t")).await.unwrap().is_some());

    let same_address = Account { id: AccountId::from_store("x".into()), ..sari.clone() };
    let other = Session { account: same_address.id.clone(), ..session("u", "sari") };
    let other = Entry { session: other, ..entry("", "sari") };
    assert_eq!(
        database.open_account_by(&identity("2"), &same_address, &other, noon()).await.unwrap(),
        Redemption::Taken
    );
    let same_identity = account("budi");
    let other = entry("u", "budi");
    assert_eq!(
        database.open_account_by(&identity("1"), &same_identity, &other, noon()).await.unwrap(),
        Redemption::Gone
    );
    assert_eq!(database.account(&same_identity.id).await.unwrap(), None, "all or nothing");

    let budi = join(&database, "budi").await;
    let told = |number| notice(EmailKind::ProviderLinked, "budi", number);
    let taken = database.link_identity(&identity("1"), &budi, &told(1), noon()).await.unwrap();
    assert_eq!(taken, Written::Taken);
    assert_eq!(database.account_by(&identity("1")).await.unwrap(), Some(sari), "it stays whose it was");
    for number in [2, 3] {
        let budi = now_of(&database, &budi).await;
        let linked = database.link_identity(&identity("3"), &budi, &told(number), noon()).await.unwrap();
        assert_eq!(linked, Written::Done, "and the second time nothing is done");
    }
    assert_eq!(database.identities(&budi.id).await.unwrap(), [identity("3")]);
    let stale = database.unlink_identity(&budi, ISSUER, &told(4), noon()).await.unwrap();
    assert_eq!(stale, Written::Stale);
    let budi = now_of(&database, &budi).await;
    let unlinked = database.unlink_identity(&budi, ISSUER, &told(5), noon()).await.unwrap();
    assert_eq!((unlinked, database.identities(&budi.id).await.unwrap()), (Written::Done, vec![]));
}
