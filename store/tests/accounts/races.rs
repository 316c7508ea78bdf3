//! Actions that require the password, while another browser changes the account: every action against every change.

use domain::account::{
    Account, AccountError, AccountService, ClientContext, EmailAddress, EmailKind, EmailProof, Purpose,
    ReturnTo, SignedIn, Token, begin_login, begin_passkey, change_email, change_password, close,
    complete_login, confirm_email, finish_passkey, remove_passkey, request_reset, reset_password,
    secure_account, sign_in, unlink,
};
use store::Database;

use super::departure;
use super::fakes::{ISSUER, PASSWORD, Post, account_service_on, noon, weak};

const THIEFS: &str = "sembilan kambing biru";
const OWNERS: &str = "empat ekor merpati";

/// Action that relies on the password that the account had when it was read.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Action {
    SignIn,
    /// Signing in with an outdated hash, which is replaced. The change happens while the new hash is computed.
    Rehash,
    ChangePassword,
    /// Changing the password. The change happens while the new password is hashed, not while the old one is checked.
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

/// Change of the account's sign-in methods, made in another browser.
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

/// Reader with a password, a passkey and a provider, signed in in two browsers.
struct Stage {
    accounts: AccountService,
    email: String,
    account: Account,
    key: String,
    here: ClientContext,
    there: ClientContext,
}

impl Stage {
    async fn set(accounts: &AccountService, post: &Post, name: &str) -> Self {
        let email = format!("{name}@example.com");
        let here = post.join(accounts, &email, noon()).await;
        let key = format!("key-{name}");
        add_passkey(accounts, &here, &key).await;
        post.provider.says(name, None);
        let away = post.oidc_login(accounts, &here, true, noon()).await;
        complete_login(accounts, &away, ("kampus", "state", "code"), noon()).await.unwrap();
        let there = enter(accounts, &email, PASSWORD).await.unwrap();
        let there = ClientContext { session: Some(there.session), ..ClientContext::default() };
        let account =
            accounts.store.account_of(&EmailAddress::parse(&email).unwrap()).await.unwrap().unwrap();
        Self { accounts: accounts.clone(), email, account, key, here, there }
    }

    /// Prepares a change so that it can happen in one step.
    async fn prepare(&self, post: &Post, change: Change) -> Ready {
        let accounts = &self.accounts;
        let token = match change {
            Change::Reset => {
                request_reset(accounts, &ClientContext::default(), &self.email, noon()).await.unwrap();
                Some(post.open(accounts, noon()).await.unwrap().token)
            }
            // The last email reports the sign-in of the other browser.
            Change::Secure => post.told(accounts, noon()).await.1,
            Change::Email => {
                let new = format!("new-{}", self.email);
                change_email(accounts, &self.there, PASSWORD, &new, noon()).await.unwrap();
                let old = post.open(accounts, noon()).await.unwrap();
                confirm_email(accounts, &self.there, &EmailProof::Link(old.token), noon()).await.unwrap();
                Some(post.open(accounts, noon()).await.unwrap().token)
            }
            Change::AddPasskey => {
                let (_, token) = begin_passkey(accounts, &self.there, PASSWORD, noon()).await.unwrap();
                Some(token)
            }
            Change::Link => {
                let links = Some(PASSWORD);
                let to = ReturnTo::default();
                Some(begin_login(accounts, &self.there, "kampus", to, links, noon()).await.unwrap().1)
            }
            _ => None,
        };
        Ready { accounts: accounts.clone(), change, token, key: self.key.clone(), there: self.there.clone() }
    }

