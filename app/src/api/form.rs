//! A form that could not be answered, and the page on which it is shown again.

use super::ApiError;

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

    /// Something that any form of the page brought along: a token, where to go back to.
    pub fn carried(&self, name: &str) -> Option<String> {
        self.values.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
    }

    /// What was wrong with this form.
    pub fn error(&self, endpoint: &str) -> Option<&ApiError> {
        self.error.as_ref().filter(|_| self.endpoint == endpoint)
    }
}

/// The server function behind the form of a page, for forms that are sent to their own page: after an error the reader is still
/// at an address that can be loaded again.
pub fn endpoint_of(page: &str) -> Option<&'static str> {
    let pages = [
        ("/masuk", "sign_in"),
        ("/masuk/tautan", "send_link"),
        ("/masuk/kode", "redeem"),
        ("/daftar", "register"),
        ("/konfirmasi", "confirm"),
        ("/aktivasi", "confirm"),
        ("/sandi/lupa", "request_reset"),
        ("/sandi/atur", "reset_password"),
        ("/akun/alamat", "confirm_email"),
    ];
    pages.into_iter().find(|(path, _)| *path == page).map(|(_, endpoint)| endpoint)
}

/// The page on which a form stands, by its endpoint.
pub fn page_of(endpoint: &str, values: &[(String, String)]) -> &'static str {
    let links = values.iter().any(|(name, value)| name == "link" && value == "1");
    let has_token = values.iter().any(|(name, value)| name == "token" && !value.is_empty());
    match endpoint {
        "register" => "/daftar",
        "confirm" | "resend" if has_token => "/aktivasi",
        "confirm" | "resend" | "change_address" => "/konfirmasi",
        "sign_in" => "/masuk",
        "by_provider" if !links => "/masuk",
        "send_link" => "/masuk/tautan",
        "redeem" => "/masuk/kode",
        "request_reset" => "/sandi/lupa",
        "reset_password" => "/sandi/atur",
        "confirm_email" => "/akun/alamat",
        _ => "/akun",
    }
}
