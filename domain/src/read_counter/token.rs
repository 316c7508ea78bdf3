//! Proof that a page was open for a while in one network before it reports that it was read.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::account::Rng;
use crate::article::ArticleId;

/// A browser brings a token back after three seconds of reading; one is left for servers whose clocks differ.
const YOUNGEST: TimeDelta = TimeDelta::seconds(2);
/// After that the page has to be opened anew.
const OLDEST: TimeDelta = TimeDelta::minutes(30);
const NONCE: usize = 8;
const SIGNED: usize = 16;

/// Random number that makes each token unique.
pub(super) type Nonce = [u8; NONCE];

/// The key that all servers of a site share. Its `Debug` does not tell it.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadKey([u8; 32]);

impl ReadKey {
    /// A new one.
    pub fn random(rng: &dyn Rng) -> Self {
        let mut bytes = [0; 32];
        rng.fill(&mut bytes);
        Self(bytes)
    }

    /// As kept in the store; `None` for what is no key.
    pub fn from_store(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// A name of the store that keeps the key, which tells nothing of the key.
    pub fn name(&self) -> String {
        let mut mac = self.mac();
        mac.update(b"name of the store");
        URL_SAFE_NO_PAD.encode(&mac.finalize().into_bytes()[..SIGNED])
    }

    /// A token for a page that is opened now. Nothing is kept of it.
    pub(super) fn issue(
        &self,
        article: &ArticleId,
        network: Option<&str>,
        at: DateTime<Utc>,
        rng: &dyn Rng,
    ) -> String {
        let mut nonce = [0; NONCE];
        rng.fill(&mut nonce);
        let opened_at = at.timestamp_millis().to_be_bytes();
        let signature = self.sign(article, network, opened_at, nonce).finalize().into_bytes();
        URL_SAFE_NO_PAD.encode([&opened_at[..], &nonce, &signature[..SIGNED]].concat())
    }

    /// The nonce of a token that this network got for this article long enough ago, and not too long.
    pub(super) fn verify(
        &self,
        token: &str,
        article: &ArticleId,
        network: Option<&str>,
        at: DateTime<Utc>,
    ) -> Option<Nonce> {
        let bytes: [u8; 8 + NONCE + SIGNED] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
        let (opened_at, rest) = bytes.split_first_chunk::<8>()?;
        let (nonce, signature) = rest.split_first_chunk::<NONCE>()?;
        self.sign(article, network, *opened_at, *nonce).verify_truncated_left(signature).ok()?;
        let age = at - DateTime::from_timestamp_millis(i64::from_be_bytes(*opened_at))?;
        (YOUNGEST..=OLDEST).contains(&age).then_some(*nonce)
    }

    fn sign(
        &self,
        article: &ArticleId,
        network: Option<&str>,
        opened_at: [u8; 8],
        nonce: Nonce,
    ) -> Hmac<Sha256> {
        let mut signed = self.mac();
        for part in [b"read", article.as_str().as_bytes(), network.unwrap_or_default().as_bytes()] {
            signed.update(part);
            signed.update(&[0]);
        }
        signed.update(&opened_at);
        signed.update(&nonce);
        signed
    }

    fn mac(&self) -> Hmac<Sha256> {
        // A MAC takes keys of every length: the error cannot happen.
        Hmac::new_from_slice(&self.0).expect("every key fits")
    }
}

impl std::fmt::Debug for ReadKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("ReadKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Always the same number.
    struct Only(u8);

    impl Rng for Only {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_780_000_000, 0).unwrap() + TimeDelta::seconds(seconds)
    }

    #[test]
    fn a_token_is_good_for_its_article_and_network_and_for_a_while() {
        let key = ReadKey::random(&Only(7));
        let id = |id| ArticleId::parse(id).unwrap();
        let token = key.issue(&id("a"), Some("203.0.113.9"), at(0), &Only(0));
        let is_good = |key: &ReadKey, token: &str, article, network, seconds| {
            key.verify(token, &id(article), network, at(seconds)).is_some()
        };
        for (seconds, expected) in
            [(-5, false), (0, false), (1, false), (2, true), (1800, true), (1801, false)]
        {
            assert_eq!(is_good(&key, &token, "a", Some("203.0.113.9"), seconds), expected, "{seconds}");
        }
        assert!(!is_good(&key, &token, "b", Some("203.0.113.9"), 5));
        assert!(!is_good(&key, &token, "a", Some("203.0.113.10"), 5));
        assert!(!is_good(&key, &token, "a", None, 5));
        assert!(!is_good(&ReadKey::random(&Only(8)), &token, "a", Some("203.0.113.9"), 5));
        for wrong in ["", "AAAA", "%%%", &format!("{token}A"), &token[1..], &token.replacen('A', "B", 1)] {
            assert!(!is_good(&key, wrong, "a", Some("203.0.113.9"), 5), "{wrong}");
        }
    }
}
