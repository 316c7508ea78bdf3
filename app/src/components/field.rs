//! A labelled field with its error beside it.

use leptos::prelude::*;

use crate::text::account::AccountText;

/// What a field is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// An email address.
    Email,
    /// A password that there is already.
    Password,
    /// A password that is chosen now, of at least so many characters.
    NewPassword(usize),
    /// Six digits.
    Code,
}

/// For password managers and for the list of passkeys.
const USER: &str = concat!("username", " webauthn");

/// One field.
#[derive(Clone, Debug)]
pub struct FieldView {
    /// Distinguishes the field among all of the page.
    pub id: String,
    /// As the form sends it.
    pub name: &'static str,
    /// Above it.
    pub label: &'static str,
    /// What for.
    pub kind: FieldKind,
    /// What was typed before.
    pub value: Option<String>,
    /// What was wrong with it.
    pub error: Option<String>,
    /// Whether it is the first one with which something was: there the reader goes on.
    pub is_next: bool,
}

/// The field. Browsers and password managers know what it is for; what is wrong is said beside it and read out with it.
#[component]
pub fn Field(field: FieldView, text: &'static AccountText) -> impl IntoView {
    let FieldView { id, name, label, kind, value, error, is_next } = field;
    let (input, autocomplete, mode) = match kind {
        // The passkeys that a browser has are offered in the same list.
        FieldKind::Email => ("email", USER, "email"),
        FieldKind::Password => ("password", "current-password", "text"),
        FieldKind::NewPassword(_) => ("password", "new-password", "text"),
        FieldKind::Code => ("text", "one-time-code", "numeric"),
    };
    // Nothing is held back by these: they tell a browser, and the stylesheet, when a mistake is mended.
    let (pattern, fewest) = match kind {
        FieldKind::Email => (Some(r".+@.+\..+"), None),
        FieldKind::Code => (Some(r"(\D*\d){6}\D*"), None),
        FieldKind::NewPassword(fewest) => (None, Some(fewest)),
        FieldKind::Password => (None, None),
    };
    let (error_id, hint_id) = (format!("{id}-error"), format!("{id}-hint"));
    let hint = match kind {
        FieldKind::NewPassword(fewest) => Some((text.password_hint)(fewest)),
        _ => None,
    };
    let described = [error.is_some().then(|| error_id.clone()), hint.is_some().then(|| hint_id.clone())];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let is_password = input == "password";
    let strength = hint.is_some().then(|| view! {
        <p class="field__strength" data-strength=id.clone() hidden>
            <meter min="0" max="4" low="2" high="3" optimum="4" value="0" aria-label=text.strength></meter>
            <output for=id.clone()></output>
        </p>
    });
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <div class="field__box">
                <input
                    class="field__input"
                    id=id.clone()
                    name=name
                    r#type=input
                    autocomplete=autocomplete
                    inputmode=mode
                    autocapitalize="none"
                    spellcheck="false"
                    required
                    pattern=pattern
                    minlength=fewest
                    value=value
                    aria-invalid=error.as_ref().map(|_| "true")
                    autofocus=is_next
                    aria-describedby=(!described.is_empty()).then_some(described)
                />
                {is_password.then(|| view! {
                    <button class="field__reveal" r#type="button" data-reveal=id.clone() aria-pressed="false" aria-controls=id hidden>{text.show_password}</button>
                })}
            </div>
            {error.map(|error| view! { <p class="field__error" id=error_id>{error}</p> })}
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            {strength}
        </div>
    }
}
