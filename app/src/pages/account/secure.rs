//! `/akun/bukan-saya`: behind the link of a mail that tells of a change, for an owner who has not made it.

use domain::account::{LinkState, Purpose};
use leptos::prelude::*;

use super::confirm::dead_link;
use super::{AccountHead, asked, filled, link_of};
use crate::components::{FormError, Panel};
use crate::context::ResponseHead;
use crate::pages::{PageError, page};

/// `/akun/bukan-saya`. Only its POST ends anything: scanners of mails follow links too.
#[component]
pub fn SecurePage() -> impl IntoView {
    let (view, token, answer) = (filled(), asked("token"), ResponseHead::here());
    page(move |services| async move {
        let state = link_of(&services, &token).await?;
        let text = services.account_text();
        let body = match state {
            LinkState::Open(wish) if wish.purpose == Purpose::SecureAccount => view! {
                <p class="panel__lead">{(text.secure_help)(wish.email.as_str())}</p>
                <form class="panel__form" method="post" action="/akun/bukan-saya">
                    <FormError form=view.form endpoint="secure_account" text/>
                    <input r#type="hidden" name="token" value=token/>
                    <button class="button" r#type="submit">{text.secure_now}</button>
                </form>
                <p class="panel__help">{text.secure_not_needed}</p>
            }
            .into_any(),
            state => dead_link(&answer, &state, &services),
        };
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=text.secure/>
            <Panel id="bukan-saya" heading=text.secure>{body}</Panel>
        })
    })
}
