//! Names, lifetimes and attributes of the site's cookies.

use domain::account::{SignedIn, Token};
use http::header::{COOKIE, HeaderMap, HeaderValue};

/// Cookie that the site sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookie {
    /// Token of the session.
    Session,
    /// Mark for scripts that a session exists, without a secret. Public pages then request the reader's own state.
    Reader,
    /// Token of a pending confirmation.
    Confirmation,
    /// Mark for scripts that a registration is pending, without a secret. Gates then request the reader's own state.
    PendingRegistration,
    /// Token of a passkey challenge.
    Challenge,
    /// Token of a login that is under way at a provider.
    OidcLogin,
    /// Token of the articles that were opened without an account.
    Guest,
    /// Token by which a browser is recognised as a known device.
    Device,
}

const DAY: u32 = 24 * 60 * 60;

impl Cookie {
    fn name(self) -> &'static str {
        match self {
            Self::Session => "sid",
            Self::Reader => "reader",
            Self::Confirmation => "confirmation",
            Self::PendingRegistration => "pending",
            Self::Challenge => "challenge",
            Self::OidcLogin => "oidc_login",
            Self::Guest => "guest",
            Self::Device => "device",
        }
    }

    /// Lifetime in the browser, in seconds. The server decides on its own how long a token is valid.
    fn age(self) -> u32 {
        match self {
            Self::Session | Self::Reader => 90 * DAY,
            Self::Confirmation | Self::PendingRegistration => 7 * DAY,
            Self::OidcLogin | Self::Challenge => DAY / 24,
            Self::Device | Self::Guest => 400 * DAY,
        }
    }
}

/// Names and attributes of cookies, which depend on whether the site uses HTTPS.
#[derive(Clone, Copy, Debug)]
pub struct Cookies {
    is_https: bool,
}

impl Cookies {
    /// Cookies of a site behind `https` have the prefix `__Host-`, so that no other host can set them. With plain `http`, which is for
    /// development, there is no prefix: browsers would reject the cookies.
    pub fn new(is_https: bool) -> Self {
        Self { is_https }
    }

    /// Full name of a cookie, with its prefix.
    pub fn name(self, cookie: Cookie) -> String {
        format!("{}{}", if self.is_https { "__Host-" } else { "" }, cookie.name())
    }

    /// Token in a cookie; `None` if the cookie is missing, malformed or sent twice, which is a sign of tampering.
    pub fn read(self, headers: &HeaderMap, cookie: Cookie) -> Option<Token> {
        let name = self.name(cookie);
        let texts = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut values = texts
            .flat_map(|text| text.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(key, _)| *key == name);
        match (values.next(), values.next()) {
            (Some((_, value)), None) => Token::parse(value),
            _ => None,
        }
    }

    /// Cookie that holds a token.
    pub fn keep(self, cookie: Cookie, token: &Token) -> HeaderValue {
        self.header(cookie, token.reveal(), cookie.age())
    }

    /// Cookie without a secret, which scripts may read.
    pub fn say(self, cookie: Cookie) -> HeaderValue {
        self.header(cookie, "1", cookie.age())
    }

    /// Cookies of a reader who has signed in.
    pub fn sign_in(self, signed_in: &SignedIn) -> [HeaderValue; 5] {
        [
            self.keep(Cookie::Session, &signed_in.session),
            self.keep(Cookie::Device, &signed_in.device),
            self.say(Cookie::Reader),
            self.drop(Cookie::Confirmation),
            self.drop(Cookie::PendingRegistration),
        ]
    }

    /// Deletes the cookies of the reader. The browser stays a known device.
    pub fn sign_out(self) -> [HeaderValue; 2] {
        [self.drop(Cookie::Session), self.drop(Cookie::Reader)]
    }

    /// Header that makes the browser delete a cookie.
    pub fn drop(self, cookie: Cookie) -> HeaderValue {
        self.header(cookie, "", 0)
    }

    fn header(self, cookie: Cookie, value: &str, age: u32) -> HeaderValue {
        let secure = if self.is_https { "; Secure" } else { "" };
        // Scripts may see that a reader is signed in or registering, but no secret.
        let is_for_scripts = matches!(cookie, Cookie::Reader | Cookie::PendingRegistration);
        let hidden = if is_for_scripts { "" } else { "; HttpOnly" };
        let name = self.name(cookie);
        let text = format!("{name}={value}; Path=/; Max-Age={age}; SameSite=Lax{secure}{hidden}");
        HeaderValue::from_str(&text).expect("tokens are letters and digits")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str], is_https: bool) -> Option<String> {
        let headers = lines.iter().map(|line| (COOKIE, HeaderValue::from_str(line).unwrap())).collect();
        Cookies::new(is_https).read(&headers, Cookie::Session).map(|token| token.reveal().to_owned())
    }

    #[test]
    fn a_cookie_counts_once_and_by_its_own_name() {
        let token = "a".repeat(43);
        let good = format!("__Host-sid={token}");
        assert_eq!(read(&[&format!("x=1; {good};y=2")], true), Some(token.clone()));
        assert_eq!(read(&[&format!("sid={token}")], false), Some(token.clone()));
        for bad in [
            vec![format!("sid={token}")],
            vec![format!("{good}; {good}")],
            vec![good.clone(), good.clone()],
            vec!["__Host-sid=short".to_owned()],
            vec![format!("__Host-sid={token}x")],
            vec!["a=1;".repeat(1000)],
            vec![],
        ] {
            let lines: Vec<&str> = bad.iter().map(String::as_str).collect();
            assert_eq!(read(&lines, true), None, "{bad:?}");
        }
    }

    #[test]
    fn what_is_kept_is_kept_from_scripts_and_strangers() {
        let token = Token::parse(&"a".repeat(43)).unwrap();
        let kept = Cookies::new(true).keep(Cookie::Session, &token);
        let kept = kept.to_str().unwrap();
        for part in ["__Host-sid=", "; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
            assert!(kept.contains(part) && !kept.contains("Domain"), "{kept}");
        }
    }
}
