//! Account pages. Each dialog has the content of one of them, and all of them work without JavaScript.

mod confirm;
mod enter;
mod gifts;
mod group;
mod history;
mod manage;
mod opened;
mod password;
mod proof;
mod provider;
mod secure;
mod sign_in_methods;
mod standing;

pub(crate) use confirm::confirm_panel;
pub use confirm::{ActivatePage, ConfirmPage};
pub use enter::{ForgotPage, RegisterPage, SendLinkPage, SignInPage};
pub use manage::{AccountPage, EmailPage};
pub(crate) use password::code_panel;
pub use password::{CodePage, ResetPage};
pub use provider::ProviderPage;
pub use secure::SecurePage;

use domain::account::{self, LinkState, ReturnTo, Token};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::components::{FormView, HeadView, PageHead};
use crate::context::{self, Services};
use crate::pages::PageError;

/// Value of a parameter: from the form that was rejected, else from the page's address.
fn asked(name: &str) -> String {
    context::form().carried(name).or_else(|| use_query_map().read_untracked().get(name)).unwrap_or_default()
}

/// Values with which the forms of this page are filled.
fn filled() -> FormView {
    let asked = asked("return_to");
    let return_to =
        if asked.is_empty() { String::new() } else { ReturnTo::parse(&asked).as_str().to_owned() };
    FormView { form: context::form(), return_to, is_in_dialog: false }
}

/// State of the link in an email, found by its token.
async fn link_of(services: &Services, token: &str) -> Result<LinkState, PageError> {
    match Token::parse(token) {
        Some(token) => Ok(account::find_link(&services.accounts, &token, (services.clock)()).await?),
        None => Ok(LinkState::Unknown),
    }
}

/// Title of an account page.
#[component]
fn AccountHead(services: Services, title: &'static str) -> impl IntoView {
    let head = HeadView { title: format!("{title} – {}", services.site.name), ..HeadView::default() };
    view! { <PageHead head/> }
}

/// Tells the reader what was just done.
#[component]
fn News(words: Option<String>) -> impl IntoView {
    words.map(|words| view! { <p class="panel__news" role="status">{words}</p> })
}
