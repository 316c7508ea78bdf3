//! What rests on a password, while the account changes at another place: every such action against every such change.

use domain::account::{
    Account, Browser, Denied, Desk, EmailAddress, LetterKind, Proof, Purpose, ReturnTo, SignedIn, Token,
    arrive, begin_passkey, change_email, change_password, close, confirm_email, finish_passkey,
    remove_passkey, request_reset, reset_password, secure_account, set_out, sign_in, unlink,
};
use store::Database;

use super::departure;
use super::desk::{ISSUER, PASSWORD, Post, desk_on, noon, weak};

const THIEFS: &str = "sembilan kambing biru";
const OWNERS: &str = "empat ekor merpati";

/// Rests on the password that the account had when it was read.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Action {
    SignIn,
    /// The hash has grown weak, so that it is renewed: the change comes while the new one is made.
    Rehash,
    ChangePassword,
    /// The change comes while the new password is hashed, not while the old one is compared.
    HashNewPassword,
    ChangeEmail,
    Close,
    BeginPasskey,
    Link,
    RemovePasskey,
    Unlink,
    Reset,
}

const ACTIONS: [Action; 11] = [
    Action::SignIn,
    Action::Rehash,
    Action::ChangePassword,
    Action::HashNewPassword,
    Action::ChangeEmail,
    Action::Close,
    Action::BeginPasskey,
    Action::Link,
    Action::RemovePasskey,
    Action::Unlink,
    Action::Reset,
];

/// Changes what lets in, at another place.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Change {
    Password,
    Reset,
    Secure,
    Email,
    AddPasskey,
    RemovePasskey,
    Link,
    Unlink,
    Close,
}

const CHANGES: [Change; 9] = [
    Change::Password,
    Change::Reset,
    Change::Secure,
    Change::Email,
    Change::AddPasskey,
    Change::RemovePasskey,
    Change::Link,
    Change::Unlink,
    Change::Close,
];

/// A reader with a password, a key and a provider, in two browsers.
struct Stage {
    desk: Desk,
    email: String,
    account: Account,
    key: String,
    here: Browser,
    there: Browser,
}

impl Stage {
    async fn set(desk: &Desk, post: &Post, name: &str) -> Self {
        let email = format!("{name}@example.com");
        let here = post.join(desk, &email, noon()).await;
        let key = format!("key-{name}");
        add_passkey(desk, &here, &key).await;
        post.provider.says(name, None);
        let away = post.detour(desk, &here, true, noon()).await;
        arrive(desk, &away, ("kampus", "state", "code"), noon()).await.unwrap();
        let there = enter(desk, &email, PASSWORD).await.unwrap();
        let there = Browser { session: Some(there.session), ..Browser::default() };
        let account = desk.store.account_of(&EmailAddress::parse(&email).unwrap()).await.unwrap().unwrap();
        Self { desk: desk.clone(), email, account, key, here, there }
    }

    /// What the change needs beforehand, so that it is done in one go.
    async fn prepare(&self, post: &Post, change: Change) -> Ready {
        let desk = &self.desk;
        let token = match change {
            Change::Reset => {
                request_reset(desk, &Browser::default(), &self.email, noon()).await.unwrap();
                Some(post.open(desk, noon()).await.unwrap().token)
            }
            // The last mail has told of the browser that came in there.
            Change::Secure => post.told(desk, noon()).await.1,
            Change::Email => {
                let new = format!("new-{}", self.email);
                change_email(desk, &self.there, PASSWORD, &new, noon()).await.unwrap();
                let old = post.open(desk, noon()).await.unwrap();
                confirm_email(desk, &self.there, &Proof::Link(old.token), noon()).await.unwrap();
                Some(post.open(desk, noon()).await.unwrap().token)
            }
            Change::AddPasskey => {
                let (_, token) = begin_passkey(desk, &self.there, PASSWORD, noon()).await.unwrap();
                Some(token)
            }
            Change::Link => {
                let links = Some(PASSWORD);
                let to = ReturnTo::default();
                Some(set_out(desk, &self.there, "kampus", to, links, noon()).await.unwrap().1)
            }
            _ => None,
        };
        Ready { desk: desk.clone(), change, token, key: self.key.clone(), there: self.there.clone() }
    }