    /// Runs the action, which hashes a password and then writes.
    async fn act(&self, action: Action, reset: Option<Token>) -> Result<(), AccountError> {
        let (accounts, here) = (&self.accounts, &self.here);
        match action {
            Action::SignIn | Action::Rehash => enter(accounts, &self.email, PASSWORD).await.map(drop),
            Action::ChangePassword | Action::HashNewPassword => {
                change_password(accounts, here, PASSWORD, THIEFS, noon()).await.map(drop)
            }
            Action::ChangeEmail => {
                let evil = format!("evil-{}", self.email);
                change_email(accounts, here, PASSWORD, &evil, noon()).await.map(drop)
            }
            Action::Close => close(accounts, here, PASSWORD, &departure(), noon()).await,
            Action::BeginPasskey => begin_passkey(accounts, here, PASSWORD, noon()).await.map(drop),
            Action::Link => {
                let to = ReturnTo::default();
                begin_login(accounts, here, "kampus", to, Some(PASSWORD), noon()).await.map(drop)
            }
            Action::RemovePasskey => remove_passkey(accounts, here, &self.key, PASSWORD, noon()).await,
            Action::Unlink => unlink(accounts, here, ISSUER, PASSWORD, noon()).await,
            Action::Reset => {
                let proof = EmailProof::Link(reset.unwrap());
                reset_password(accounts, &ClientContext::default(), &proof, THIEFS, &[], noon()).await
            }
        }
    }
}

/// Prepared change.
struct Ready {
    accounts: AccountService,
    change: Change,
    token: Option<Token>,
    key: String,
    there: ClientContext,
}

impl Ready {
    async fn happen(self) {
        let Self { accounts, change, token, key, there } = self;
        match change {
            Change::Password => {
                change_password(&accounts, &there, PASSWORD, OWNERS, noon()).await.unwrap();
            }
            Change::Reset => {
                let (client, proof) = (ClientContext::default(), EmailProof::Link(token.unwrap()));
                reset_password(&accounts, &client, &proof, OWNERS, &[], noon()).await.unwrap();
            }
            Change::Secure => {
                secure_account(&accounts, &ClientContext::default(), token.unwrap(), noon()).await.unwrap();
            }
            Change::Email => {
                confirm_email(&accounts, &there, &EmailProof::Link(token.unwrap()), noon()).await.unwrap();
            }
            Change::AddPasskey => {
                let there = ClientContext { challenge: token, ..there };
                finish_passkey(&accounts, &there, &format!("second-{key}"), noon()).await.unwrap();
            }
            Change::Link => {
                let there = ClientContext { oidc_login: token, ..there };
                complete_login(&accounts, &there, ("kampus", "state", "code"), noon()).await.unwrap();
            }
            Change::RemovePasskey => remove_passkey(&accounts, &there, &key, PASSWORD, noon()).await.unwrap(),
            Change::Unlink => unlink(&accounts, &there, ISSUER, PASSWORD, noon()).await.unwrap(),
            Change::Close => close(&accounts, &there, PASSWORD, &departure(), noon()).await.unwrap(),
        }
    }
}

async fn enter(accounts: &AccountService, email: &str, password: &str) -> Result<SignedIn, AccountError> {
    sign_in(accounts, &ClientContext::default(), email, password, ReturnTo::default(), noon()).await
}

async fn add_passkey(accounts: &AccountService, client: &ClientContext, key: &str) {
    let (_, token) = begin_passkey(accounts, client, PASSWORD, noon()).await.unwrap();
    let asked = ClientContext { challenge: Some(token), ..client.clone() };
    finish_passkey(accounts, &asked, key, noon()).await.unwrap();
}

/// Runs every action while every change happens: each action hashes once, and the change happens in the middle of that.
pub async fn what_rests_on_a_password_is_void_once_the_account_has_changed(database: Database) {
    let (accounts, post) = account_service_on(database);
    for (number, action) in ACTIONS.into_iter().enumerate() {
        for change in CHANGES {
            let name = format!("r{number}-{change:?}").to_lowercase();
            pair(&accounts, &post, &name, (action, change)).await;
        }
    }
}

