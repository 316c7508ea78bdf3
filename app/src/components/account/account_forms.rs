//! Forms to register, to sign in and to reset a password. Each is shown on a page of its own and in a dialog on other pages.

use crate::api::{ApiError, Form};
use crate::context::Services;
use crate::islands::{
    FieldView, LinkView, PanelForm, PanelPart, PanelView, PasskeyView, ProviderView, ProvidersView,
};
use crate::text;

/// Values with which a form is filled.
#[derive(Clone, Debug, Default)]
pub struct FormView {
    /// The rejected submission; empty if there was none.
    pub form: Form,
    /// Path to go to afterwards.
    pub return_to: String,
    /// Whether the form is shown in a dialog.
    pub is_in_dialog: bool,
}

/// Kind of input that a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// An email address.
    Email,
    /// An existing password.
    Password,
    /// A new password, of at least this many characters.
    NewPassword(usize),
    /// A code of six digits.
    Code,
}

/// Values of `autocomplete` for the address: for password managers, and for the browser's list of passkeys.
const USER: [&str; 2] = ["username", "webauthn"];

impl FormView {
    /// Field of the form for `endpoint`, with the text that was typed and its error.
    pub fn field(
        &self,
        services: &Services,
        endpoint: &str,
        (name, label, kind): (&'static str, &'static str, FieldKind),
    ) -> FieldView {
        let text = services.account_text();
        let (input, autocomplete, inputmode) = match kind {
            FieldKind::Email => ("email", USER.join(" "), "email"),
            FieldKind::Password => ("password", "current-password".to_owned(), "text"),
            FieldKind::NewPassword(_) => ("password", "new-password".to_owned(), "text"),
            FieldKind::Code => ("text", "one-time-code".to_owned(), "numeric"),
        };
        let (pattern, fewest) = match kind {
            FieldKind::Email => (Some(r".+@.+\..+"), None),
            FieldKind::Code => (Some(r"(\D*\d){6}\D*"), None),
            FieldKind::NewPassword(fewest) => (None, Some(fewest)),
            FieldKind::Password => (None, None),
        };
        let error = self.error_beside(services, endpoint, name);
        FieldView {
            id: format!("{endpoint}-{name}"),
            name: name.to_owned(),
            label: label.to_owned(),
            kind: input.to_owned(),
            autocomplete,
            inputmode: inputmode.to_owned(),
            pattern: pattern.map(str::to_owned),
            fewest,
            value: self.form.value(endpoint, name),
            is_next: error.is_some() && self.form.first_wrong(endpoint) == Some(name),
            error,
            hint: fewest.map(text.password_hint),
            show: (input == "password").then(|| text.show_password.to_owned()),
            strength: fewest.is_some().then(|| text.strength.to_owned()),
        }
    }

    /// Message for one field of a form.
    fn error_beside(&self, services: &Services, endpoint: &str, field: &str) -> Option<String> {
        let errors = self.form.error(endpoint).map_or(&[][..], ApiError::each);
        let error = errors.iter().find(|error| error.field() == Some(field));
        error.map(|error| error.words(text::errors(services.site.language)))
    }

    /// Message for a form as a whole.
    pub fn error(&self, services: &Services, endpoint: &str) -> Option<String> {
        let errors = self.form.error(endpoint).map_or(&[][..], ApiError::each);
        let error = errors.iter().find(|error| error.field().is_none());
        error.map(|error| error.words(text::errors(services.site.language)))
    }

    /// Form that calls a server function. Without JavaScript, browsers post it to `action`.
    pub fn form(&self, services: &Services, function: &str, action: &str) -> PanelForm {
        let (function, action) = (function.to_owned(), action.to_owned());
        PanelForm { error: self.error(services, &function), function, action, ..PanelForm::default() }
    }

    /// Hidden field with the path to go to afterwards.
    fn destination(&self) -> Vec<(String, String)> {
        vec![("return_to".to_owned(), self.return_to.clone())]
    }

    /// Link to another form, which leads to the same path afterwards.
    fn link(&self, path: &str, label: &str) -> LinkView {
        let href = if matches!(self.return_to.as_str(), "" | "/") {
            path.to_owned()
        } else {
            format!("{path}?return_to={}", self.return_to)
        };
        LinkView { href, label: label.to_owned() }
    }

    /// A panel of these parts.
    pub fn panel(&self, id: &str, heading: &str, parts: Vec<PanelPart>) -> PanelView {
        PanelView { id: id.to_owned(), heading: heading.to_owned(), is_in_dialog: self.is_in_dialog, parts }
    }
}

