//! Sends the calls of server functions from the browser.

use std::future::Future;
use std::pin::Pin;

use leptos::server_fn::ContentType;
use send_wrapper::SendWrapper;

use super::codec::{TypedEncoding, decode};
use super::{ApiError, Next};
use crate::browser::{Credentials, localized, post};

/// The body of a response, or the reason why the call was refused. One type for all calls.
type Answer = SendWrapper<Pin<Box<dyn Future<Output = Result<Vec<u8>, ApiError>>>>>;

/// Calls the function at a path, under the path prefix of the page's language.
pub(super) fn call(path: &str, form: Option<String>, credentials: Credentials) -> Answer {
    let address = localized(path.to_owned());
    SendWrapper::new(Box::pin(async move {
        let form = form.ok_or(ApiError::Malformed)?;
        let response = post(&address, &form, TypedEncoding::CONTENT_TYPE, credentials).await;
        let response = response.ok_or(ApiError::Unreachable)?;
        let body = response.binary().await.map_err(|_| ApiError::Unreachable)?;
        if response.ok() { Ok(body) } else { Err(decode(&body).unwrap_or(ApiError::Unreachable)) }
    }))
}

/// Sends the fields of a form to the function of this name, as the browser would.
pub async fn send_form(function: &str, fields: String) -> Result<Next, ApiError> {
    let response = call(&format!("/api/{function}"), Some(fields), Credentials::SameOrigin).await?;
    decode(&response).ok_or(ApiError::Unreachable)
}
