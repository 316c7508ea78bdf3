//! Forms that ask for the password again before they change an account.

use domain::account::Account;
use leptos::prelude::*;

use crate::components::{FieldKind, FormView};
use crate::context::Services;
use crate::island::island;
use crate::islands::FieldView;

/// Field for the current password; `None` if the account has no password. `id` tells the forms of one page apart.
pub(super) fn proof(
    account: &Account,
    view: &FormView,
    services: &Services,
    of: (&'static str, &str),
) -> Option<AnyView> {
    proof_field(account, view, services, of).map(|field| island(field).into_any())
}

/// Data of that field, for islands that render it themselves.
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

/// A change of a sign-in method.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// Name of the server function that makes the change.
    pub endpoint: &'static str,
    /// Name and value of the field that identifies the method.
    pub of: (&'static str, String),
    /// Names and values of further hidden fields.
    pub with: &'static [(&'static str, &'static str)],
    /// Text of the button.
    pub label: String,
    /// Number that is unique among the changes of this kind on the page.
    pub number: usize,
}

/// Button for a change of a sign-in method. If the account has a password, the button first opens the field for it.
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
