//! What is one reader's own: the account pages, and the forms that readers send. Nothing of it may be kept by anyone.

use app::api::{ApiError, Form, Next as Onward, endpoint_of, page_of};
use app::context::{IsFragment, Services};
use app::document::{Document, DocumentProps, leading_away};
use app::routes::{Routes, is_personal};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use leptos::prelude::{IntoAny, provide_context};
use leptos_axum::{handle_server_fns_with_context, render_app_async_with_context};

use super::browser::browser;

/// No form is longer.
const LARGEST_FORM: usize = 64 * 1024;
/// Before the names of providers from which readers come back.
pub(super) const BACK: &str = "/masuk/kembali/";
/// Before the names of server functions.
const FUNCTIONS: &str = "/api/";
/// Sent by the dialog, which wants a piece of a page, and borne by the answer that is one.
const FRAGMENT: &str = "x-fragment";

/// What answers personal requests.
#[derive(Clone)]
pub(super) struct Personal {
    services: Services,
    trusted_proxies: usize,
}

/// What the asker makes of an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// A browser that shows it.
    Page,
    /// The dialog of a page that is open.
    Fragment,
    /// A program.
    Json,
}

impl Wanted {
    fn of(headers: &HeaderMap) -> Self {
        let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if headers.contains_key(FRAGMENT) {
            Self::Fragment
        } else if accepts.contains("text/html") {
            Self::Page
        } else {
            Self::Json
        }
    }
}

impl Personal {
    pub(super) fn new(services: Services, trusted_proxies: usize) -> Self {
        Self { services, trusted_proxies }
    }

    /// The layer: public requests pass; personal ones learn of their browser, and their answers are for nobody else.
    pub(super) async fn answer(State(personal): State<Self>, request: Request, next: Next) -> Response {
        if !is_personal(request.uri().path()) {
            return next.run(request).await;
        }
        let (mut parts, body) = request.into_parts();
        let browser = browser(&parts, &personal.services.site, personal.trusted_proxies);
        parts.extensions.insert(browser);
        // A server function would lead back to wherever this says, with the error in the address.
        parts.headers.remove(header::REFERER);
        let wanted = Wanted::of(&parts.headers);
        if parts.method == Method::POST {
            lead_to_function(&mut parts);
        }
        let is_function = parts.method == Method::POST && parts.uri.path().starts_with(FUNCTIONS);
        let is_back = parts.uri.path().starts_with(BACK);
        let answer = if is_back && parts.method == Method::POST {
            back(&parts, body).await
        } else if is_back && parts.method == Method::HEAD {
            // Coming back ends the detour, and a look must change nothing.
            StatusCode::METHOD_NOT_ALLOWED.into_response()
        } else if is_function {
            personal.function(parts, body, wanted).await
        } else if wanted == Wanted::Fragment && parts.method == Method::GET {
            personal.page(parts, Form::default(), Wanted::Fragment).await
        } else {
            let endpoint = parts.uri.path().strip_prefix(FUNCTIONS).map(str::to_owned);
            let answer = next.run(Request::from_parts(parts, body)).await;
            match endpoint {
                // Somebody loads the address of a form again: functions answer no GET, but the form has a page.
                Some(endpoint)
                    if answer.status() == StatusCode::METHOD_NOT_ALLOWED && wanted == Wanted::Page =>
                {
                    (StatusCode::SEE_OTHER, [(header::LOCATION, page_of(&endpoint, &[]))]).into_response()
                }
                _ => answer,
            }
        };
        private(answer)
    }

    /// Runs a server function, and makes of its answer what the asker wants.
    async fn function(&self, mut parts: Parts, body: Body, wanted: Wanted) -> Response {
        let kind =
            parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.split(';').next().unwrap_or_default().trim() != "application/x-www-form-urlencoded" {
            return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
        }
        let Ok(bytes) = to_bytes(body, LARGEST_FORM).await else {
            return StatusCode::PAYLOAD_TOO_LARGE.into_response();
        };
        let page = parts.clone();
        parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        let given = self.services.clone();
        let context = move || provide_context(given.clone());
        let request = Request::from_parts(parts, Body::from(bytes.clone()));
        let answer = handle_server_fns_with_context(context, request).await.into_response();
        let (head, body) = answer.into_parts();
        // There is no such function; its words are for developers.
        if head.status == StatusCode::BAD_REQUEST {
            return StatusCode::NOT_FOUND.into_response();
        }
        let Ok(body) = to_bytes(body, LARGEST_FORM).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        if head.status.is_server_error() {
            let mut answer = self.failed(page, &bytes, body, wanted).await;
            // What the function said of cookies holds, whatever shows its error.
            for cookie in head.headers.get_all(header::SET_COOKIE) {
                answer.headers_mut().append(header::SET_COOKIE, cookie.clone());
            }
            return answer;
        }
        let Ok(onward) = serde_json::from_slice::<Onward>(&body) else {
            // Not a step of a journey: data that a script asked for.
            return Response::from_parts(head, Body::from(body));
        };
        self.onward(head, &onward.path, body, wanted)
    }

