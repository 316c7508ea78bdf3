//! Private routes: the account pages, and the forms that readers send. Their responses may be cached by nobody.

mod function;

use app::api::page_of;
use app::context::{AsReader, IsFragment, Services};
use app::document::{Document, DocumentProps};
use app::reading::is_guess;
use app::routes::{GIFT, Routes, SEARCH, is_article, is_personal};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use domain::account::Token;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use leptos::prelude::{IntoAny, provide_context};
use leptos_axum::render_app_async_with_context;

use crate::http::middleware::client_context::client_context;
use crate::http::middleware::hydration_markers::without_hydration_markers;
use crate::http::middleware::language::kept;
use crate::proxies::TrustedProxies;
use function::{lead_to_function, replay_form_post};

/// Limit of a form in bytes.
const LARGEST_FORM: usize = 64 * 1024;
/// Path prefix of the callback routes; the provider's slug follows.
pub const BACK: &str = "/masuk/kembali/";
/// Path prefix of the server functions; the function's name follows.
const FUNCTIONS: &str = "/api/";
/// Request header of the dialog, which wants a fragment of a page; the response that is one has it too.
const FRAGMENT: &str = "x-fragment";

/// Middleware that answers private routes.
#[derive(Clone)]
pub struct PrivateRoutes {
    services: Services,
    trusted_proxies: TrustedProxies,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ResponseFormat {
    /// A whole page, for a browser.
    Page,
    /// A fragment of a page, for the dialog of a page that is open.
    Fragment,
    /// An encoded value, for a script's call of a server function or for any other program.
    Typed,
}

impl ResponseFormat {
    fn of(headers: &HeaderMap) -> Self {
        let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if headers.contains_key(FRAGMENT) {
            Self::Fragment
        } else if accepts.contains("text/html") {
            Self::Page
        } else {
            Self::Typed
        }
    }
}

impl PrivateRoutes {
    pub fn new(services: Services, trusted_proxies: TrustedProxies) -> Self {
        Self { services, trusted_proxies }
    }

    /// Handles a request: public ones pass; private ones get their client context, and their responses must not be cached.
    pub async fn answer(State(private_routes): State<Self>, request: Request, next: Next) -> Response {
        let path = request.uri().path();
        let is_reading =
            (is_article(path) || path == GIFT || path == SEARCH) && request.method() == Method::POST;
        if !is_reading && !is_personal(path) {
            return next.run(request).await;
        }
        let (mut parts, body) = request.into_parts();
        let client = client_context(&parts, &private_routes.services.site, &private_routes.trusted_proxies);
        parts.extensions.insert(client);
        // A server function would redirect to this address, with the error in its query.
        parts.headers.remove(header::REFERER);
        let format = ResponseFormat::of(&parts.headers);
        if parts.method == Method::POST {
            lead_to_function(&mut parts);
        }
        let is_function = parts.method == Method::POST && parts.uri.path().starts_with(FUNCTIONS);
        let is_replay = parts.uri.path().starts_with(BACK);
        let answer = if is_reading {
            private_routes.reading(parts, body, format).await
        } else if is_replay && parts.method == Method::POST {
            replay_form_post(&parts, body).await
        } else if is_replay && parts.method == Method::HEAD {
            // The callback consumes the login, and HEAD must not change anything.
            StatusCode::METHOD_NOT_ALLOWED.into_response()
        } else if is_function {
            private_routes.function(parts, body, format).await
        } else if format == ResponseFormat::Fragment && parts.method == Method::GET {
            private_routes.page(parts, ResponseFormat::Fragment, || ()).await
        } else {
            let endpoint = parts.uri.path().strip_prefix(FUNCTIONS).map(str::to_owned);
            let answer = next.run(Request::from_parts(parts, body)).await;
            match endpoint {
                // Someone reloads the address of a form. Functions answer no GET, so the form's page is shown.
                Some(endpoint)
                    if answer.status() == StatusCode::METHOD_NOT_ALLOWED
                        && format == ResponseFormat::Page =>
                {
                    (StatusCode::SEE_OTHER, [(header::LOCATION, page_of(&endpoint, &[]))]).into_response()
                }
                _ => answer,
            }
        };
        private(answer)
    }

