//! Confirming an address: `/konfirmasi` after registering, `/aktivasi` behind the link of the mail.

use domain::account::{self, Confirmation, LinkState, Purpose, Token};
use leptos::prelude::*;

use super::{AccountHead, News, asked, filled, link_of};
use crate::api::{ApiError, flash};
use crate::components::{Field, FieldKind, FormError, FormView, Panel};
use crate::context::{self, ResponseHead, Services};
use crate::pages::{PageError, page};

/// `/konfirmasi`
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let (browser, view, news) = (context::browser(), filled(), asked("kabar"));
    page(move |services| async move {
        let wish = account::waiting(&services.accounts, &browser, (services.clock)()).await?;
        let wish = wish.filter(|wish| wish.purpose == Purpose::Register);
        let text = services.account_text();
        let words = match news.as_str() {
            flash::SENT => Some(text.sent_again.to_owned()),
            flash::CONFIRMATION => Some(text.confirmation_sent.to_owned()),
            _ => None,
        };
        let is_sent = news == flash::CONFIRMATION;
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=text.confirm_email/>
            <Panel id="konfirmasi" heading=text.confirm_email>
                {match wish.filter(|_| !is_sent) {
                    Some(wish) => view! { <Waiting wish words view services/> }.into_any(),
                    None => view! {
                        {match words {
                            Some(words) => view! { <News words=Some(words)/> }.into_any(),
                            None => view! { <p class="panel__help">{text.nothing_waits}</p> }.into_any(),
                        }}
                        <SendConfirmation view services=services.clone()/>
                        <p class="panel__other"><a href="/daftar" data-panel="">{text.register}</a></p>
                    }.into_any(),
                }}
            </Panel>
        })
    })
}

/// For who has registered in another browser.
#[component]
fn SendConfirmation(view: FormView, services: Services) -> impl IntoView {
    let text = services.account_text();
    let email = view.field(&services, "send_confirmation", ("email", text.email, FieldKind::Email));
    view! {
        <form class="panel__form" method="post" action="/api/send_confirmation" novalidate>
            <FormError form=view.form endpoint="send_confirmation" text/>
            <Field field=email text/>
            <button class="button" r#type="submit">{text.send_confirmation}</button>
        </form>
    }
}

/// While the answer to the mail is awaited.
#[component]
fn Waiting(wish: Confirmation, words: Option<String>, view: FormView, services: Services) -> impl IntoView {
    let text = services.account_text();
    let site = services.site.clone();
    let code = view.field(&services, "confirm", ("code", text.code, FieldKind::Code));
    let other = view.field(&services, "change_address", ("email", text.email, FieldKind::Email));
    let is_open = view.form.error("change_address").is_some();
    let wait = view.form.error("resend").and_then(ApiError::retry_after_seconds);
    let wait = wait.or_else(|| words.is_some().then_some(60));
    view! {
        <p class="panel__lead">{(text.link_sent)(wish.email.as_str())}</p>
        <p class="panel__help">{(text.open_link)(site.free_articles, &site.name)}</p>
        <News words/>
        <form class="panel__form" method="post" action="/konfirmasi" novalidate>
            <p class="panel__help">{text.or_code}</p>
            <FormError form=view.form.clone() endpoint="confirm" text/>
            <Field field=code text/>
            <button class="button" r#type="submit">{text.use_code}</button>
        </form>
        <form class="panel__again" method="post" action="/api/resend">
            <FormError form=view.form.clone() endpoint="resend" text/>
            <p>
                {text.no_mail_yet} " "
                <button class="button button--quiet" r#type="submit" data-wait=wait>{text.send_again}</button>
                " " <span class="panel__wait" data-wait-words=text.send_again_in></span>
            </p>
        </form>
        <details class="panel__more" open=is_open>
            <summary>{text.other_address}</summary>
            <form class="panel__form" method="post" action="/api/change_address" novalidate>
                <FormError form=view.form endpoint="change_address" text/>
                <Field field=other text/>
                <button class="button" r#type="submit">{text.send_there}</button>
            </form>
        </details>
    }
}

/// `/aktivasi`
#[component]
pub fn ActivatePage() -> impl IntoView {
    let (browser, view, token, answer) = (context::browser(), filled(), asked("token"), ResponseHead::here());
    page(move |services| async move {
        let state = link_of(&services, &token).await?;
        let text = services.account_text();
        let own = browser.confirmation.as_ref().map(Token::hash);
        let body = match state {
            LinkState::Open(wish) if wish.purpose == Purpose::Register => {
                let is_own = own.as_ref() == Some(&wish.id);
                view! { <Activate wish token is_own view services=services.clone()/> }.into_any()
            }
            LinkState::Expired(_) => dead(&answer, &ApiError::LinkExpired, &services, Some(token)),
            state => dead_link(&answer, &state, &services),
        };
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=text.activate/>
            <Panel id="aktivasi" heading=text.activate>{body}</Panel>
        })
    })
}

/// One button: only its POST confirms. In another browser the password too.
#[component]
fn Activate(
    wish: Confirmation,
    token: String,
    is_own: bool,
    view: FormView,
    services: Services,
) -> impl IntoView {
    let text = services.account_text();
    let password = view.field(&services, "confirm", ("password", text.password, FieldKind::Password));
    view! {
        <p class="panel__lead">{(text.activate_help)(wish.email.as_str())}</p>
        <form class="panel__form" method="post" action="/aktivasi" novalidate>
            <FormError form=view.form endpoint="confirm" text/>
            <input r#type="hidden" name="token" value=token/>
            {(!is_own).then(|| view! {
                <p class="panel__help">{text.other_browser}</p>
                <Field field=password text/>
            })}
            <button class="button" r#type="submit">{text.activate_now}</button>
        </form>
    }
}

/// A link that leads nowhere says why, and to what helps.
pub(super) fn dead(
    answer: &ResponseHead,
    error: &ApiError,
    services: &Services,
    renew: Option<String>,
) -> AnyView {
    let text = services.account_text();
    answer.status(error.status());
    view! {
        <p class="panel__error" role="alert">{error.words(text)}</p>
        {renew.map(|token| view! {
            <form class="panel__form" method="post" action="/api/resend">
                <input r#type="hidden" name="token" value=token/>
                <button class="button" r#type="submit">{text.new_link}</button>
            </form>
        })}
        <p class="panel__other"><a href="/masuk">{text.sign_in}</a></p>
        <p class="panel__other"><a href="/daftar">{text.register}</a></p>
    }
    .into_any()
}

/// The same for a link whose mail is asked for anew elsewhere.
pub(super) fn dead_link(answer: &ResponseHead, state: &LinkState, services: &Services) -> AnyView {
    let error = match state {
        LinkState::Used => ApiError::LinkUsed,
        LinkState::Expired(_) => ApiError::LinkExpired,
        // An open one that is for something else is no link of this page.
        LinkState::Open(_) | LinkState::Unknown => ApiError::LinkUnknown,
    };
    dead(answer, &error, services, None)
}