    /// Where the reader goes from here.
    fn onward(&self, mut head: http::response::Parts, path: &str, json: Bytes, wanted: Wanted) -> Response {
        if wanted == Wanted::Json {
            return Response::from_parts(head, Body::from(json));
        }
        let Ok(location) = HeaderValue::from_str(path) else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        head.headers.remove(header::CONTENT_LENGTH);
        head.headers.remove(header::CONTENT_TYPE);
        if wanted == Wanted::Fragment {
            // A dialog follows by itself: what it gets depends on where it leads.
            head.headers.insert(header::LOCATION, location);
            head.status = StatusCode::NO_CONTENT;
        } else if path.starts_with('/') {
            head.headers.insert(header::LOCATION, location);
            head.status = StatusCode::SEE_OTHER;
        } else {
            // To somebody else: browsers hold a redirect after a form to be a form sent there, which our policy forbids.
            if let Ok(refresh) = HeaderValue::from_str(&format!("0;url={path}")) {
                head.headers.insert(header::REFRESH, refresh);
            }
            let page = axum::response::Html(leading_away(&self.services.site, path)).into_response();
            head.headers.extend(page.headers().clone());
            return Response::from_parts(head, page.into_body());
        }
        Response::from_parts(head, Body::empty())
    }

    /// What was wrong: to a program as it is, to a person on the form once more, with what was typed.
    async fn failed(&self, mut parts: Parts, sent: &[u8], said: Bytes, wanted: Wanted) -> Response {
        let error: ApiError = serde_json::from_slice(&said).unwrap_or(ApiError::Unexpected);
        let (status, wait) = (error.status(), error.retry_after_seconds());
        let mut answer = if wanted == Wanted::Json {
            (status, said).into_response()
        } else {
            let endpoint = parts.uri.path().trim_start_matches(FUNCTIONS).to_owned();
            let values: Vec<_> = url::form_urlencoded::parse(sent).into_owned().collect();
            parts.uri = Uri::from_static(page_of(&endpoint, &values));
            self.again(parts, Form::failed(&endpoint, error, values), status, wanted).await
        };
        if let Some(seconds) = wait {
            answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        answer
    }

    /// The page of a form that failed.
    async fn again(&self, mut parts: Parts, form: Form, status: StatusCode, wanted: Wanted) -> Response {
        parts.method = Method::GET;
        parts.headers.remove(header::CONTENT_LENGTH);
        parts.headers.remove(header::CONTENT_TYPE);
        let mut answer = self.page(parts, form, wanted).await;
        if answer.status() == StatusCode::OK {
            *answer.status_mut() = status;
        }
        answer
    }

    /// A page, or the piece of it that a dialog shows.
    async fn page(&self, parts: Parts, form: Form, wanted: Wanted) -> Response {
        let (services, is_fragment) = (self.services.clone(), wanted == Wanted::Fragment);
        let given = services.clone();
        let context = move || {
            provide_context(given.clone());
            provide_context(form.clone());
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
        let mut answer = render_app_async_with_context(context, view)(request).await;
        if is_fragment {
            answer.headers_mut().insert(FRAGMENT, HeaderValue::from_static("1"));
        }
        answer
    }
}

/// A provider that sends readers back with a form: the browser does not bring its cookies with what comes from elsewhere, so it
/// is sent once more, to the same address with the same words, and then it does.
async fn back(parts: &Parts, body: Body) -> Response {
    let Ok(bytes) = to_bytes(body, LARGEST_FORM).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let said: Vec<(String, String)> = url::form_urlencoded::parse(&bytes).into_owned().collect();
    let known = said.iter().filter(|(name, _)| matches!(name.as_str(), "state" | "code"));
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(known).finish();
    let location = format!("{}?{query}", parts.uri.path());
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// A form that is sent to its own page is for the server function behind it.
fn lead_to_function(parts: &mut Parts) {
    let endpoint = endpoint_of(parts.uri.path().trim_end_matches('/'));
    if let Some(uri) = endpoint.and_then(|endpoint| Uri::try_from(format!("{FUNCTIONS}{endpoint}")).ok()) {
        parts.uri = uri;
    }
}

fn private(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    // Addresses of these pages may hold tokens.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.remove(header::ETAG);
    answer
}
