//! Requests to this site. Built here and sent by gloo: its own builder appends an `&` to every address with a query.

use gloo_net::http::{Request, Response};
use web_sys::js_sys::Reflect;
use web_sys::{RequestCredentials, RequestInit};

/// Whether a request carries the reader's cookies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Credentials {
    /// As any request of the page.
    SameOrigin,
    /// Never; and the request goes on when its page goes.
    Omit,
}

/// Asks for what lies at an address; `None` where nobody answers.
pub async fn get(address: &str, accept: &str) -> Option<Response> {
    let request = Request::from(web_sys::Request::new_with_str(address).ok()?);
    request.headers().set("accept", accept);
    request.send().await.ok()
}

/// Posts the fields of a form; `None` where nobody answers. Nothing is sent without cookies where the browser cannot promise it.
pub async fn post(address: &str, form: &str, accept: &str, credentials: Credentials) -> Option<Response> {
    let how = RequestInit::new();
    how.set_method("POST");
    how.set_body(&form.into());
    if credentials == Credentials::Omit {
        how.set_credentials(RequestCredentials::Omit);
        // `web-sys` does not know it yet.
        Reflect::set(&how, &"keepalive".into(), &true.into()).ok()?;
    }
    let request = Request::from(web_sys::Request::new_with_str_and_init(address, &how).ok()?);
    request.headers().set("accept", accept);
    request.headers().set("content-type", "application/x-www-form-urlencoded");
    request.send().await.ok()
}
