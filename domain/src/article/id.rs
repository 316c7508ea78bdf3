//! The newsroom's own identifier of an article.

use std::fmt;

/// The longest identifier in bytes.
const LONGEST: usize = 100;

/// Letters, digits and `-._~` only, 1 to 100 bytes: what an address carries without escapes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(String);

/// The text is no article id.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id has 1 to {LONGEST} letters, digits or the signs - . _ ~ and is not `.` or `..`")]
pub struct BadArticleId;

impl ArticleId {
    /// Takes the text as it stands: two spellings are two articles.
    pub fn parse(text: &str) -> Result<Self, BadArticleId> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        let whole = (1..=LONGEST).contains(&text.len()) && text.bytes().all(plain);
        // Browsers and proxies resolve these two away.
        let dots = matches!(text, "." | "..");
        if whole && !dots { Ok(Self(text.to_owned())) } else { Err(BadArticleId) }
    }

    /// The identifier as it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_what_an_address_carries_without_escapes() {
        for text in ["1882212", "a.b_c~d-e", "...", &"x".repeat(100)] {
            assert_eq!(ArticleId::parse(text).unwrap().as_str(), text);
        }
        for text in ["", ".", "..", "a b", "a/b", "é", "a%62", "a?b", &"x".repeat(101)] {
            assert_eq!(ArticleId::parse(text), Err(BadArticleId), "{text}");
        }
    }
}