async fn pair(accounts: &AccountService, post: &Post, name: &str, (action, change): (Action, Change)) {
    let what = format!("{action:?} while {change:?}");
    let stage = Stage::set(accounts, post, name).await;
    let ready = stage.prepare(post, change).await;
    let reset = if action == Action::Reset {
        request_reset(accounts, &ClientContext::default(), &stage.email, noon()).await.unwrap();
        Some(post.open(accounts, noon()).await.unwrap().token)
    } else {
        None
    };
    if action == Action::Rehash {
        let account = accounts.store.account(&stage.account.id).await.unwrap().unwrap();
        accounts.store.rehash(&account, &weak(PASSWORD)).await.unwrap().done().unwrap();
    }
    post.told(accounts, noon()).await;
    post.provider.says(&format!("second-{name}"), None);
    let skipped = u32::from(matches!(action, Action::Rehash | Action::HashNewPassword));
    post.hasher.meanwhile(skipped, ready.happen());
    let acted = stage.act(action, reset).await;
    assert!(post.hasher.has_happened(), "{what}");
    // A reset relies only on its email. It succeeds unless the change has made that email void, and removes what was added meanwhile.
    let voids = [Change::Password, Change::Reset, Change::Secure, Change::Email, Change::Close];
    let goes_on = action == Action::Reset && !voids.contains(&change);
    assert_eq!(acted.is_ok(), goes_on, "{what}: {acted:?}");

    let sessions = accounts.store.sessions(&stage.account.id).await.unwrap().len();
    let expected = match change {
        _ if goes_on => 0,
        Change::Reset | Change::Secure | Change::Close => 0,
        Change::Password | Change::Email => 1,
        _ => 2,
    };
    assert_eq!(sessions, expected, "living sessions: {what}");
    let (kinds, _) = post.told(accounts, noon()).await;
    assert!(!kinds.contains(&EmailKind::Confirmation(Purpose::ConfirmOldEmail)), "{what}: {kinds:?}");
    check_sign_in_methods(&stage, change, goes_on, &what).await;
}

/// Asserts that only the sign-in methods that the change has left work.
async fn check_sign_in_methods(stage: &Stage, change: Change, is_reset: bool, what: &str) {
    let accounts = &stage.accounts;
    let keys = accounts.store.passkeys(&stage.account.id).await.unwrap().len();
    let linked = accounts.store.identities(&stage.account.id).await.unwrap().len();
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
        let works = enter(accounts, &email, password).await.is_ok();
        assert_eq!(works, right == Some(password), "{what}: {password}");
    }
}

/// Removes the last two sign-in methods at the same time, several times.
pub async fn the_last_way_in_is_not_given_up_by_two_at_once(database: Database) {
    let (accounts, post) = account_service_on(database);
    for number in 0..8 {
        // This reader has no password, only a provider and a passkey.
        post.provider.says(&format!("s{number}"), Some(&format!("s{number}@example.com")));
        let away = post.oidc_login(&accounts, &ClientContext::default(), false, noon()).await;
        let arrived = complete_login(&accounts, &away, ("kampus", "state", "code"), noon()).await.unwrap();
        let client = ClientContext { session: Some(super::session_of(arrived)), ..ClientContext::default() };
        let key = format!("k{number}");
        add_passkey(&accounts, &client, &key).await;
        let (one, two, here, there) = (accounts.clone(), accounts.clone(), client.clone(), client.clone());
        let unlinked = tokio::spawn(async move { unlink(&one, &here, ISSUER, "", noon()).await });
        let id = key.clone();
        let removed = tokio::spawn(async move { remove_passkey(&two, &there, &id, "", noon()).await });
        let done = [unlinked.await.unwrap(), removed.await.unwrap()];
        assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1, "{done:?}");
        let (_, account) = accounts.store.session(&client.session.unwrap().hash()).await.unwrap().unwrap();
        let keys = accounts.store.passkeys(&account.id).await.unwrap().len();
        let linked = accounts.store.identities(&account.id).await.unwrap().len();
        assert_eq!(keys + linked, 1, "{number}");
    }
}
