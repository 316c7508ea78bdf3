//! Runs server functions, and turns their answers into a page, a piece of a page, or JSON.

use app::api::{ApiError, Form, Next as NextStep, endpoint_of, page_of};
use app::document::leading_away;
use app::language::under;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderValue, StatusCode, Uri, header};
use leptos::prelude::provide_context;
use leptos_axum::handle_server_fns_with_context;

use super::{FUNCTIONS, LARGEST_FORM, PrivateRoutes, ResponseFormat, form};

impl PrivateRoutes {
    /// Runs a server function, and makes of its answer what the asker wants.
    pub(super) async fn function(&self, mut parts: Parts, body: Body, format: ResponseFormat) -> Response {
        let bytes = match form(&parts, body).await {
            Ok(bytes) => bytes,
            Err(status) => return status.into_response(),
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
            let mut answer = self.failed(page, &bytes, body, format).await;
            // What the function said of cookies holds, whatever shows its error.
            for cookie in head.headers.get_all(header::SET_COOKIE) {
                answer.headers_mut().append(header::SET_COOKIE, cookie.clone());
            }
            return answer;
        }
        // Not a step of a journey but data that a script asked for. serde would take a list of one text for a step.
        let is_object = body.trim_ascii_start().starts_with(b"{");
        let step = serde_json::from_slice::<NextStep>(&body).ok().filter(|_| is_object);
        let Some(redirect) = step else {
            return Response::from_parts(head, Body::from(body));
        };
        self.redirect(head, &under(self.services.site.prefix(), &redirect.path), format)
    }

    /// Redirects to the next step, in the format of the response.
    fn redirect(&self, mut head: http::response::Parts, path: &str, format: ResponseFormat) -> Response {
        if format == ResponseFormat::Json {
            head.headers.remove(header::CONTENT_LENGTH);
            let json = serde_json::json!({ "path": path }).to_string();
            return Response::from_parts(head, Body::from(json));
        }
        let Ok(location) = HeaderValue::from_str(path) else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        head.headers.remove(header::CONTENT_LENGTH);
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
    async fn failed(&self, mut parts: Parts, sent: &[u8], said: Bytes, format: ResponseFormat) -> Response {
        let error: ApiError = serde_json::from_slice(&said).unwrap_or(ApiError::Unexpected);
        let (status, wait) = (error.status(), error.retry_after_seconds());
        let mut answer = if format == ResponseFormat::Json {
            // Without its kind it would pass for an answer without words, and get the page of its status.
            (status, [(header::CONTENT_TYPE, "application/json")], said).into_response()
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
    let endpoint = endpoint_of(parts.uri.path().trim_end_matches('/'));
    if let Some(uri) = endpoint.and_then(|endpoint| Uri::try_from(format!("{FUNCTIONS}{endpoint}")).ok()) {
        parts.uri = uri;
    }
}
