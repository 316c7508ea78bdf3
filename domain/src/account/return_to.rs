//! Page to which a reader returns after signing in.

/// The longest address to go back to.
const LONGEST: usize = 1024;

/// A path on this site. What a form says may come from anyone, so whatever could lead elsewhere becomes the front page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnTo(String);

impl ReturnTo {
    /// Reads what a form or an address says.
    pub fn parse(text: &str) -> Self {
        if is_own_path(text) { Self(text.to_owned()) } else { Self::default() }
    }

    /// A path, and perhaps a query, that begins with one slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for ReturnTo {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

/// Nothing but letters that need no escape: browsers forgive tabs and take `\` for `/`, and what is escaped may be unescaped
/// by somebody on the way.
fn is_own_path(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~?=&+,:".contains(&byte);
    text.len() <= LONGEST && text.starts_with('/') && !text.contains("//") && text.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_gone_back_to() {
        for path in ["/", "/read/7/judul-7", "/rubrik/dunia?sebelum=1718859600000-7", "/akun"] {
            assert_eq!(ReturnTo::parse(path).as_str(), path);
        }
        let long = format!("/{}", "a".repeat(1100));
        for evil in [
            "",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https:evil.example",
            "https://evil.example/",
            "%2f%2fevil.example",
            "/%2f/evil.example",
            "javascript:alert(1)",
            "/a\tb",
            "/a\r\nSet-Cookie: x=y",
            "/.//evil.example",
            "read/7",
            "/é",
            &long,
        ] {
            assert_eq!(ReturnTo::parse(evil), ReturnTo::default(), "{evil:?}");
        }
    }
}