    /// The action, which hashes and then writes.
    async fn act(&self, action: Action, reset: Option<Token>) -> Result<(), Denied> {
        let (desk, here) = (&self.desk, &self.here);
        match action {
            Action::SignIn | Action::Rehash => enter(desk, &self.email, PASSWORD).await.map(drop),
            Action::ChangePassword | Action::HashNewPassword => {
                change_password(desk, here, PASSWORD, THIEFS, noon()).await.map(drop)
            }
            Action::ChangeEmail => {
                let evil = format!("evil-{}", self.email);
                change_email(desk, here, PASSWORD, &evil, noon()).await.map(drop)
            }
            Action::Close => close(desk, here, PASSWORD, &departure(), noon()).await,
            Action::BeginPasskey => begin_passkey(desk, here, PASSWORD, noon()).await.map(drop),
            Action::Link => {
                let to = ReturnTo::default();
                set_out(desk, here, "kampus", to, Some(PASSWORD), noon()).await.map(drop)
            }
            Action::RemovePasskey => remove_passkey(desk, here, &self.key, PASSWORD, noon()).await,
            Action::Unlink => unlink(desk, here, ISSUER, PASSWORD, noon()).await,
            Action::Reset => {
                let proof = Proof::Link(reset.unwrap());
                reset_password(desk, &Browser::default(), &proof, THIEFS, &[], noon()).await
            }
        }
    }
}

/// A change that is ready to happen.
struct Ready {
    desk: Desk,
    change: Change,
    token: Option<Token>,
    key: String,
    there: Browser,
}

impl Ready {
    async fn happen(self) {
        let Self { desk, change, token, key, there } = self;
        match change {
            Change::Password => {
                change_password(&desk, &there, PASSWORD, OWNERS, noon()).await.unwrap();
            }
            Change::Reset => {
                let (browser, proof) = (Browser::default(), Proof::Link(token.unwrap()));
                reset_password(&desk, &browser, &proof, OWNERS, &[], noon()).await.unwrap();
            }
            Change::Secure => {
                secure_account(&desk, &Browser::default(), token.unwrap(), noon()).await.unwrap();
            }
            Change::Email => {
                confirm_email(&desk, &there, &Proof::Link(token.unwrap()), noon()).await.unwrap();
            }
            Change::AddPasskey => {
                let there = Browser { challenge: token, ..there };
                finish_passkey(&desk, &there, &format!("second-{key}"), noon()).await.unwrap();
            }
            Change::Link => {
                let there = Browser { detour: token, ..there };
                arrive(&desk, &there, ("kampus", "state", "code"), noon()).await.unwrap();
            }
            Change::RemovePasskey => remove_passkey(&desk, &there, &key, PASSWORD, noon()).await.unwrap(),
            Change::Unlink => unlink(&desk, &there, ISSUER, PASSWORD, noon()).await.unwrap(),
            Change::Close => close(&desk, &there, PASSWORD, &departure(), noon()).await.unwrap(),
        }
    }
}

async fn enter(desk: &Desk, email: &str, password: &str) -> Result<SignedIn, Denied> {
    sign_in(desk, &Browser::default(), email, password, ReturnTo::default(), noon()).await
}

async fn add_passkey(desk: &Desk, browser: &Browser, key: &str) {
    let (_, token) = begin_passkey(desk, browser, PASSWORD, noon()).await.unwrap();
    let asked = Browser { challenge: Some(token), ..browser.clone() };
    finish_passkey(desk, &asked, key, noon()).await.unwrap();
}

/// Each action hashes at one moment, and the change happens in the middle of it.
pub async fn what_rests_on_a_password_is_void_once_the_account_has_changed(database: Database) {
    let (desk, post) = desk_on(database);
    for (number, action) in ACTIONS.into_iter().enumerate() {
        for change in CHANGES {
            let name = format!("r{number}-{change:?}").to_lowercase();
            pair(&desk, &post, &name, (action, change)).await;
        }
    }
}

