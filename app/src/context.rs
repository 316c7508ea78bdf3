//! Context of a request: services, client context, and the head of the response.

mod site;

use std::sync::Arc;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::access::RuleName;
use domain::account::{
    Account, AccountError, AccountService, ClientContext, Session, SignedIn, Token, reader,
};
use domain::ad::AdStore;
use domain::gift::Gifts;
use domain::history::HistoryStore;
use domain::newsroom::ArticleStore;
use domain::quota::Quota;
use domain::read_counter::ReadCounter;
use domain::recommendation::Recommender;
use domain::saved::SavedStore;
use domain::sponsored::SponsoredStore;
use http::request::Parts;
use http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
pub use site::{AboutPage, Site};

use crate::api::Form;
use crate::cookies::Cookie;
use crate::text::access::AccessText;
use crate::text::account::AccountText;
use crate::text::reading::ReadingText;
use crate::text::{self, Text};

/// Says inside the program that a gate stands in an answer.
pub const GATE: HeaderName = HeaderName::from_static("x-gate");

/// When to ask again what cannot be answered because the store does not answer.
pub const RETRY_AFTER_SECONDS: u32 = 5;

/// Services that pages are rendered with. `server` composes them and provides them to every request.
#[derive(Clone)]
pub struct Services {
    /// The articles.
    pub articles: Arc<dyn ArticleStore>,
    /// The readers.
    pub accounts: AccountService,
    /// What they have opened.
    pub quota: Quota,
    /// What they have given.
    pub gifts: Gifts,
    /// What they have put aside.
    pub saved: Arc<dyn SavedStore>,
    /// Who pays for a place.
    pub ads: Arc<dyn AdStore>,
    /// What to read next.
    pub recommender: Arc<dyn Recommender>,
    /// How often what is read.
    pub reads: Arc<ReadCounter>,
    /// What readers have read, for themselves.
    pub history: Arc<dyn HistoryStore>,
    /// Who pays for a place among the recommendations.
    pub sponsored: Arc<dyn SponsoredStore>,
    /// The time.
    pub clock: fn() -> DateTime<Utc>,
    /// The publication.
    pub site: Arc<Site>,
}

impl Services {
    /// The time, by the minute: no page changes more often.
    pub fn now(&self) -> DateTime<Utc> {
        let now = (self.clock)();
        now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now)
    }

    /// The words on screen.
    pub fn text(&self) -> &'static Text {
        text::of(self.site.language)
    }

    /// The words of the gate.
    pub fn access_text(&self) -> &'static AccessText {
        text::access(self.site.language)
    }

    /// The words around what is read.
    pub fn reading_text(&self) -> &'static ReadingText {
        text::reading(self.site.language)
    }

    /// The words of accounts.
    pub fn account_text(&self) -> &'static AccountText {
        text::account(self.site.language)
    }
}

/// The services of this request.
///
/// # Panics
/// Where `server` provided none: a fault of the program, found by the first test of any page.
pub fn services() -> Services {
    expect_context()
}

/// Client context of the request. Empty where a page is rendered for everyone: then nothing of the request reaches it.
pub fn browser() -> ClientContext {
    use_context::<Parts>().and_then(|parts| parts.extensions.get().cloned()).unwrap_or_default()
}

/// The path that was asked for, without its query.
pub fn path() -> String {
    use_context::<Parts>().map_or_else(|| "/".to_owned(), |parts| parts.uri.path().to_owned())
}

/// Whether the asking browser says that its reader wants not to be counted (Global Privacy Control, Do Not Track).
pub fn wants_privacy() -> bool {
    let says = |parts: &Parts, name: &str| parts.headers.get(name).is_some_and(|value| value == "1");
    use_context::<Parts>().is_some_and(|parts| says(&parts, "sec-gpc") || says(&parts, "dnt"))
}

/// What follows the path that was asked for.
pub fn query() -> Option<String> {
    use_context::<Parts>()?.uri.query().map(str::to_owned)
}

/// The form that could not be answered, where this page is made for it.
pub fn form() -> Form {
    use_context().unwrap_or_default()
}

/// Whether this page answers a form.
pub fn is_answer() -> bool {
    as_reader().is_some() || use_context::<Form>().is_some()
}

/// Whether this is a piece of a page, for a dialog that is open already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IsFragment(pub bool);

/// A reader asks for an article by POST: what the answer holds is for nobody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsReader {
    /// Whether a unit may be spent.
    pub opens: bool,
}

/// Makes of what views write HTML that may be put into a page. `server` provides it: it does the same with whole pages.
#[derive(Clone)]
pub struct Finish(Arc<Finisher>);

type Finisher = dyn Fn(&str) -> Option<String> + Send + Sync;

impl Finish {
    /// By a function that is given what views write.
    pub fn by(finish: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(finish))
    }

    /// The HTML; `None` where the views have written none.
    pub fn of(&self, written: &str) -> Option<String> {
        (self.0)(written)
    }
}

/// A proven search engine asks for an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsCrawler;

/// Whether one does.
pub fn as_crawler() -> bool {
    use_context::<AsCrawler>().is_some()
}

/// How a reader asks for an article; `None` where the page is made for everyone.
pub fn as_reader() -> Option<AsReader> {
    use_context()
}

/// Whether a page or a piece of one is made.
pub fn is_fragment() -> bool {
    use_context::<IsFragment>().is_some_and(|fragment| fragment.0)
}

/// Who is signed in in the asking browser.
pub async fn signed_in(
    services: &Services,
    browser: &ClientContext,
) -> Result<Option<(Account, Session)>, AccountError> {
    reader(&services.accounts, browser, (services.clock)()).await
}

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
