//! `/akun/bukan-saya`: behind the link of a mail that tells of a change, for an owner who has not made it.

use domain::account::{LinkState, Purpose};
use leptos::prelude::*;

use super::confirm::dead_link;
use super::{AccountHead, asked, filled, link_of};
use crate::components::AccountPanel;
use crate::context::ResponseHead;
use crate::islands::{PanelForm, PanelPart};
use crate::pages::{PageError, page};

/// `/akun/bukan-saya`. Only its POST ends anything: scanners of mails follow links too.
#[component]
pub fn SecurePage() -> impl IntoView {
    let (view, token, answer) = (filled(), asked("token"), ResponseHead::here());
    page(move |services| async move {
        let state = link_of(&services, &token).await?;
        let text = services.account_text();
        let parts = match state {
            LinkState::Open(wish) if wish.purpose == Purpose::SecureAccount => {
                let form = PanelForm {
                    hidden: vec![("token".to_owned(), token)],
                    button: text.secure_now.to_owned(),
                    ..view.form(&services, "secure_account", "/akun/bukan-saya")
                };
                vec![
                    PanelPart::Lead((text.secure_help)(wish.email.as_str())),
                    PanelPart::Form(Box::new(form)),
                    PanelPart::Help(text.secure_not_needed.to_owned()),
                ]
            }
            state => dead_link(&answer, &state, &services),
        };
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=text.secure/>
            <AccountPanel panel=view.panel("bukan-saya", text.secure, parts)/>
        })
    })
}