/// Panel of the form to sign in, `/masuk`.
pub fn sign_in(view: &FormView, services: &Services) -> PanelView {
    let text = services.account_text();
    let form = view.form(services, "sign_in", "/masuk");
    let form = PanelForm {
        error: form.error.clone().or_else(|| view.error(services, "by_provider")),
        fields: vec![
            view.field(services, "sign_in", ("email", text.email, FieldKind::Email)),
            view.field(services, "sign_in", ("password", text.password, FieldKind::Password)),
        ],
        aside: Some(view.link("/sandi/lupa", text.forgot_password)),
        hidden: view.destination(),
        button: text.sign_in.to_owned(),
        unconfirmed: Some((text.not_confirmed.to_owned(), text.send_confirmation.to_owned())),
        is_refused: view.form.error("sign_in") == Some(&ApiError::Credentials),
        ..form
    };
    let mut parts = vec![PanelPart::Form(Box::new(form))];
    parts.extend(passkey(view, services));
    parts.extend(providers(view, services, text.or_sign_in_by));
    parts.push(PanelPart::Link(view.link("/masuk/tautan", text.sign_in_by_mail)));
    parts.push(PanelPart::Link(view.link("/daftar", text.no_account_yet)));
    view.panel("masuk", text.sign_in, parts)
}

/// Panel of the form to register, `/daftar`.
pub fn register(view: &FormView, services: &Services) -> PanelView {
    let (text, site) = (services.account_text(), &services.site);
    let kind = FieldKind::NewPassword(services.accounts.rules.shortest_password);
    let form = PanelForm {
        fields: vec![
            view.field(services, "register", ("email", text.email, FieldKind::Email)),
            view.field(services, "register", ("password", text.password, kind)),
        ],
        hidden: view.destination(),
        consent: Some((text.consent)(&site.name)),
        button: text.register.to_owned(),
        ..view.form(services, "register", "/daftar")
    };
    let mut parts = vec![
        PanelPart::Help((text.register_help)(site.free_articles, &site.name)),
        PanelPart::Form(Box::new(form)),
    ];
    parts.extend(providers(view, services, text.or_register_by));
    parts.push(PanelPart::Link(view.link("/masuk", text.has_account)));
    view.panel("daftar", text.register, parts)
}

/// Panel of the form for a forgotten password, `/sandi/lupa`.
pub fn forgot(view: &FormView, is_sent: bool, services: &Services) -> PanelView {
    let text = services.account_text();
    let form = PanelForm {
        fields: vec![view.field(services, "request_reset", ("email", text.email, FieldKind::Email))],
        button: text.send_link.to_owned(),
        ..view.form(services, "request_reset", "/sandi/lupa")
    };
    let news = is_sent.then(|| PanelPart::News(text.reset_sent.to_owned()));
    let parts = news.into_iter().chain([
        PanelPart::Help(text.forgot_help.to_owned()),
        PanelPart::Form(Box::new(form)),
        PanelPart::Link(view.link("/masuk", text.has_account)),
    ]);
    view.panel("lupa", text.forgot, parts.collect())
}

/// Panel of the form that requests an email to sign in with, `/masuk/tautan`.
pub fn send_link(view: &FormView, services: &Services) -> PanelView {
    let text = services.account_text();
    let form = PanelForm {
        fields: vec![view.field(services, "send_link", ("email", text.email, FieldKind::Email))],
        hidden: view.destination(),
        button: text.send_link.to_owned(),
        ..view.form(services, "send_link", "/masuk/tautan")
    };
    let parts = vec![
        PanelPart::Help(text.sign_in_by_mail_help.to_owned()),
        PanelPart::Form(Box::new(form)),
        PanelPart::Link(view.link("/masuk", text.has_account)),
    ];
    view.panel("tautan", text.sign_in_by_mail, parts)
}

/// Buttons for the providers in the settings; `None` if there are none.
fn providers(view: &FormView, services: &Services, label: &str) -> Option<PanelPart> {
    let providers = services.accounts.providers.names();
    let provider =
        |provider: domain::account::ProviderName| ProviderView { slug: provider.slug, name: provider.name };
    (!providers.is_empty()).then(|| {
        PanelPart::Providers(ProvidersView {
            label: label.to_owned(),
            return_to: view.return_to.clone(),
            providers: providers.into_iter().map(provider).collect(),
        })
    })
}

/// Button that signs in with a passkey; `None` if the site cannot use passkeys.
fn passkey(view: &FormView, services: &Services) -> Option<PanelPart> {
    let text = services.account_text();
    services.accounts.passkeys.is_available().then(|| {
        PanelPart::Passkey(Box::new(PasskeyView {
            return_to: view.return_to.clone(),
            label: text.use_passkey.to_owned(),
            ..passkey_words(services)
        }))
    })
}

/// Passkey button with its error messages; the caller adds the rest.
pub fn passkey_words(services: &Services) -> PasskeyView {
    let errors = text::errors(services.site.language);
    PasskeyView {
        failed: errors.passkey.to_owned(),
        wrong_password: errors.credentials.to_owned(),
        ..PasskeyView::default()
    }
}
