//! Account service with a fast hasher, a predictable random generator, and a fake provider.

use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::account::{
    Account, AccountService, AuthorizationRequest, AuthorizationResponse, Busy, ChallengeOptions, Claims,
    ClientContext, CommonPasswords, EmailAddress, EmailKind, EmailProof, Identity, Lifetimes, OidcLogin,
    Outgoing, Passkey, PasskeyError, PasskeyVerifier, Password, PasswordHash, PasswordHasher, ProviderError,
    ProviderName, Providers, ReturnTo, Rng, Rules, Token, Verified, begin_login, confirm, register,
};
use store::Database;

pub const PASSWORD: &str = "tujuh kuda ungu";
pub const ISSUER: &str = "https://provider.example";

pub fn noon() -> DateTime<Utc> {
    "2024-06-20T05:00:00Z".parse().unwrap()
}

pub fn later(seconds: i64) -> DateTime<Utc> {
    noon() + TimeDelta::seconds(seconds)
}

/// Fake hash with current parameters; it contains the password.
fn strong(password: &str) -> PasswordHash {
    PasswordHash::from_store(format!("strong:{password}"))
}

/// Fake hash with outdated parameters.
pub fn weak(password: &str) -> PasswordHash {
    PasswordHash::from_store(format!("weak:{password}"))
}

/// Future that runs while the hasher works.
type Elsewhere = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Fake hasher that can run something else in the middle of its work, as may happen while a real one takes its time.
#[derive(Default)]
pub struct Plain(Mutex<Option<(u32, Elsewhere)>>);

impl Plain {
    /// Runs the future in the middle of a later call, after `skipped` other calls.
    pub fn meanwhile(&self, skipped: u32, elsewhere: impl Future<Output = ()> + Send + 'static) {
        *self.0.lock().unwrap() = Some((skipped, Box::pin(elsewhere)));
    }

    /// Whether the future has run.
    pub fn has_happened(&self) -> bool {
        self.0.lock().unwrap().is_none()
    }

    async fn work(&self) {
        let now = {
            let mut waiting = self.0.lock().unwrap();
            match waiting.take() {
                Some((0, elsewhere)) => Some(elsewhere),
                Some((skipped, elsewhere)) => {
                    *waiting = Some((skipped - 1, elsewhere));
                    None
                }
                None => None,
            }
        };
        if let Some(elsewhere) = now {
            elsewhere.await;
        }
    }
}

#[async_trait]
impl PasswordHasher for Plain {
    async fn hash(&self, password: &Password) -> Result<PasswordHash, Busy> {
        self.work().await;
        Ok(strong(password.reveal()))
    }

    async fn verify(&self, password: &Password, hash: Option<&PasswordHash>) -> Result<Verified, Busy> {
        self.work().await;
        Ok(match hash {
            Some(hash) if *hash == strong(password.reveal()) => Verified::Yes,
            Some(hash) if *hash == weak(password.reveal()) => Verified::YesOutdated,
            _ => Verified::No,
        })
    }
}

#[derive(Default)]
struct Counting(AtomicU64);

impl Rng for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let fall = self.0.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            chunk.copy_from_slice(&fall.to_le_bytes()[..chunk.len()]);
        }
    }
}

/// Fake provider that always returns the claims set last.
#[derive(Default)]
pub struct FakeProvider(Mutex<Option<Claims>>);

impl FakeProvider {
    pub fn says(&self, subject: &str, verified_email: Option<&str>) {
        let identity = Identity { issuer: ISSUER.into(), subject: subject.into() };
        let verified_email = verified_email.map(|email| EmailAddress::parse(email).unwrap());
        *self.0.lock().unwrap() = Some(Claims { identity, verified_email });
    }
}

#[async_trait]
impl Providers for FakeProvider {
    fn names(&self) -> Vec<ProviderName> {
        vec![]
    }

    async fn begin(&self, slug: &str) -> Result<Option<AuthorizationRequest>, ProviderError> {
        let request = || AuthorizationRequest {
            address: format!("{ISSUER}/authorize"),
            state: "state".into(),
            nonce: "nonce".into(),
            verifier: "verifier".into(),
        };
        Ok((slug == "kampus").then(request))
    }

    async fn finish(
        &self,
        _: &OidcLogin,
        _: &AuthorizationResponse,
        _: DateTime<Utc>,
    ) -> Result<Claims, ProviderError> {
        Ok(self.0.lock().unwrap().clone().unwrap())
    }
}

/// Fake verifier. Each response is the id of a passkey, and each signature is valid unless the response ends with `forged`.
struct FakeVerifier;

impl PasskeyVerifier for FakeVerifier {
    fn is_available(&self) -> bool {
        true
    }

    fn start_registration(
        &self,
        account: &Account,
        known: &[Passkey],
    ) -> Result<ChallengeOptions, PasskeyError> {
        Ok(ChallengeOptions {
            options: format!("{} has {}", account.email, known.len()),
            state: "key".into(),
        })
    }

