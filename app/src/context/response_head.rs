//! Head of a response: its status, its headers, and the cookies that it sets.

use domain::access::RuleName;
use domain::account::{SignedIn, Token};
use http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use super::Site;
use crate::cookies::Cookie;
use crate::installed::TEXT;

/// Header that tells the server's counters of a gate. It does not leave the program.
pub const GATE: HeaderName = HeaderName::from_static("x-gate");

/// Seconds after which to ask again when the store does not answer.
pub const RETRY_AFTER_SECONDS: u32 = 5;

/// Status and headers of the response, set before its first byte is sent.
#[derive(Clone)]
pub struct ResponseHead(Option<ResponseOptions>);

impl ResponseHead {
    /// Head of the response to the current request; it may be moved into a future.
    pub fn here() -> Self {
        // Absent where a test renders a page without a server.
        Self(use_context())
    }

    /// Answers with this status.
    pub fn status(&self, status: StatusCode) {
        if let Some(options) = &self.0 {
            options.set_status(status);
        }
    }

    /// Answers that the page has moved for good.
    pub fn moved_to(&self, path: &str) {
        self.redirect(StatusCode::PERMANENT_REDIRECT, path);
    }

    /// Answers that another page comes first.
    pub fn see_other(&self, path: &str) {
        self.redirect(StatusCode::SEE_OTHER, path);
    }

    /// Says when the same request may be answered.
    pub fn retry_after(&self, seconds: u32) {
        if let Some(options) = &self.0 {
            options.insert_header(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
    }

    fn redirect(&self, status: StatusCode, path: &str) {
        if let (Some(options), Ok(location)) = (&self.0, HeaderValue::from_str(path)) {
            options.insert_header(header::LOCATION, location);
            options.set_status(status);
        }
    }

    /// Sets the cookie of a pending confirmation, in the place of the one before.
    pub fn keep_confirmation(&self, site: &Site, token: &Token) {
        let cookies = site.cookies;
        self.set_cookies([
            cookies.keep(Cookie::Confirmation, token),
            cookies.drop(Cookie::PendingRegistration),
        ]);
    }

    /// Sets the cookie of a pending registration, which the gates of articles show.
    pub fn keep_registration(&self, site: &Site, token: &Token) {
        let cookies = site.cookies;
        self.set_cookies([
            cookies.keep(Cookie::Confirmation, token),
            cookies.say(Cookie::PendingRegistration),
        ]);
    }

    /// Sets the cookie of a login that is under way at a provider.
    pub fn keep_oidc_login(&self, site: &Site, token: &Token) {
        self.set_cookies([site.cookies.keep(Cookie::OidcLogin, token)]);
    }

    /// Sets the cookie of a passkey challenge.
    pub fn keep_challenge(&self, site: &Site, token: &Token) {
        self.set_cookies([site.cookies.keep(Cookie::Challenge, token)]);
    }

    /// Sets the cookie of articles that were opened without an account.
    pub fn keep_guest(&self, site: &Site, token: &Token) {
        self.set_cookies([site.cookies.keep(Cookie::Guest, token)]);
    }

    /// Sets the cookies of a reader who has signed in.
    pub fn keep_reader(&self, site: &Site, signed_in: &SignedIn) {
        self.set_cookies(site.cookies.sign_in(signed_in));
    }

    /// Has the browser forget the reader, with all that it may have kept of their pages.
    pub fn forget_reader(&self, site: &Site) {
        self.set_cookies(site.cookies.sign_out());
        if let Some(options) = &self.0 {
            let value = HeaderValue::from_static("\"cache\"");
            options.insert_header(HeaderName::from_static("clear-site-data"), value);
        }
    }

    /// Notes the rule that closed the article; whoever counts gates takes it off again.
    pub fn gate(&self, rule: RuleName) {
        if let Some(options) = &self.0 {
            options.insert_header(GATE, HeaderValue::from_static(rule.as_str()));
        }
    }

    /// Notes that the answer holds the whole text of an article, and whom it is open to.
    pub fn whole_text(&self, to: &'static str) {
        if let Some(options) = &self.0 {
            options.insert_header(HeaderName::from_static(TEXT), HeaderValue::from_static(to));
        }
    }

    /// Has the browser put the answer into a file.
    pub fn attachment(&self, value: &'static str) {
        if let Some(options) = &self.0 {
            options.insert_header(header::CONTENT_DISPOSITION, HeaderValue::from_static(value));
        }
    }

    fn set_cookies(&self, cookies: impl IntoIterator<Item = HeaderValue>) {
        if let Some(options) = &self.0 {
            cookies.into_iter().for_each(|cookie| options.append_header(header::SET_COOKIE, cookie));
        }
    }
}
