//! Secrets that readers carry: tokens in cookies and links, codes in mails. Only their hashes are kept.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// Source of randomness.
pub trait Rng: Send + Sync {
    /// Fills the bytes from a source that nobody can predict.
    fn fill(&self, bytes: &mut [u8]);
}

/// 256 random bits as 43 letters. Its `Debug` does not tell it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// Stored form of a [`Token`]: its SHA-256. The token cannot be computed from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TokenHash(String);

/// Six digits for readers who cannot follow a link. Its `Debug` does not tell them.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

const TOKEN_LETTERS: usize = 43;
const CODE_DIGITS: usize = 6;

impl Token {
    /// A new one.
    pub fn random(rng: &dyn Rng) -> Self {
        Self(random_text::<32>(rng))
    }

    /// Token from a cookie or a link; `None` for a text that cannot be a token, without asking the store.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == TOKEN_LETTERS
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        fits.then(|| Self(text.to_owned()))
    }

    /// To be sent to the reader, and kept nowhere.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// To be kept.
    pub fn hash(&self) -> TokenHash {
        TokenHash(digest(&[self.0.as_bytes()]))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(…)")
    }
}

impl TokenHash {
    /// As kept in the store.
    pub fn from_store(text: String) -> Self {
        Self(text)
    }

    /// As kept in the store.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Code {
    /// A new one, every one as likely as any other.
    pub fn random(rng: &dyn Rng) -> Self {
        const RANGE: u32 = 1_000_000;
        // The last, incomplete million of the numbers would make small codes likelier.
        const FAIR: u32 = u32::MAX - u32::MAX % RANGE;
        loop {
            let mut bytes = [0; 4];
            rng.fill(&mut bytes);
            let number = u32::from_le_bytes(bytes);
            if number < FAIR {
                return Self(format!("{:06}", number % RANGE));
            }
        }
    }

    /// Code that a person has typed; spaces are ignored.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|letter| *letter != ' ').take(CODE_DIGITS + 1).collect();
        let fits = digits.len() == CODE_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then_some(Self(digits))
    }

    /// To be sent to the reader, and kept nowhere.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// To be kept. A million codes are soon tried, but one is of use only to the browser that holds the token behind
    /// `confirmation`, and that token is kept nowhere.
    pub fn hash(&self, confirmation: &TokenHash) -> TokenHash {
        TokenHash(digest(&[confirmation.0.as_bytes(), b"/", self.0.as_bytes()]))
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Code(…)")
    }
}

/// `BYTES` random bytes in letters that stand in cookies and links as they are.
pub(super) fn random_text<const BYTES: usize>(rng: &dyn Rng) -> String {
    let mut bytes = [0; BYTES];
    rng.fill(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of what [`random_text`] made.
pub(super) fn bytes(text: &str) -> Option<[u8; 16]> {
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}

/// The SHA-256 of a text.
pub(super) fn digest_bytes(text: &[u8]) -> [u8; 32] {
    Sha256::digest(text).into()
}

/// The SHA-256 of the parts in a row, in letters.
pub(super) fn digest(parts: &[&[u8]]) -> String {
    let hash = parts.iter().fold(Sha256::new(), Sha256::chain_update);
    letters(&hash.finalize())
}

/// Bytes in letters that stand in cookies and links as they are.
pub(super) fn letters(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Random numbers that are given out in the order of a list.
    struct Falls(std::sync::Mutex<Vec<u8>>);

    impl Rng for Falls {
        fn fill(&self, bytes: &mut [u8]) {
            let mut falls = self.0.lock().unwrap();
            let rest = falls.split_off(bytes.len());
            bytes.copy_from_slice(&falls);
            *falls = rest;
        }
    }

    #[test]
    fn a_token_is_read_back_and_told_to_nobody() {
        let token = Token::random(&Falls(vec![7; 32].into()));
        assert_eq!(Token::parse(token.reveal()), Some(token.clone()));
        assert_eq!(format!("{token:?}"), "Token(…)");
        assert!(!token.hash().as_str().contains(token.reveal()));
        for text in
            ["", "x", &"a".repeat(42), &"a".repeat(44), &"=".repeat(43), &"é".repeat(43), &"a\n".repeat(22)]
        {
            assert_eq!(Token::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_code_has_six_digits_and_no_favourites() {
        let unfair = u32::MAX.to_le_bytes();
        let fair = 4_000_042_u32.to_le_bytes();
        let code = Code::random(&Falls([unfair, fair].concat().into()));
        assert_eq!(code.reveal(), "000042");
        assert_eq!(Code::parse(" 000 042 "), Some(code));
        for text in ["", "12345", "1234567", "12345a", "१२३४५६"] {
            assert_eq!(Code::parse(text), None, "{text}");
        }
    }
}
