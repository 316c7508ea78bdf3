//! Request that is being answered: its address, its client, and who is signed in there.

use domain::account::{Account, AccountError, ClientContext, Session, reader};
use http::request::Parts;
use leptos::prelude::use_context;

use super::Services;

/// Client context of the request. Empty where a page is rendered for everyone: then nothing of the request reaches it.
pub fn browser() -> ClientContext {
    use_context::<Parts>().and_then(|parts| parts.extensions.get().cloned()).unwrap_or_default()
}

/// Path of the request, without its query.
pub fn path() -> String {
    use_context::<Parts>().map_or_else(|| "/".to_owned(), |parts| parts.uri.path().to_owned())
}

/// Query of the request, without the question mark.
pub fn query() -> Option<String> {
    use_context::<Parts>()?.uri.query().map(str::to_owned)
}

/// Whether the browser says that its reader wants not to be counted (Global Privacy Control, Do Not Track).
pub fn wants_privacy() -> bool {
    let says = |parts: &Parts, name: &str| parts.headers.get(name).is_some_and(|value| value == "1");
    use_context::<Parts>().is_some_and(|parts| says(&parts, "sec-gpc") || says(&parts, "dnt"))
}

/// Account and session of the reader who is signed in in this browser, if any.
pub async fn signed_in(
    services: &Services,
    browser: &ClientContext,
) -> Result<Option<(Account, Session)>, AccountError> {
    reader(&services.accounts, browser, (services.clock)()).await
}
