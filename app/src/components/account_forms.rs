//! The forms to come in by: registering, signing in, a forgotten password. Each stands on a page of its own and in the
//! dialog of every other page.

use leptos::prelude::*;

use super::panel::error_beside;
use super::{Field, FieldKind, FieldView, FormError, Panel, PasskeyButton, ProviderRow};
use crate::api::{ApiError, Form};
use crate::context::Services;
use crate::text::account::AccountText;

/// What a form is filled with.
#[derive(Clone, Debug, Default)]
pub struct FormView {
    /// What could not be answered.
    pub form: Form,
    /// Where to go afterwards.
    pub return_to: String,
}

impl FormView {
    /// A field of the form behind `endpoint`, as it was typed, with what was wrong.
    pub fn field(
        &self,
        services: &Services,
        endpoint: &str,
        (name, label, kind): (&'static str, &'static str, FieldKind),
    ) -> FieldView {
        let error = error_beside(&self.form, endpoint, name, services.account_text());
        FieldView {
            id: format!("{endpoint}-{name}"),
            name,
            label,
            kind,
            value: self.form.value(endpoint, name),
            is_next: error.is_some() && self.form.first_wrong(endpoint) == Some(name),
            error,
        }
    }

    /// The address of another form, which leads to the same place afterwards.
    fn link(&self, path: &str) -> String {
        if matches!(self.return_to.as_str(), "" | "/") {
            path.to_owned()
        } else {
            format!("{path}?return_to={}", self.return_to)
        }
    }
}

/// `Masuk`
#[component]
pub fn SignInForm(view: FormView, services: Services) -> impl IntoView {
    let text = services.account_text();
    let email = view.field(&services, "sign_in", ("email", text.email, FieldKind::Email));
    let password = view.field(&services, "sign_in", ("password", text.password, FieldKind::Password));
    let return_to = view.return_to.clone();
    let (forgot, register, mail) =
        (view.link("/sandi/lupa"), view.link("/daftar"), view.link("/masuk/tautan"));
    view! {
        <Panel id="masuk" heading=text.sign_in>
            <form class="panel__form" method="post" action="/masuk" novalidate>
                <FormError form=view.form.clone() endpoint="sign_in" text/>
                <FormError form=view.form.clone() endpoint="by_provider" text/>
                <Field field=email text/>
                <Field field=password text/>
                <p class="panel__aside"><a href=forgot data-panel="">{text.forgot_password}</a></p>
                <input r#type="hidden" name="return_to" value=view.return_to/>
                <button class="button" r#type="submit">{text.sign_in}</button>
            </form>
            <Unconfirmed form=view.form text/>
            <PasskeyButton does="sign" return_to=return_to.clone() label=text.use_passkey services=services.clone()/>
            <ProviderRow return_to label=text.or_sign_in_by services/>
            <p class="panel__other"><a href=mail data-panel="">{text.sign_in_by_mail}</a></p>
            <p class="panel__other"><a href=register data-panel="">{text.no_account_yet}</a></p>
        </Panel>
    }
}

/// Below a form that was refused: leads on who has registered in another browser and not confirmed yet. Shown whoever was
/// refused, so that it tells nobody who has registered.
#[component]
fn Unconfirmed(form: Form, text: &'static AccountText) -> impl IntoView {
    let refused = form.error("sign_in").filter(|error| **error == ApiError::Credentials);
    refused.map(|_| {
        let email = form.value("sign_in", "email");
        view! {
            <form class="panel__again" method="post" action="/api/send_confirmation">
                <p>
                    {text.not_confirmed} " "
                    <input r#type="hidden" name="email" value=email/>
                    <button class="button button--quiet" r#type="submit">{text.send_confirmation}</button>
                </p>
            </form>
        }
    })
}

/// `Daftar`
#[component]
pub fn RegisterForm(view: FormView, services: Services) -> impl IntoView {
    let text = services.account_text();
    let site = services.site.clone();
    let fewest = services.accounts.rules.shortest_password;
    let email = view.field(&services, "register", ("email", text.email, FieldKind::Email));
    let password =
        view.field(&services, "register", ("password", text.password, FieldKind::NewPassword(fewest)));
    let (sign_in, return_to) = (view.link("/masuk"), view.return_to.clone());
    view! {
        <Panel id="daftar" heading=text.register>
            <p class="panel__help">{(text.register_help)(site.free_articles, &site.name)}</p>
            <form class="panel__form" method="post" action="/daftar" novalidate>
                <FormError form=view.form endpoint="register" text/>
                <Field field=email text/>
                <Field field=password text/>
                <input r#type="hidden" name="return_to" value=view.return_to/>
                <p class="panel__consent">{(text.consent)(&site.name)}</p>
                <button class="button" r#type="submit">{text.register}</button>
            </form>
            <ProviderRow return_to label=text.or_register_by services/>
            <p class="panel__other"><a href=sign_in data-panel="">{text.has_account}</a></p>
        </Panel>
    }
}

/// `Lupa Kata Sandi`
#[component]
pub fn ForgotForm(view: FormView, services: Services) -> impl IntoView {
    let text = services.account_text();
    let email = view.field(&services, "request_reset", ("email", text.email, FieldKind::Email));
    let sign_in = view.link("/masuk");
    view! {
        <Panel id="lupa" heading=text.forgot>
            <p class="panel__help">{text.forgot_help}</p>
            <form class="panel__form" method="post" action="/sandi/lupa" novalidate>
                <FormError form=view.form endpoint="request_reset" text/>
                <Field field=email text/>
                <button class="button" r#type="submit">{text.send_link}</button>
            </form>
            <p class="panel__other"><a href=sign_in data-panel="">{text.has_account}</a></p>
        </Panel>
    }
}

/// Signing in by mail.
#[component]
pub fn SendLinkForm(view: FormView, services: Services) -> impl IntoView {
    let text = services.account_text();
    let email = view.field(&services, "send_link", ("email", text.email, FieldKind::Email));
    let sign_in = view.link("/masuk");
    view! {
        <Panel id="tautan" heading=text.sign_in_by_mail>
            <p class="panel__help">{text.sign_in_by_mail_help}</p>
            <form class="panel__form" method="post" action="/masuk/tautan" novalidate>
                <FormError form=view.form endpoint="send_link" text/>
                <Field field=email text/>
                <input r#type="hidden" name="return_to" value=view.return_to/>
                <button class="button" r#type="submit">{text.send_link}</button>
            </form>
            <p class="panel__other"><a href=sign_in data-panel="">{text.has_account}</a></p>
        </Panel>
    }
}
