//! A form that could not be answered, and the page on which it is shown again.

use super::ApiError;
use crate::routes::{PAGES, Page};

/// What was typed, and what was wrong with it. Passwords are not among it: they are typed again.
#[derive(Clone, Debug, Default)]
pub struct Form {
    endpoint: String,
    error: Option<ApiError>,
    values: Vec<(String, String)>,
}

impl Form {
    /// The form behind `/api/{endpoint}` with the fields that came.
    pub fn failed(endpoint: &str, error: ApiError, values: Vec<(String, String)>) -> Self {
        let values = values.into_iter().filter(|(name, _)| !name.contains("password")).collect();
        Self { endpoint: endpoint.to_owned(), error: Some(error), values }
    }

    /// What was typed into a field of this form.
    pub fn value(&self, endpoint: &str, name: &str) -> Option<String> {
        let of = |(key, value): &(String, String)| (key == name).then(|| value.clone());
        if self.endpoint == endpoint { self.values.iter().find_map(of) } else { None }
    }

    /// Whether a box of this form was ticked.
    pub fn is_ticked(&self, endpoint: &str, name: &str, value: &str) -> bool {
        let is_it = |(key, found): &(String, String)| key == name && found == value;
        self.endpoint == endpoint && self.values.iter().any(is_it)
    }

    /// Something that any form of the page brought along: a token, where to go back to.
    pub fn carried(&self, name: &str) -> Option<String> {
        self.values.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
    }

    /// The first field of this form with which something was wrong.
    pub fn first_wrong(&self, endpoint: &str) -> Option<&'static str> {
        self.error(endpoint)?.each().iter().find_map(ApiError::field)
    }

    /// What was wrong with this form.
    pub fn error(&self, endpoint: &str) -> Option<&ApiError> {
        self.error.as_ref().filter(|_| self.endpoint == endpoint)
    }
}

/// The page on which a form stands, by its endpoint and what it brought.
pub fn page_of(endpoint: &str, values: &[(String, String)]) -> &'static str {
    let brings = |wanted: &str| values.iter().any(|(name, value)| name == wanted && !value.is_empty());
    match endpoint {
        "confirm" | "resend" if brings("token") => "/aktivasi",
        "resend" | "change_address" | "send_confirmation" => "/konfirmasi",
        "by_provider" if !brings("link") => "/masuk",
        _ => PAGES.iter().find(|page| page.form_function() == Some(endpoint)).map_or("/akun", Page::path),
    }
}
