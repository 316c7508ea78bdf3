//! Email addresses, as far as an account can have one.

use std::fmt;

/// The longest address that mail servers take.
const LONGEST: usize = 254;
const LONGEST_LOCAL: usize = 64;

/// An address in its one form: small letters, the host as the domain name system knows it.
///
/// Of the local part only what mailboxes have in practice is taken: no quotes, no letters beyond ASCII, so that two
/// addresses that look the same are the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmailAddress(String);

/// The text is no address that an account can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an email address")]
pub struct BadEmail;

impl EmailAddress {
    /// Reads what a person typed; spaces around it are forgiven.
    pub fn parse(text: &str) -> Result<Self, BadEmail> {
        let text = text.trim_matches(' ');
        if text.len() > 4 * LONGEST {
            return Err(BadEmail);
        }
        let (local, host) = text.rsplit_once('@').ok_or(BadEmail)?;
        let host = idna::domain_to_ascii_strict(host).map_err(|_| BadEmail)?;
        let address = format!("{}@{host}", local.to_ascii_lowercase());
        let fits = address.len() <= LONGEST && local.len() <= LONGEST_LOCAL;
        if fits && local.split('.').all(is_atom) && is_host(&host) {
            Ok(Self(address))
        } else {
            Err(BadEmail)
        }
    }

    /// `name@example.com`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Part before the `@`.
    pub fn local(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// RFC 5322's atom.
fn is_atom(part: &str) -> bool {
    !part.is_empty()
        && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
}

/// At least two labels, and no number for the last: nobody gets mail at an IP address.
fn is_host(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.') && !last.is_empty() && !last.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_address_are_one_address() {
        for (typed, expected) in [
            ("sari@example.com", "sari@example.com"),
            (" Sari@Example.COM ", "sari@example.com"),
            ("sari+koran@example.com", "sari+koran@example.com"),
            ("sari@bücher.example", "sari@xn--bcher-kva.example"),
            ("sari@xn--bcher-kva.example", "sari@xn--bcher-kva.example"),
            ("sari@BÜCHER.example", "sari@xn--bcher-kva.example"),
        ] {
            assert_eq!(EmailAddress::parse(typed).unwrap().as_str(), expected, "{typed}");
        }
    }

    #[test]
    fn what_is_no_address_or_looks_like_another_is_refused() {
        let long = format!("{}@example.com", "a".repeat(65));
        let longer = format!("a@{}.example", "a.".repeat(130));
        for typed in [
            "",
            "sari",
            "@example.com",
            "sari@",
            "sari@localhost",
            "sari@127.0.0.1",
            "sari@[127.0.0.1]",
            "a b@example.com",
            "sari@example.com\r\nBcc: x@example.com",
            "sari@example.com\n",
            "sari\0@example.com",
            "sari@exam\0ple.com",
            "\u{202e}sari@example.com",
            "sа̀ri@example.com",
            "🐉@example.com",
            "sari@example.com.",
            "sari@example..com",
            ".sari@example.com",
            "sa..ri@example.com",
            "\"sari\"@example.com",
            "sari@example.com,x@example.com",
            "<sari@example.com>",
            "sari@-.example",
            "sari@exa mple.com",
            &long,
            &longer,
        ] {
            assert_eq!(EmailAddress::parse(typed), Err(BadEmail), "{typed:?}");
        }
    }
}
