//! Behind the links of other mails: `/sandi/atur` for a new password, `/masuk/kode` to sign in.

use domain::account::{self, LinkState, Purpose, Token};
use leptos::prelude::*;

use super::confirm::dead;
use super::{AccountHead, asked, filled};
use crate::api::ApiError;
use crate::components::{Field, FieldKind, FormError, Panel};
use crate::context::{self, Answer};
use crate::pages::{PageError, page};

/// `/sandi/atur`
#[component]
pub fn ResetPage() -> impl IntoView {
    let (view, token, answer) = (filled(), asked("token"), Answer::here());
    page(move |services| async move {
        let state = match Token::parse(&token) {
            Some(token) => account::find_link(&services.desk, &token, (services.clock)()).await?,
            None => LinkState::Unknown,
        };
        let text = services.account_text();
        let fewest = services.desk.rules.shortest_password;
        let password = view.field(
            &services,
            "reset_password",
            ("password", text.new_password, FieldKind::NewPassword(fewest)),
        );
        let body = match state {
            LinkState::Open(wish) if wish.purpose == Purpose::ResetPassword => view! {
                <form class="panel__form" method="post" action="/sandi/atur" novalidate>
                    <FormError form=view.form endpoint="reset_password" text/>
                    <input r#type="hidden" name="token" value=token/>
                    <Field field=password text/>
                    <button class="button" r#type="submit">{text.choose_password}</button>
                </form>
            }
            .into_any(),
            LinkState::Used => dead(&answer, &ApiError::LinkUsed, &services, None),
            LinkState::Expired(_) => dead(&answer, &ApiError::LinkExpired, &services, None),
            _ => dead(&answer, &ApiError::LinkUnknown, &services, None),
        };
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=text.choose_password/>
            <Panel id="atur" heading=text.choose_password>{body}</Panel>
        })
    })
}

/// `/masuk/kode`
#[component]
pub fn CodePage() -> impl IntoView {
    let (browser, view, token, answer) = (context::browser(), filled(), asked("token"), Answer::here());
    page(move |services| async move {
        let text = services.account_text();
        let now = (services.clock)();
        let waiting = account::waiting(&services.desk, &browser, now).await?;
        let waiting = waiting.filter(|wish| wish.purpose == Purpose::SignIn);
        let code = view.field(&services, "redeem", ("code", text.code, FieldKind::Code));
        let state = match Token::parse(&token) {
            Some(token) => account::find_link(&services.desk, &token, now).await?,
            None => LinkState::Unknown,
        };
        let body = match (state, waiting) {
            (LinkState::Open(wish), Some(waiting)) if wish.id == waiting.id => view! {
                <p class="panel__lead">{wish.email.to_string()}</p>
                <form class="panel__form" method="post" action="/masuk/kode">
                    <FormError form=view.form endpoint="redeem" text/>
                    <input r#type="hidden" name="token" value=token/>
                    <button class="button" r#type="submit">{text.sign_in}</button>
                </form>
            }
            .into_any(),
            (LinkState::Open(_), _) => {
                view! { <p class="panel__help">{text.other_browser_code}</p> }.into_any()
            }
            (LinkState::Used, _) => dead(&answer, &ApiError::LinkUsed, &services, None),
            (LinkState::Expired(_), _) => dead(&answer, &ApiError::LinkExpired, &services, None),
            (LinkState::Unknown, Some(waiting)) => view! {
                <p class="panel__help">{(text.sign_in_sent)(waiting.email.as_str())}</p>
                <form class="panel__form" method="post" action="/masuk/kode" novalidate>
                    <FormError form=view.form endpoint="redeem" text/>
                    <Field field=code text/>
                    <button class="button" r#type="submit">{text.sign_in}</button>
                </form>
            }
            .into_any(),
            (LinkState::Unknown, None) => dead(&answer, &ApiError::LinkUnknown, &services, None),
        };
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=text.sign_in/>
            <Panel id="kode" heading=text.sign_in>{body}</Panel>
        })
    })
}
