//! `/akun`: what a reader may see and change of the own account.

use chrono::{DateTime, Utc};
use domain::account::{self, Account, ClientContext, Departure, LinkState, Purpose, Session};
use leptos::prelude::*;

use super::confirm::dead_link;
use super::gifts::{self, GiftPart};
use super::group::account_group;
use super::history::{self, HistoryPart};
use super::opened::{self, OpenedPart};
use super::proof::proof;
use super::sign_in_methods::{PasskeyPart, ProviderPart};
use super::standing::{StandingPart, StandingView};
use super::{AccountHead, News, asked, filled, link_of};
use crate::api::flash;
use crate::components::{AccountPanel, FieldKind, FormError, FormView, PublishedView};
use crate::context::{self, ResponseHead, Services};
use crate::island::island;
use crate::islands::{PanelForm, PanelPart};
use crate::pages::{PageError, page};
use crate::text::account::AccountText;

/// `/akun`
#[component]
pub fn AccountPage() -> impl IntoView {
    let (browser, view, said) = (context::browser(), filled(), asked("kabar"));
    page(move |services| make(services, browser, view, said))
}

async fn make(
    services: Services,
    browser: ClientContext,
    view: FormView,
    said: String,
) -> Result<impl IntoView + use<>, PageError> {
    let now = (services.clock)();
    let (account, session) = context::signed_in(&services, &browser).await?.ok_or(PageError::SignedOut)?;
    let sessions = account::sessions(&services.accounts, &account, now).await?;
    let passkeys = services.accounts.store.passkeys(&account.id).await?;
    let linked = services.accounts.store.identities(&account.id).await?;
    let gifts = gifts::rows(&services, &account, now).await?;
    let history = history::rows(&services, &account).await?;
    let standing = StandingView::of(&services, &account, now).await?;
    let opened = opened::rows(&services, &account, now).await?;
    let text = services.account_text();
    let words = told(&said, text).map(str::to_owned);
    let reading = view! {
        <OpenedPart opened services=services.clone()/>
        <GiftPart gifts view=view.clone() services=services.clone()/>
        <HistoryPart account=account.clone() rows=history services=services.clone()/>
    };
    let security = view! {
        <EmailPart account=account.clone() view=view.clone() services=services.clone()/>
        <PasswordPart account=account.clone() view=view.clone() services=services.clone()/>
        <PasskeyPart passkeys account=account.clone() view=view.clone() services=services.clone()/>
        <ProviderPart linked account=account.clone() view=view.clone() services=services.clone()/>
        <SessionPart sessions current=session services=services.clone()/>
    };
    Ok(view! {
        <AccountHead services=services.clone() title=text.account/>
        <div class="account">
            <header class="account__head">
                <h1 class="account__heading">{text.account}</h1>
                <p class="account__owner">{account.email.to_string()}</p>
                <News words/>
            </header>
            <StandingPart standing services=services.clone()/>
            {account_group("bacaan-anda", text.your_reading, reading)}
            {account_group("keamanan", text.security, security)}
            {account_group("data-anda", text.your_data, view! { <LeavePart account view services/> })}
        </div>
    })
}

