//! `t=SECONDS,v1=HEX`: HMAC-SHA256 over `SECONDS.BODY`, as Stripe signs, and as we ask others to.

use chrono::{DateTime, Utc};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::settings::Secret;

/// News that is older, or from the future, was caught on its way.
const TOLERANCE_SECONDS: u64 = 300;

/// Why a signature does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum BadSignature {
    #[error("there is no signature `t=SECONDS,v1=HEX`")]
    Missing,
    #[error("it was signed too long ago, or its clock is wrong")]
    Old,
    #[error("it was not signed with our secret")]
    Wrong,
}

/// Whether a body was signed with the secret, now. Of several signatures, as while secrets change, one is enough.
pub(super) fn verify(
    header: &str,
    secret: &Secret,
    body: &[u8],
    now: DateTime<Utc>,
) -> Result<(), BadSignature> {
    let parts = || header.split(',').filter_map(|part| part.trim().split_once('='));
    let time = parts().find(|(name, _)| *name == "t").map(|(_, time)| time).ok_or(BadSignature::Missing)?;
    let seconds: i64 = time.parse().map_err(|_| BadSignature::Missing)?;
    let mut signed =
        Hmac::<Sha256>::new_from_slice(secret.reveal().as_bytes()).map_err(|_| BadSignature::Wrong)?;
    signed.update(time.as_bytes());
    signed.update(b".");
    signed.update(body);
    let mut given = parts().filter(|(name, _)| *name == "v1").peekable();
    given.peek().ok_or(BadSignature::Missing)?;
    // Compared in a time that does not tell how much of it is right.
    let holds =
        given.filter_map(|(_, hex)| bytes(hex)).any(|bytes| signed.clone().verify_slice(&bytes).is_ok());
    if !holds {
        Err(BadSignature::Wrong)
    } else if now.timestamp().abs_diff(seconds) > TOLERANCE_SECONDS {
        Err(BadSignature::Old)
    } else {
        Ok(())
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits: Vec<u32> = hex.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    let pairs = digits.chunks_exact(2);
    let is_even = pairs.remainder().is_empty();
    is_even.then(|| pairs.filter_map(|pair| u8::try_from(pair[0] * 16 + pair[1]).ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made with `openssl dgst -sha256 -hmac rahasia`, of `1718946000.{}`.
    const HEX: &str = "47ea8db4ac1aa0ab53585861eb1144109239055e6f81d9e9d41a23608b454aa7";

    #[test]
    fn a_signature_holds_for_its_body_its_time_and_its_secret() {
        let now = DateTime::from_timestamp(1_718_946_000, 0).unwrap();
        let later = |seconds| now + chrono::TimeDelta::seconds(seconds);
        let secret = Secret::from("rahasia");
        let good = format!("t=1718946000,v1={HEX}");
        for (header, body, at, expected) in [
            (good.clone(), "{}", now, Ok(())),
            (format!("t=1718946000, v1=00ff, v1={HEX}, v0=zz"), "{}", later(300), Ok(())),
            (good.clone(), "{}", later(-300), Ok(())),
            (good.clone(), "{}", later(301), Err(BadSignature::Old)),
            (good.clone(), "{} ", now, Err(BadSignature::Wrong)),
            (format!("t=1718946001,v1={HEX}"), "{}", now, Err(BadSignature::Wrong)),
            (format!("t=1718946000,v1={}", &HEX[1..]), "{}", now, Err(BadSignature::Wrong)),
            (format!("v1={HEX}"), "{}", now, Err(BadSignature::Missing)),
            ("t=1718946000".to_owned(), "{}", now, Err(BadSignature::Missing)),
            (String::new(), "{}", now, Err(BadSignature::Missing)),
        ] {
            assert_eq!(verify(&header, &secret, body.as_bytes(), at), expected, "{header} {body} {at}");
        }
        assert_eq!(verify(&good, &Secret::from("lain"), b"{}", now), Err(BadSignature::Wrong));
    }
}
