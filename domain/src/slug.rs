//! The readable part of an address.

use std::fmt;

/// The longest slug in bytes; a longer text is cut at a word.
const LONGEST: usize = 80;

/// Lower-case ASCII words joined by single hyphens, never empty, at most 80 bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// The slug of any text; `None` where the text has neither letters nor digits.
    pub fn from_text(text: &str) -> Option<Self> {
        let plain = deunicode::deunicode_with_tofu(text, " ").to_ascii_lowercase();
        let words = plain.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let whole = words.collect::<Vec<_>>().join("-");
        let cut = match whole.get(..LONGEST) {
            Some(head) if whole.len() > LONGEST => head.rfind('-').map_or(head, |end| &head[..end]),
            _ => whole.as_str(),
        };
        (!cut.is_empty()).then(|| Self(cut.to_owned()))
    }

    /// A slug that a request or a row carries: `None` unless it is one already.
    pub fn parse(text: &str) -> Option<Self> {
        Self::from_text(text).filter(|slug| slug.0 == text)
    }

    /// The slug as it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_plain_words() {
        for (text, expected) in [
            ("Korea Utara", Some("korea-utara")),
            ("  Rusia–Korea: «Pakta» Baru! ", Some("rusia-korea-pakta-baru")),
            ("Café Ñandú", Some("cafe-nandu")),
            ("北京", Some("bei-jing")),
            ("</title><script>", Some("title-script")),
            ("!!!", None),
            ("", None),
        ] {
            assert_eq!(Slug::from_text(text).as_ref().map(Slug::as_str), expected, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        let slug = Slug::from_text(&"kata panjang ".repeat(20)).unwrap();
        assert!(slug.as_str().len() <= LONGEST);
        assert!(slug.as_str().ends_with("kata") || slug.as_str().ends_with("panjang"), "{slug}");
    }

    #[test]
    fn only_a_finished_slug_parses() {
        assert!(Slug::parse("korea-utara").is_some());
        for text in ["Korea-Utara", "korea--utara", "-korea", "korea/utara", ""] {
            assert!(Slug::parse(text).is_none(), "{text}");
        }
    }
}