fn told(said: &str, text: &'static AccountText) -> Option<&'static str> {
    match said {
        flash::PASSWORD => Some(text.password_changed),
        flash::EMAIL_ASKED => Some(text.email_asked),
        flash::EMAIL_LEFT => Some(text.email_left),
        flash::EMAIL_CHANGED => Some(text.email_changed),
        _ => None,
    }
}

#[component]
fn EmailPart(account: Account, view: FormView, services: Services) -> impl IntoView {
    let text = services.account_text();
    let email = view.field(&services, "change_email", ("email", text.email, FieldKind::Email));
    let proof = proof(&account, &view, &services, ("change_email", ""));
    let is_open = view.form.error("change_email").is_some();
    view! {
        <section class="account__part" aria-labelledby="alamat">
            <h3 id="alamat">{text.your_email}</h3>
            <p class="account__value">{account.email.to_string()}</p>
            <details class="panel__more" open=is_open>
                <summary>{text.change_email}</summary>
                <form class="panel__form" method="post" action="/api/change_email" novalidate>
                    <p class="panel__help">{text.change_email_help}</p>
                    <FormError view endpoint="change_email" services/>
                    {island(email)}
                    {proof}
                    <button class="button" r#type="submit">{text.change_email}</button>
                </form>
            </details>
        </section>
    }
}

#[component]
fn PasswordPart(account: Account, view: FormView, services: Services) -> impl IntoView {
    let text = services.account_text();
    let fewest = services.accounts.rules.shortest_password;
    let new = ("password", text.new_password, FieldKind::NewPassword(fewest));
    let new = view.field(&services, "change_password", new);
    let proof = proof(&account, &view, &services, ("change_password", ""));
    let is_open = view.form.error("change_password").is_some();
    view! {
        <section class="account__part" aria-labelledby="sandi">
            <h3 id="sandi">{text.password}</h3>
            <details class="panel__more" open=is_open>
                <summary>{text.change_password}</summary>
                <form class="panel__form" method="post" action="/api/change_password" novalidate>
                    <FormError view endpoint="change_password" services/>
                    <input r#type="email" name="email" value=account.email.to_string() autocomplete="username" hidden readonly/>
                    {proof}
                    {island(new)}
                    <button class="button" r#type="submit">{text.change_password}</button>
                </form>
            </details>
        </section>
    }
}

#[component]
fn SessionPart(sessions: Vec<Session>, current: Session, services: Services) -> impl IntoView {
    let text = services.account_text();
    let has_others = sessions.len() > 1;
    let rows = sessions.into_iter().map(|session| {
        let is_current = session.id == current.id;
        let seen = seen(&services, session.seen_at);
        let action = if is_current {
            view! { <em>{text.this_session}</em> }.into_any()
        } else {
            view! {
                <form method="post" action="/api/end_session">
                    <input r#type="hidden" name="session" value=session.id.as_str().to_owned()/>
                    <button class="button button--quiet" r#type="submit">{text.end_session}</button>
                </form>
            }
            .into_any()
        };
        view! {
            <li class="account__session">
                <span>{session.device}<br/><small>{text.last_seen} ": " {seen}</small></span>
                {action}
            </li>
        }
    });
    view! {
        <section class="account__part" aria-labelledby="sesi">
            <h3 id="sesi">{text.sessions}</h3>
            <p class="panel__help">{text.sessions_help}</p>
            <ul class="account__sessions">{rows.collect::<Vec<_>>()}</ul>
            {has_others.then(|| view! {
                <form method="post" action="/api/end_session">
                    <button class="button button--quiet" r#type="submit">{text.end_others}</button>
                </form>
            })}
            <form method="post" action="/api/sign_out">
                <button class="button button--quiet" r#type="submit">{text.sign_out}</button>
            </form>
        </section>
    }
}

fn seen(services: &Services, at: DateTime<Utc>) -> String {
    PublishedView::of(services, at).full
}

#[component]
fn LeavePart(account: Account, view: FormView, services: Services) -> impl IntoView {
    let text = services.account_text();
    let proof = proof(&account, &view, &services, ("delete_account", ""));
    let is_open = view.form.error("delete_account").is_some();
    let now = (services.clock)();
    let departure = Departure::in_period(services.quota.span(now), now);
    let until = PublishedView::of(&services, departure.expires_at).day;
    view! {
        <div class="account__part">
            <form class="account__switch" method="post" action="/api/download">
                <p class="panel__help">{text.download_help}</p>
                <button class="button button--quiet" r#type="submit">{text.download}</button>
            </form>
            <details class="panel__more" open=is_open>
                <summary>{text.delete_account}</summary>
                <form class="panel__form" method="post" action="/api/delete_account" novalidate>
                    <p class="panel__help">{text.delete_help}</p>
                    <p class="panel__help">{(text.delete_keeps)(&until)}</p>
                    <FormError view endpoint="delete_account" services/>
                    {proof}
                    <button class="button" r#type="submit">{text.delete_account}</button>
                </form>
            </details>
        </div>
    }
}

/// `/akun/alamat`: behind the links of a change of address.
#[component]
pub fn EmailPage() -> impl IntoView {
    let (view, token, answer) = (filled(), asked("token"), ResponseHead::here());
    page(move |services| async move {
        let state = link_of(&services, &token).await?;
        let text = services.account_text();
        let parts = match state {
            LinkState::Open(wish)
                if matches!(wish.purpose, Purpose::ConfirmOldEmail | Purpose::ConfirmNewEmail) =>
            {
                let form = PanelForm {
                    hidden: vec![("token".to_owned(), token)],
                    button: text.confirm_change.to_owned(),
                    ..view.form(&services, "confirm_email", "/akun/alamat")
                };
                vec![PanelPart::Lead(wish.email.to_string()), PanelPart::Form(Box::new(form))]
            }
            state => dead_link(&answer, &state, &services),
        };
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=text.confirm_change/>
            <AccountPanel panel=view.panel("alamat-baru", text.confirm_change, parts)/>
        })
    })
}
