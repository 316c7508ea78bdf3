//! A form that was rejected, and the page on which it is shown again.

use super::ApiError;
use crate::routes::{PAGES, Page};

/// Submitted values of a form, with its error. Passwords are left out: readers type them again.
#[derive(Clone, Debug, Default)]
pub struct Form {
    endpoint: String,
    error: Option<ApiError>,
    values: Vec<(String, String)>,
}

impl Form {
    /// Form that was posted to `/api/{endpoint}` with these values and rejected with this error.
    pub fn failed(endpoint: &str, error: ApiError, values: Vec<(String, String)>) -> Self {
        let values = values.into_iter().filter(|(name, _)| !name.contains("password")).collect();
        Self { endpoint: endpoint.to_owned(), error: Some(error), values }
    }

    /// Text that was typed into a field of this form.
    pub fn value(&self, endpoint: &str, name: &str) -> Option<String> {
        let of = |(key, value): &(String, String)| (key == name).then(|| value.clone());
        if self.endpoint == endpoint { self.values.iter().find_map(of) } else { None }
    }

    /// Whether a checkbox of this form was ticked.
    pub fn is_ticked(&self, endpoint: &str, name: &str, value: &str) -> bool {
        let is_it = |(key, found): &(String, String)| key == name && found == value;
        self.endpoint == endpoint && self.values.iter().any(is_it)
    }

    /// Value that came with whichever form of the page was posted, such as a token or the path to return to.
    pub fn carried(&self, name: &str) -> Option<String> {
        self.values.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
    }

    /// Name of the first field of this form that has an error.
    pub fn first_wrong(&self, endpoint: &str) -> Option<&'static str> {
        self.error(endpoint)?.each().iter().find_map(ApiError::field)
    }

    /// Error with which this form was rejected; `None` if another form was posted.
    pub fn error(&self, endpoint: &str) -> Option<&ApiError> {
        self.error.as_ref().filter(|_| self.endpoint == endpoint)
    }
}

/// Path of the page that contains a form, found by the form's endpoint and its values.
pub fn page_of(endpoint: &str, values: &[(String, String)]) -> &'static str {
    let brings = |wanted: &str| values.iter().any(|(name, value)| name == wanted && !value.is_empty());
    match endpoint {
        "confirm" | "resend" if brings("token") => "/aktivasi",
        "resend" | "change_address" | "send_confirmation" => "/konfirmasi",
        "by_provider" if !brings("link") => "/masuk",
        _ => PAGES.iter().find(|page| page.form_function() == Some(endpoint)).map_or("/akun", Page::path),
    }
}