async fn pair(desk: &Desk, post: &Post, name: &str, (action, change): (Action, Change)) {
    let what = format!("{action:?} while {change:?}");
    let stage = Stage::set(desk, post, name).await;
    let ready = stage.prepare(post, change).await;
    let reset = if action == Action::Reset {
        request_reset(desk, &Browser::default(), &stage.email, noon()).await.unwrap();
        Some(post.open(desk, noon()).await.unwrap().token)
    } else {
        None
    };
    if action == Action::Rehash {
        let account = desk.store.account(&stage.account.id).await.unwrap().unwrap();
        desk.store.rehash(&account, &weak(PASSWORD)).await.unwrap().done().unwrap();
    }
    post.told(desk, noon()).await;
    post.provider.says(&format!("second-{name}"), None);
    let skipped = u32::from(matches!(action, Action::Rehash | Action::HashNewPassword));
    post.hasher.meanwhile(skipped, ready.happen());
    let acted = stage.act(action, reset).await;
    assert!(post.hasher.has_happened(), "{what}");
    // What a reset rests on is the mail alone: it goes on as long as that is not void, and removes what was added meanwhile.
    let voids = [Change::Password, Change::Reset, Change::Secure, Change::Email, Change::Close];
    let goes_on = action == Action::Reset && !voids.contains(&change);
    assert_eq!(acted.is_ok(), goes_on, "{what}: {acted:?}");

    let sessions = desk.store.sessions(&stage.account.id).await.unwrap().len();
    let expected = match change {
        _ if goes_on => 0,
        Change::Reset | Change::Secure | Change::Close => 0,
        Change::Password | Change::Email => 1,
        _ => 2,
    };
    assert_eq!(sessions, expected, "living sessions: {what}");
    let (kinds, _) = post.told(desk, noon()).await;
    assert!(!kinds.contains(&LetterKind::Confirmation(Purpose::LeaveEmail)), "{what}: {kinds:?}");
    ways_in(&stage, change, goes_on, &what).await;
}

/// Nothing but what the change has left lets in.
async fn ways_in(stage: &Stage, change: Change, is_reset: bool, what: &str) {
    let desk = &stage.desk;
    let keys = desk.store.passkeys(&stage.account.id).await.unwrap().len();
    let linked = desk.store.identities(&stage.account.id).await.unwrap().len();
    let expected = match change {
        _ if is_reset => (0, 0),
        Change::Reset | Change::Close => (0, 0),
        Change::AddPasskey => (2, 1),
        Change::RemovePasskey => (0, 1),
        Change::Link => (1, 2),
        Change::Unlink => (1, 0),
        Change::Password | Change::Secure | Change::Email => (1, 1),
    };
    assert_eq!((keys, linked), expected, "{what}");
    let email = match change {
        Change::Email => format!("new-{}", stage.email),
        _ => stage.email.clone(),
    };
    let right = match change {
        _ if is_reset => Some(THIEFS),
        Change::Password | Change::Reset => Some(OWNERS),
        Change::Close => None,
        _ => Some(PASSWORD),
    };
    for password in [PASSWORD, THIEFS, OWNERS] {
        let works = enter(desk, &email, password).await.is_ok();
        assert_eq!(works, right == Some(password), "{what}: {password}");
    }
}

/// Two go at once for what is left, again and again.
pub async fn the_last_way_in_is_not_given_up_by_two_at_once(database: Database) {
    let (desk, post) = desk_on(database);
    for number in 0..8 {
        // A reader without a password, with a provider and a key.
        post.provider.says(&format!("s{number}"), Some(&format!("s{number}@example.com")));
        let away = post.detour(&desk, &Browser::default(), false, noon()).await;
        let arrived = arrive(&desk, &away, ("kampus", "state", "code"), noon()).await.unwrap();
        let browser = Browser { session: Some(super::session_of(arrived)), ..Browser::default() };
        let key = format!("k{number}");
        add_passkey(&desk, &browser, &key).await;
        let (one, two, here, there) = (desk.clone(), desk.clone(), browser.clone(), browser.clone());
        let unlinked = tokio::spawn(async move { unlink(&one, &here, ISSUER, "", noon()).await });
        let id = key.clone();
        let removed = tokio::spawn(async move { remove_passkey(&two, &there, &id, "", noon()).await });
        let done = [unlinked.await.unwrap(), removed.await.unwrap()];
        assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1, "{done:?}");
        let (_, account) = desk.store.session(&browser.session.unwrap().hash()).await.unwrap().unwrap();
        let keys = desk.store.passkeys(&account.id).await.unwrap().len();
        let linked = desk.store.identities(&account.id).await.unwrap().len();
        assert_eq!(keys + linked, 1, "{number}");
    }
}
