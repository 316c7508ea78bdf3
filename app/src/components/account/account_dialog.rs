//! The dialog over every reading page.

use leptos::prelude::*;

use crate::context::Services;
use crate::island::island;
use crate::islands::AccountDialog as Dialog;

/// Empty until a link to the page of a form is followed: nobody who reads, listens or searches meets its forms before.
#[component]
pub fn AccountDialog(services: Services) -> impl IntoView {
    island(Dialog { close: services.account_text().close })
}
