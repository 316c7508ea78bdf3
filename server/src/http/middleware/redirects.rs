//! Redirects from the addresses of a newsroom's former site, where no page of ours is.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::redirect::{Destination, OldAddress, RedirectStore};
use http::{HeaderValue, Method, StatusCode, Uri, header};

/// Browsers and proxies may keep the answer for a day.
const KEEPING: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// The known old addresses.
#[derive(Clone)]
pub struct Redirects(pub Arc<dyn RedirectStore>);

impl Redirects {
    /// The layer: where there is no page, the address is looked up. Pages of ours cost no look-up, and none can be taken over, except the
    /// front page with a number such as `?p=12`, by which WordPress names its articles.
    pub async fn answer(State(redirects): State<Self>, request: Request, next: Next) -> Response {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return next.run(request).await;
        }
        let uri = request.uri().clone();
        if uri.path() == "/" && uri.query().is_some() {
            return match redirects.of(&uri).await {
                Some(response) => response,
                None => next.run(request).await,
            };
        }
        let response = next.run(request).await;
        if response.status() != StatusCode::NOT_FOUND {
            return response;
        }
        redirects.of(&uri).await.unwrap_or(response)
    }

    /// The answer to an old address; `None` if it is unknown.
    async fn of(&self, uri: &Uri) -> Option<Response> {
        let address = OldAddress::of(uri.path(), uri.query().unwrap_or_default())?;
        match self.0.redirect(&address).await {
            // An address that leads to itself would be asked for again and again.
            Ok(Some(Destination::Moved(path))) if OldAddress::parse(&path).as_ref() != Some(&address) => {
                let location = HeaderValue::from_str(&path).ok()?;
                let headers = [(header::LOCATION, location), (header::CACHE_CONTROL, KEEPING)];
                Some((StatusCode::PERMANENT_REDIRECT, headers).into_response())
            }
            Ok(Some(Destination::Gone)) => Some(StatusCode::GONE.into_response()),
            Ok(_) => None,
            Err(error) => {
                tracing::error!(%error, "cannot look up an old address");
                None
            }
        }
    }
}