    fn finish_registration(&self, state: &str, answer: &str) -> Result<(String, String), PasskeyError> {
        assert_eq!(state, "key");
        Ok((answer.into(), "data".into()))
    }

    fn start_authentication(&self) -> Result<ChallengeOptions, PasskeyError> {
        Ok(ChallengeOptions { options: "who?".into(), state: "signature".into() })
    }

    fn credential_id(&self, answer: &str) -> Result<String, PasskeyError> {
        Ok(answer.trim_end_matches(" forged").into())
    }

    fn finish_authentication(
        &self,
        state: &str,
        answer: &str,
        _: &Passkey,
    ) -> Result<Option<String>, PasskeyError> {
        assert_eq!(state, "signature");
        if answer.ends_with("forged") {
            Err(PasskeyError("forged".into()))
        } else {
            Ok(Some("counted".into()))
        }
    }
}

/// Emails, provider and hasher of a test.
pub struct Post {
    pub provider: Arc<FakeProvider>,
    pub hasher: Arc<Plain>,
    pub elsewhere: ClientContext,
}

/// Email as received, with its link's token.
pub struct OpenedEmail {
    pub token: Token,
    pub to: String,
}

pub fn account_service_on(database: Database) -> (AccountService, Post) {
    let (provider, hasher) = (Arc::new(FakeProvider::default()), Arc::new(Plain::default()));
    let accounts = AccountService {
        store: Arc::new(database),
        hasher: hasher.clone(),
        passkeys: Arc::new(FakeVerifier),
        providers: provider.clone(),
        rng: Arc::new(Counting::default()),
        common: Arc::new(CommonPasswords::new(vec![])),
        rules: Rules {
            shortest_password: 12,
            longest_password: 128,
            lifetimes: Lifetimes { idle: TimeDelta::days(14), absolute: TimeDelta::days(30) },
            site_name: "Warta".into(),
        },
    };
    (accounts, Post { provider, hasher, elsewhere: ClientContext::default() })
}

impl Post {
    /// Takes the next email that has to be sent.
    async fn next(&self, accounts: &AccountService, now: DateTime<Utc>) -> Option<Outgoing> {
        while let Some(posted) = accounts.store.next_email(now, now + TimeDelta::minutes(1)).await.unwrap() {
            let outgoing = accounts.outgoing(&posted.email, now).await.unwrap();
            accounts.store.email_done(posted.id, None, now).await.unwrap();
            if outgoing.is_some() {
                return outgoing;
            }
        }
        None
    }

    /// Takes the next email that a reader has requested; `None` if there is none.
    pub async fn open(&self, accounts: &AccountService, now: DateTime<Utc>) -> Option<OpenedEmail> {
        while let Some(outgoing) = self.next(accounts, now).await {
            if let (EmailKind::Confirmation(_), Some((token, _))) = (outgoing.kind, outgoing.secrets) {
                return Some(OpenedEmail { token, to: outgoing.to.to_string() });
            }
        }
        None
    }

    /// Takes all emails, and returns their kinds and the link to secure the account in the last notification.
    pub async fn told(
        &self,
        accounts: &AccountService,
        now: DateTime<Utc>,
    ) -> (Vec<EmailKind>, Option<Token>) {
        let (mut kinds, mut link) = (Vec::new(), None);
        while let Some(outgoing) = self.next(accounts, now).await {
            kinds.push(outgoing.kind);
            if !matches!(outgoing.kind, EmailKind::Confirmation(_)) {
                link = outgoing.secrets.map(|(token, _)| token).or(link);
            }
        }
        (kinds, link)
    }

    /// Registers a reader, and returns the browser signed in.
    pub async fn join(&self, accounts: &AccountService, email: &str, now: DateTime<Utc>) -> ClientContext {
        let token = register(accounts, &ClientContext::default(), email, PASSWORD, ReturnTo::default(), now)
            .await
            .unwrap();
        let client = ClientContext { confirmation: Some(token), ..ClientContext::default() };
        let mail = self.open(accounts, now).await.unwrap();
        let signed_in = confirm(accounts, &client, &EmailProof::Link(mail.token), None, now).await.unwrap();
        ClientContext { session: Some(signed_in.session), ..ClientContext::default() }
    }

    /// Starts a login at the provider, and returns the browser as it comes back.
    pub async fn oidc_login(
        &self,
        accounts: &AccountService,
        client: &ClientContext,
        links: bool,
        now: DateTime<Utc>,
    ) -> ClientContext {
        let links = links.then_some(PASSWORD);
        let (_, token) =
            begin_login(accounts, client, "kampus", ReturnTo::parse("/akun"), links, now).await.unwrap();
        ClientContext { oidc_login: Some(token), ..client.clone() }
    }
}
