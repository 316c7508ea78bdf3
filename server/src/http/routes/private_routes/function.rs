//! Server functions answer plain forms and calls alike; here their answers become pages, pieces of one, or stay the types they are.

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

/// The form of answers that keep their types.
const TYPED: HeaderValue = HeaderValue::from_static(TypedEncoding::CONTENT_TYPE);

impl PrivateRoutes {
    /// Runs a server function, and makes of its answer what the asker wants.
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
        // There is no such function; its words are for developers.
        if head.status == StatusCode::BAD_REQUEST {
            return StatusCode::NOT_FOUND.into_response();
        }
        // What a function answers in a form of its own is for whoever asked, as it is.
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
                // What the function said of cookies holds, whatever shows its error.
                for cookie in head.headers.get_all(header::SET_COOKIE) {
                    answer.headers_mut().append(header::SET_COOKIE, cookie.clone());
                }
                answer
            }
            None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }

    /// Where the reader goes from here.
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
    async fn failed(
        &self,
        mut parts: Parts,
        sent: &[u8],
        error: ApiError,
        format: ResponseFormat,
    ) -> Response {
        let (status, wait) = (error.status(), error.retry_after_seconds());
        let mut answer = if format == ResponseFormat::Typed {
            // Without its kind it would pass for an answer without words, and get the page of its status.
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

    /// The page of a form that failed.
    async fn again(&self, parts: Parts, form: Form, status: StatusCode, format: ResponseFormat) -> Response {
        let mut answer = self.page(parts, format, move || provide_context(form.clone())).await;
        if answer.status() == StatusCode::OK {
            *answer.status_mut() = status;
        }
        answer
    }
}

/// An answer for the call in a browser, or any program.
fn typed<T: Outcome + Serialize>(head: http::response::Parts, outcome: &T) -> Response {
    match TypedEncoding::encode(outcome) {
        Ok(bytes) => Response::from_parts(head, Body::from(bytes)),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// A piece of a page as a page would hold it.
fn finished(prefix: &'static str, written: &str) -> Option<String> {
    let html = hydration_markers::page(written);
    if prefix.is_empty() { Some(html) } else { language::page(prefix, &html).ok() }
}

/// A provider that sends readers back with a form: the browser does not bring its cookies with what comes from elsewhere, so it
/// is sent once more, to the same address with the same words, and then it does.
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

/// A form that is sent to its own page is for the server function behind it.
pub(super) fn lead_to_function(parts: &mut Parts) {
    let endpoint = form_of(parts.uri.path().trim_end_matches('/'));
    if let Some(uri) = endpoint.and_then(|endpoint| Uri::try_from(format!("{FUNCTIONS}{endpoint}")).ok()) {
        parts.uri = uri;
    }
}
