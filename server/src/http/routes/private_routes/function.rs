//! Server functions, called by plain forms and by scripts. Their results become pages, fragments of pages, or encoded values.

use app::api::codec::{Outcome, Said, TypedEncoding};
use app::api::{ApiError, Form, Next as NextStep, page_of};
use app::context::Finish;
use app::document::leading_away;
use app::language::under;
use app::routes::form_of;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderValue, StatusCode, Uri, header};
use leptos::prelude::provide_context;
use leptos::server_fn::{ContentType, Encodes};
use leptos_axum::handle_server_fns_with_context;
use serde::Serialize;

use super::{FUNCTIONS, LARGEST_FORM, PrivateRoutes, ResponseFormat, form};
use crate::http::middleware::{hydration_markers, language};

/// Content type of responses that are encoded values.
const TYPED: HeaderValue = HeaderValue::from_static(TypedEncoding::CONTENT_TYPE);

impl PrivateRoutes {
    /// Runs a server function, and converts its result to the format that the client wants.
    pub(super) async fn function(&self, mut parts: Parts, body: Body, format: ResponseFormat) -> Response {
        let bytes = match form(&parts, body).await {
            Ok(bytes) => bytes,
            Err(status) => return status.into_response(),
        };
        let page = parts.clone();
        parts.headers.insert(header::ACCEPT, TYPED);
        let given = self.services.clone();
        let prefix = self.services.site.prefix();
        let context = move || {
            provide_context(given.clone());
            provide_context(Finish::by(|written| finished(prefix, written)));
        };
        let request = Request::from_parts(parts, Body::from(bytes.clone()));
        let answer = handle_server_fns_with_context(context, request).await.into_response();
        let (head, body) = answer.into_parts();
        // The function does not exist; the framework's message is for developers only.
        if head.status == StatusCode::BAD_REQUEST {
            return StatusCode::NOT_FOUND.into_response();
        }
        // A function that answers in its own format, such as a download, is passed on unchanged.
        if head.headers.get(header::CONTENT_TYPE) != Some(&TYPED) {
            return Response::from_parts(head, body);
        }
        let Ok(body) = to_bytes(body, usize::MAX).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        match Said::read(&body) {
            Some(Said::Value) => Response::from_parts(head, Body::from(body)),
            Some(Said::Journey(next)) => {
                self.redirect(head, &under(self.services.site.prefix(), &next.path), format)
            }
            Some(Said::Error(error)) => {
                let mut answer = self.failed(page, &bytes, error, format).await;
                // Cookies that the function set are kept when its error is shown.
                for cookie in head.headers.get_all(header::SET_COOKIE) {
                    answer.headers_mut().append(header::SET_COOKIE, cookie.clone());
                }
                answer
            }
            None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }

    /// Sends the reader to the next page, in the format of the client.
    fn redirect(&self, mut head: http::response::Parts, path: &str, format: ResponseFormat) -> Response {
        head.headers.remove(header::CONTENT_LENGTH);
        if format == ResponseFormat::Typed {
            return typed(head, &NextStep { path: path.to_owned() });
        }
        let Ok(location) = HeaderValue::from_str(path) else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        head.headers.remove(header::CONTENT_TYPE);
        if format == ResponseFormat::Fragment {
            // The dialog follows the address by itself.
            head.headers.insert(header::LOCATION, location);
            head.status = StatusCode::NO_CONTENT;
        } else if path.starts_with('/') {
            head.headers.insert(header::LOCATION, location);
            head.status = StatusCode::SEE_OTHER;
        } else {
            // For another site, the page redirects. Browsers treat a redirect after a form as a form submission, which our policy forbids.
            if let Ok(refresh) = HeaderValue::from_str(&format!("0;url={path}")) {
                head.headers.insert(header::REFRESH, refresh);
            }
            let page = axum::response::Html(leading_away(&self.services.site, path)).into_response();
            head.headers.extend(page.headers().clone());
            return Response::from_parts(head, page.into_body());
        }
        Response::from_parts(head, Body::empty())
    }

    /// Reports an error: a script gets its encoded value, a person gets the form again with the values that were typed.
    async fn failed(
        &self,
        mut parts: Parts,
        sent: &[u8],
        error: ApiError,
        format: ResponseFormat,
    ) -> Response {
        let (status, wait) = (error.status(), error.retry_after_seconds());
        let mut answer = if format == ResponseFormat::Typed {
            // Without a content type, the response would be replaced by the error page of its status.
            typed((status, [(header::CONTENT_TYPE, TYPED)]).into_response().into_parts().0, &error)
        } else {
            let endpoint = parts.uri.path().trim_start_matches(FUNCTIONS).to_owned();
            let values: Vec<_> = url::form_urlencoded::parse(sent).into_owned().collect();
            parts.uri = Uri::from_static(page_of(&endpoint, &values));
            self.again(parts, Form::failed(&endpoint, error, values), status, format).await
        };
        if let Some(seconds) = wait {
            answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        answer
    }

    /// Renders the page of a form that failed.
    async fn again(&self, parts: Parts, form: Form, status: StatusCode, format: ResponseFormat) -> Response {
        let mut answer = self.page(parts, format, move || provide_context(form.clone())).await;
        if answer.status() == StatusCode::OK {
            *answer.status_mut() = status;
        }
        answer
    }
}

/// Encodes a result for a script's call or any other program.
fn typed<T: Outcome + Serialize>(head: http::response::Parts, outcome: &T) -> Response {
    match TypedEncoding::encode(outcome) {
        Ok(bytes) => Response::from_parts(head, Body::from(bytes)),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Completes a fragment like a page: without hydration markers, and with the language prefix in its addresses.
fn finished(prefix: &'static str, written: &str) -> Option<String> {
    let html = hydration_markers::page(written);
    if prefix.is_empty() { Some(html) } else { language::page(prefix, &html).ok() }
}

/// Redirects a provider's form post to a GET of the same address with the same parameters. Browsers send no SameSite cookies with a
/// form post from another site, but they do with the redirected request.
pub(super) async fn replay_form_post(parts: &Parts, body: Body) -> Response {
    let Ok(bytes) = to_bytes(body, LARGEST_FORM).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let said: Vec<(String, String)> = url::form_urlencoded::parse(&bytes).into_owned().collect();
    let known = said.iter().filter(|(name, _)| matches!(name.as_str(), "state" | "code" | "iss"));
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(known).finish();
    let location = format!("{}?{query}", parts.uri.path());
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// Changes the path of a form that was sent to its own page to the server function behind it.
pub(super) fn lead_to_function(parts: &mut Parts) {
    let endpoint = form_of(parts.uri.path().trim_end_matches('/'));
    if let Some(uri) = endpoint.and_then(|endpoint| Uri::try_from(format!("{FUNCTIONS}{endpoint}")).ok()) {
        parts.uri = uri;
    }
}
