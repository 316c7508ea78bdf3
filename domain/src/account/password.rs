//! Passwords: which are accepted, and who hashes them.

use std::fmt;

use async_trait::async_trait;
use unicode_normalization::UnicodeNormalization;

use super::secret::digest_bytes;
use super::strength::{Strength, estimate};

/// The most that is read of a password field; beyond, nothing is looked at.
const MOST_BYTES: usize = 4 * 1024;

/// A password as a person typed it, in NFKC, so that every keyboard gives the same. Its `Debug` does not tell it.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// Why a password is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPassword {
    /// It has fewer characters than this.
    TooShort(usize),
    /// It has more characters than this.
    TooLong(usize),
    /// It holds a character that no keyboard has.
    Unprintable,
    /// It is among those that are tried first.
    Common,
    /// It is made of the reader's address or the site's name.
    Derived,
}

impl Password {
    /// Reads a field; `longest` counts characters.
    pub fn typed(text: &str, longest: usize) -> Result<Self, BadPassword> {
        if text.len() > MOST_BYTES {
            return Err(BadPassword::TooLong(longest));
        }
        let normal: String = text.nfkc().collect();
        if normal.chars().count() > longest {
            Err(BadPassword::TooLong(longest))
        } else if normal.chars().any(char::is_control) {
            Err(BadPassword::Unprintable)
        } else {
            Ok(Self(normal))
        }
    }

    /// For the hasher only.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}

/// Requirements for a new password. There are no rules of composition, which make passwords worse.
#[derive(Clone, Copy, Debug)]
pub struct NewPassword<'a> {
    /// The fewest characters.
    pub shortest: usize,
    /// The most characters.
    pub longest: usize,
    /// Passwords that attackers try first.
    pub common: &'a CommonPasswords,
    /// Words that a stranger would try for this reader: address, name of the site.
    pub context: &'a [&'a str],
}

impl NewPassword<'_> {
    /// The password, if it is good enough.
    pub fn read(&self, text: &str) -> Result<Password, BadPassword> {
        let password = Password::typed(text, self.longest)?;
        let small = password.0.to_lowercase();
        // What people add to reach a length adds little.
        let stem = small.trim_matches(|letter: char| !letter.is_alphabetic());
        if small.chars().count() < self.shortest {
            Err(BadPassword::TooShort(self.shortest))
        } else if self.common.holds(&small)
            || (small.len() - stem.len() <= 6 && self.common.holds(stem))
            || is_dull(&small)
        {
            Err(BadPassword::Common)
        } else if self.is_derived(&small) {
            Err(BadPassword::Derived)
        } else if estimate(&small, &self.words()) == Strength::VeryWeak {
            Err(BadPassword::Common)
        } else {
            Ok(password)
        }
    }

    /// The words of the context, in small letters.
    fn words(&self) -> Vec<String> {
        let words = self.context.iter().flat_map(|text| text.split(['@', '.', '+', ' ', '-', '_']));
        words.filter(|word| word.chars().count() >= 3).map(str::to_lowercase).collect()
    }

    /// Whether little is left without the words of the context.
    fn is_derived(&self, small: &str) -> bool {
        const LEAST_OF_ITS_OWN: usize = 6;
        let mut rest = small.to_owned();
        for word in self.words() {
            rest = rest.replace(&word, "");
        }
        rest.len() < small.len()
            && rest.chars().filter(|letter| letter.is_alphabetic()).count() < LEAST_OF_ITS_OWN
    }
}

/// The same few letters over and over, or one row of neighbours.
fn is_dull(text: &str) -> bool {
    let letters: Vec<u32> = text.chars().map(u32::from).collect();
    let is_period = |period: usize| letters.iter().zip(&letters[period..]).all(|(one, other)| one == other);
    let is_row = |step: u32| letters.windows(2).all(|pair| pair[0].wrapping_add(step) == pair[1]);
    (1..=3.min(letters.len().saturating_sub(1))).any(is_period) || is_row(1) || is_row(1_u32.wrapping_neg())
}

