//! The forms to come in by: registering, signing in, a forgotten password. Each stands on a page of its own and in the dialog of every
//! other page.

use crate::api::{ApiError, Form};
use crate::context::Services;
use crate::islands::{
    FieldView, LinkView, PanelForm, PanelPart, PanelView, PasskeyView, ProviderView, ProvidersView,
};
use crate::text;

/// What a form is filled with.
#[derive(Clone, Debug, Default)]
pub struct FormView {
    /// What could not be answered.
    pub form: Form,
    /// Where to go afterwards.
    pub return_to: String,
    /// Whether the form is shown in a dialog.
    pub is_in_dialog: bool,
}

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

/// For password managers, and for the list of passkeys that a browser has.
const USER: [&str; 2] = ["username", "webauthn"];

impl FormView {
    /// A field of the form behind `endpoint`, as it was typed, with what was wrong.
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

    /// What was wrong with one field of a form.
    fn error_beside(&self, services: &Services, endpoint: &str, field: &str) -> Option<String> {
        let errors = self.form.error(endpoint).map_or(&[][..], ApiError::each);
        let error = errors.iter().find(|error| error.field() == Some(field));
        error.map(|error| error.words(text::errors(services.site.language)))
    }

    /// What was wrong with a form as a whole.
    pub fn error(&self, services: &Services, endpoint: &str) -> Option<String> {
        let errors = self.form.error(endpoint).map_or(&[][..], ApiError::each);
        let error = errors.iter().find(|error| error.field().is_none());
        error.map(|error| error.words(text::errors(services.site.language)))
    }

    /// The form that calls a server function and is sent by browsers to this page.
    pub fn form(&self, services: &Services, function: &str, action: &str) -> PanelForm {
        let (function, action) = (function.to_owned(), action.to_owned());
        PanelForm { error: self.error(services, &function), function, action, ..PanelForm::default() }
    }

    /// Where to go afterwards, sent along.
    fn destination(&self) -> Vec<(String, String)> {
        vec![("return_to".to_owned(), self.return_to.clone())]
    }

    /// The address of another form, which leads to the same place afterwards.
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

/// `Masuk`
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

/// `Daftar`
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

/// `Lupa Kata Sandi`
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

/// Signing in by mail.
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

/// A button for each provider of the settings; nothing where there is none.
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

/// Signing in by a key; nothing where the site can have none.
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

/// A button for a passkey with what it says where it is of no use.
pub fn passkey_words(services: &Services) -> PasskeyView {
    let errors = text::errors(services.site.language);
    PasskeyView {
        failed: errors.passkey.to_owned(),
        wrong_password: errors.credentials.to_owned(),
        ..PasskeyView::default()
    }
}
