//! Forms that ask an account's owner for the password again.

use domain::account::Account;
use leptos::prelude::*;

use crate::components::{FieldKind, FormView};
use crate::context::Services;
use crate::island::island;
use crate::islands::FieldView;

/// The password that proves who one is, where the account has one. `id` tells the forms of one page apart.
pub(super) fn proof(
    account: &Account,
    view: &FormView,
    services: &Services,
    of: (&'static str, &str),
) -> Option<AnyView> {
    proof_field(account, view, services, of).map(|field| island(field).into_any())
}

/// The same as data.
pub(super) fn proof_field(
    account: &Account,
    view: &FormView,
    services: &Services,
    (endpoint, id): (&'static str, &str),
) -> Option<FieldView> {
    let text = services.account_text();
    account.password.as_ref().map(|_| {
        let field = ("current_password", text.current_password, FieldKind::Password);
        let field = view.field(services, endpoint, field);
        FieldView { id: format!("{}{id}", field.id), ..field }
    })
}

/// A change of a way in.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// The server function that makes it.
    pub endpoint: &'static str,
    /// What it is about: the name of a field and its value.
    pub of: (&'static str, String),
    /// Fields that go with it.
    pub with: &'static [(&'static str, &'static str)],
    /// On the button.
    pub label: String,
    /// Tells it from others of its kind.
    pub number: usize,
}

/// One button for a change of a way in. Where the account has a password, the button opens the field for it first.
#[component]
pub(super) fn ChangeForm(
    change: Change,
    account: Account,
    view: FormView,
    services: Services,
) -> impl IntoView {
    let Change { endpoint, of: (name, value), with, label, number } = change;
    let is_open = view.form.value(endpoint, name).as_ref() == Some(&value);
    let field = proof(&account, &view, &services, (endpoint, &format!("-{number}")));
    let asks = field.is_some();
    let with = with.iter().map(|(name, value)| view! { <input r#type="hidden" name=*name value=*value/> });
    let form = view! {
        <form class="panel__form" method="post" action=format!("/api/{endpoint}") novalidate>
            <input r#type="hidden" name=name value=value/>
            {with.collect::<Vec<_>>()}
            {field}
            <button class="button button--quiet" r#type="submit">{label.clone()}</button>
        </form>
    };
    if asks {
        view! { <details class="panel__more" open=is_open><summary>{label}</summary>{form}</details> }
            .into_any()
    } else {
        form.into_any()
    }
}
