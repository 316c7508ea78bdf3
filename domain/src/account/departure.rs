//! Record that remains of a deleted account: the number of units that its address has spent, under an HMAC of the address.

use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::EmailAddress;
use super::secret::letters;
use crate::access::Span;

/// Time for which the record is kept where units are granted only once.
const LONGEST: TimeDelta = TimeDelta::days(400);

/// Period for which spent units of a deleted account are remembered, and the end of that time. An account that is
/// registered with the same address before then starts with the units that are left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The period in which the account is deleted.
    pub period: String,
    /// From then on nothing is known of the address any more.
    pub expires_at: DateTime<Utc>,
}

impl Departure {
    /// Departure of an account within this period.
    pub fn in_period(span: Span, now: DateTime<Utc>) -> Self {
        Self { period: span.key, expires_at: span.ends_at.unwrap_or(now + LONGEST) }
    }
}

/// Name under which a deleted account's address is stored. Without the secret, nobody can tell whether a name belongs to an
/// address.
///
/// # Panics
/// Never: a key may have any length.
pub fn departed_name(secret: &[u8], email: &EmailAddress) -> String {
    let mut name = Hmac::<Sha256>::new_from_slice(secret).expect("a key may have any length");
    name.update(email.as_str().as_bytes());
    letters(&name.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_another_name_under_another_secret() {
        let [sari, budi] =
            ["sari@example.com", "budi@example.com"].map(|text| EmailAddress::parse(text).unwrap());
        let name = departed_name(b"secret", &sari);
        assert_eq!(name, departed_name(b"secret", &sari));
        assert_ne!(name, departed_name(b"secret", &budi));
        assert_ne!(name, departed_name(b"another", &sari));
        assert!(name.len() == 43 && !name.contains("sari"));
    }

    #[test]
    fn what_was_spent_is_remembered_as_long_as_the_period_lasts() {
        let now = DateTime::UNIX_EPOCH;
        let ends_at = now + TimeDelta::days(3);
        for (ends_at, expected) in [(Some(ends_at), ends_at), (None, now + TimeDelta::days(400))] {
            let departure = Departure::in_period(Span { key: "p".into(), ends_at }, now);
            assert_eq!(departure, Departure { period: "p".into(), expires_at: expected });
        }
    }
}
