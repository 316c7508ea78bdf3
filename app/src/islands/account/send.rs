//! Forms that are sent to server functions.

use web_sys::{FormData, HtmlFormElement, UrlSearchParams};

/// Server functions that are called from here; the browser sends the forms of all others.
const CALLED: [&str; 10] = [
    "change_address",
    "confirm",
    "redeem",
    "register",
    "request_reset",
    "resend",
    "reset_password",
    "send_confirmation",
    "send_link",
    "sign_in",
];

/// Fields of a form as they are typed now, as the browser would send them; `None` for a form that the browser sends.
pub(super) fn fields_of(form: &HtmlFormElement, function: &str) -> Option<String> {
    let is_called = CALLED.contains(&function);
    let fields = FormData::new_with_form(form).ok().filter(|_| is_called)?;
    Some(written(&UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?))
}

/// A single field, as a form would send it.
pub(super) fn field(name: &str, value: &str) -> Option<String> {
    let fields = UrlSearchParams::new().ok()?;
    fields.set(name, value);
    Some(written(&fields))
}

fn written(fields: &UrlSearchParams) -> String {
    fields.to_string().into()
}
