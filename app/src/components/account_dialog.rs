//! The dialog over every reading page.

use leptos::prelude::*;

use super::{ForgotForm, FormView, RegisterForm, SignInForm};
use crate::context::{self, IsFragment, Services};

/// The forms to come in by, put aside until a link to one of their pages is followed: nobody who reads, listens or searches
/// meets them before. Without JavaScript the links lead to the pages.
#[component]
pub fn AccountDialog(services: Services) -> impl IntoView {
    let text = services.account_text();
    let owner = Owner::current().unwrap_or_default().child();
    let view = FormView { return_to: context::path(), ..FormView::default() };
    // In here headings stand one level lower.
    let panels = owner.with(|| {
        provide_context(IsFragment(true));
        view! {
            <template data-panel-of="/masuk"><SignInForm view=view.clone() services=services.clone()/></template>
            <template data-panel-of="/daftar"><RegisterForm view=view.clone() services=services.clone()/></template>
            <template data-panel-of="/sandi/lupa"><ForgotForm view services/></template>
        }
    });
    view! {
        <dialog class="account-dialog" aria-labelledby="masuk-heading">
                <form class="account-dialog__close" method="dialog">
                    <button r#type="submit" aria-label=text.close><span aria-hidden="true">"×"</span></button>
                </form>
                <div class="account-dialog__panel"></div>
            </dialog>
        {panels}
    }
}