/// The commonest passwords in a Bloom filter: it knows all of them, and takes one in two thousand others for one.
#[derive(Clone, Debug)]
pub struct CommonPasswords(Vec<u8>);

impl CommonPasswords {
    /// Number of bits that the filter sets for each password. The generator of the filter uses the same number.
    const PROBES: usize = 11;

    /// From the bytes that `scripts/lib/passwords.mjs` wrote. Without any, it holds nothing.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// Whether the password, in small letters, is among them.
    pub fn holds(&self, small: &str) -> bool {
        let bits = self.0.len() as u64 * 8;
        let hash = digest_bytes(small.as_bytes());
        let word = |at: usize| u64::from_le_bytes(std::array::from_fn(|byte| hash[at + byte]));
        // Kirsch and Mitzenmacher: two hashes do for any number.
        let (first, second) = (word(0), word(8));
        bits > 0
            && (0..Self::PROBES as u64).all(|probe| {
                let bit = first.wrapping_add(probe.wrapping_mul(second)) % bits;
                let byte = usize::try_from(bit / 8).unwrap_or_default();
                self.0[byte] & (1 << (bit % 8)) != 0
            })
    }
}

/// Stored form of a password: algorithm, parameters, salt and hash in one text (PHC string format).
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// As kept in the store.
    pub fn from_store(text: String) -> Self {
        Self(text)
    }

    /// As kept in the store.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PasswordHash(…)")
    }
}

/// Result of comparing a password with a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Another password, or no hash to compare with.
    No,
    /// The same.
    Yes,
    /// The same, but hashed with weaker parameters than today's.
    YesOutdated,
}

/// Too many are hashing already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many passwords are being hashed")]
pub struct Busy;

/// Hashes slowly, a few at a time.
#[async_trait]
pub trait PasswordHasher: Send + Sync {
    /// The hash to keep.
    async fn hash(&self, password: &Password) -> Result<PasswordHash, Busy>;

    /// Whether the password is the one behind the hash. Takes its time without a hash too, so that the time does not
    /// tell whether there is one.
    async fn verify(&self, password: &Password, hash: Option<&PasswordHash>) -> Result<Verified, Busy>;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Password, BadPassword> {
        let common = CommonPasswords::new(vec![]);
        let context = ["nadira.kusuma@koran.example", "Warta Kita"];
        NewPassword { shortest: 12, longest: 128, common: &common, context: &context }.read(text)
    }

    #[test]
    fn any_characters_do_if_they_are_enough_and_not_the_readers_own_name() {
        for good in
            ["tujuh belas kuda", "🐉🐉🐎🐎🐉🐎🐉🐉🐎🐎🐎🐉", "пароль-из-букв", "nadira menanam jagung"]
        {
            assert!(read(good).is_ok(), "{good}");
        }
        let long = "a1".repeat(65);
        let huge = "a".repeat(1_000_000);
        for (bad, why) in [
            ("", BadPassword::TooShort(12)),
            ("sepuluh.ok", BadPassword::TooShort(12)),
            (&long, BadPassword::TooLong(128)),
            (&huge, BadPassword::TooLong(128)),
            ("dua belas\0huruf", BadPassword::Unprintable),
            ("aaaaaaaaaaaaaa", BadPassword::Common),
            ("ababababababab", BadPassword::Common),
            ("abcdefghijklmn", BadPassword::Common),
            ("P@ssw0rd-123456", BadPassword::Common),
            ("nadirakusuma12", BadPassword::Derived),
            ("Kusuma.Nadira!!", BadPassword::Derived),
            ("wartakita2026", BadPassword::Derived),
        ] {
            assert_eq!(read(bad), Err(why), "{bad:.20}");
        }
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same_password() {
        let typed = |text: &str| Password::typed(text, 128).unwrap();
        assert_eq!(typed("kafe\u{301} ﬁlm"), typed("kaf\u{e9} film"));
        assert_eq!(format!("{:?}", typed("rahasia")), "Password(…)");
    }
}
