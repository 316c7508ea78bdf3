//! The way in, or the way to one's account.

use leptos::prelude::*;

use crate::context::{self, Services};
use crate::island::island;
use crate::islands::ReaderMenu as Menu;

/// In every page.
#[component]
pub fn ReaderMenu(services: Services) -> impl IntoView {
    let text = services.account_text();
    let (sign_in, register, account, sign_out) = (text.sign_in, text.register, text.account, text.sign_out);
    island(Menu { path: context::path(), sign_in, register, account, sign_out })
}