    /// Renders an article for the reader who requests it.
    async fn reading(&self, mut parts: Parts, body: Body, format: ResponseFormat) -> Response {
        let form = match form(&parts, body).await {
            Ok(form) => form,
            Err(status) => return status.into_response(),
        };
        if parts.uri.path() == SEARCH {
            // The fields of the form are the parameters of the page.
            let query = url::form_urlencoded::Serializer::new(String::new())
                .extend_pairs(url::form_urlencoded::parse(&form))
                .finish();
            let Ok(address) = Uri::try_from(format!("{SEARCH}?{query}")) else {
                return StatusCode::PAYLOAD_TOO_LARGE.into_response();
            };
            parts.uri = address;
        }
        let opens = url::form_urlencoded::parse(&form).any(|(name, value)| name == "open" && value == "1");
        if parts.uri.path() == GIFT {
            // The page is requested as if its link was followed. An invalid token is ignored.
            let token = url::form_urlencoded::parse(&form).find(|(name, _)| name == "token");
            let token = token.and_then(|(_, token)| Token::parse(&token));
            let address = token.map_or(GIFT.to_owned(), |token| format!("{GIFT}?token={}", token.reveal()));
            parts.uri = Uri::try_from(address).unwrap_or_default();
        }
        let how = AsReader { opens: opens && !is_guess(&parts) };
        self.page(parts, format, move || provide_context(how)).await
    }

    /// Renders a page for one visitor, which nobody may cache.
    pub async fn page_for(
        &self,
        parts: Parts,
        provide: impl Fn() + Clone + Send + Sync + 'static,
    ) -> Response {
        let page = self.page(parts, ResponseFormat::Page, provide).await;
        private(kept(self.services.site.prefix(), page).await)
    }

    /// Renders a page, or the fragment of it that a dialog shows.
    async fn page(
        &self,
        mut parts: Parts,
        format: ResponseFormat,
        provide: impl Fn() + Clone + Send + Sync + 'static,
    ) -> Response {
        parts.method = Method::GET;
        parts.headers.remove(header::CONTENT_LENGTH);
        parts.headers.remove(header::CONTENT_TYPE);
        let (services, is_fragment) = (self.services.clone(), format == ResponseFormat::Fragment);
        let given = services.clone();
        let context = move || {
            provide_context(given.clone());
            provide();
            provide_context(IsFragment(is_fragment));
        };
        let view = move || {
            if is_fragment {
                Routes().into_any()
            } else {
                Document(DocumentProps { services: services.clone() }).into_any()
            }
        };
        let request = Request::from_parts(parts, Body::empty());
        let mut answer =
            without_hydration_markers(render_app_async_with_context(context, view)(request).await).await;
        if is_fragment {
            answer.headers_mut().insert(FRAGMENT, HeaderValue::from_static("1"));
        }
        answer
    }
}

/// Reads the body of a form; other content types are refused.
async fn form(parts: &Parts, body: Body) -> Result<Bytes, StatusCode> {
    let kind =
        parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().unwrap_or_default().trim() != "application/x-www-form-urlencoded" {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    to_bytes(body, LARGEST_FORM).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)
}

/// Headers that forbid caching. A proxy may be configured to ignore Cache-Control, so other headers follow that take precedence:
/// CDN-Cache-Control (RFC 9213), its predecessor Surrogate-Control, nginx's own header, and a `Vary` that never matches.
const KEPT_BY_NOBODY: [(HeaderName, HeaderValue); 5] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    (HeaderName::from_static("cdn-cache-control"), HeaderValue::from_static("no-store")),
    (HeaderName::from_static("surrogate-control"), HeaderValue::from_static("no-store")),
    (HeaderName::from_static("x-accel-expires"), HeaderValue::from_static("0")),
    (header::VARY, HeaderValue::from_static("*")),
];

fn private(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    for (name, value) in &KEPT_BY_NOBODY {
        headers.insert(name, value.clone());
    }
    // Addresses of these pages may contain tokens.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.remove(header::ETAG);
    answer
}
