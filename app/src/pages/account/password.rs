//! Behind the links of other mails: `/sandi/atur` for a new password, `/masuk/kode` to sign in.

use domain::account::{self, AccountId, Identity, LinkState, Purpose, SignInMethod};
use leptos::prelude::*;

use super::confirm::dead_link;
use super::{AccountHead, asked, filled, link_of};
use crate::components::{Field, FieldKind, FormError, FormView, Panel, PublishedView};
use crate::context::{self, ResponseHead, Services};
use crate::pages::{PageError, page};
use crate::text::account::AccountText;

/// `/sandi/atur`
#[component]
pub fn ResetPage() -> impl IntoView {
    let (view, token, answer) = (filled(), asked("token"), ResponseHead::here());
    page(move |services| async move {
        let state = link_of(&services, &token).await?;
        let text = services.account_text();
        let fewest = services.accounts.rules.shortest_password;
        let password = view.field(
            &services,
            "reset_password",
            ("password", text.new_password, FieldKind::NewPassword(fewest)),
        );
        let body = match state {
            LinkState::Open(wish) if wish.purpose == Purpose::ResetPassword => {
                let ways = sign_in_methods(&services, wish.account.as_ref()).await?;
                view! {
                    <form class="panel__form" method="post" action="/sandi/atur" novalidate>
                        <FormError form=view.form.clone() endpoint="reset_password" text/>
                        <input r#type="hidden" name="token" value=token/>
                        <Field field=password text/>
                        <KeepPart ways view text/>
                        <button class="button" r#type="submit">{text.choose_password}</button>
                    </form>
                }
                .into_any()
            }
            state => dead_link(&answer, &state, &services),
        };
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=text.choose_password/>
            <Panel id="atur" heading=text.choose_password>{body}</Panel>
        })
    })
}

/// What else than the password lets in, and how it is called.
async fn sign_in_methods(
    services: &Services,
    account: Option<&AccountId>,
) -> Result<Vec<(SignInMethod, String)>, PageError> {
    let Some(account) = account else { return Ok(vec![]) };
    let text = services.account_text();
    let (passkeys, identities) = account::sign_in_methods(&services.accounts, account).await?;
    let keys = passkeys.into_iter().map(|key| {
        let made = PublishedView::of(services, key.made_at).day;
        (SignInMethod::Passkey(key.id), (text.passkey_of)(&key.device, &made))
    });
    let names = services.accounts.providers.names();
    let linked = identities.into_iter().map(|Identity { issuer, .. }| {
        let known = names.iter().find(|provider| provider.issuer == issuer);
        let name = known.map_or_else(|| issuer.clone(), |provider| provider.name.clone());
        (SignInMethod::Provider(issuer), name)
    });
    Ok(keys.chain(linked).collect())
}

/// Each with a box that is not ticked: who has lost an account to somebody keeps only what they know.
#[component]
fn KeepPart(ways: Vec<(SignInMethod, String)>, view: FormView, text: &'static AccountText) -> impl IntoView {
    const NAME: &str = "keep[]";
    (!ways.is_empty()).then(|| {
        let rows = ways.into_iter().map(|(method, name)| {
            let value = method.to_text();
            let is_ticked = view.form.is_ticked("reset_password", NAME, &value);
            view! {
                <label class="panel__choice">
                    <input r#type="checkbox" name=NAME value=value checked=is_ticked/> <span>{name}</span>
                </label>
            }
        });
        view! {
            <fieldset class="panel__choices">
                <legend>{text.keep_ways}</legend>
                <p class="panel__help">{text.keep_ways_help}</p>
                {rows.collect::<Vec<_>>()}
            </fieldset>
        }
    })
}

/// `/masuk/kode`
#[component]
pub fn CodePage() -> impl IntoView {
    let (browser, view, token, answer) = (context::browser(), filled(), asked("token"), ResponseHead::here());
    page(move |services| async move {
        let text = services.account_text();
        let waiting = account::waiting(&services.accounts, &browser, (services.clock)()).await?;
        let waiting = waiting.filter(|wish| wish.purpose == Purpose::SignIn);
        let code = view.field(&services, "redeem", ("code", text.code, FieldKind::Code));
        let state = link_of(&services, &token).await?;
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
            (LinkState::Unknown, Some(waiting)) => view! {
                <p class="panel__help">{(text.sign_in_sent)(waiting.email.as_str())}</p>
                <form class="panel__form" method="post" action="/masuk/kode" novalidate>
                    <FormError form=view.form endpoint="redeem" text/>
                    <Field field=code text/>
                    <button class="button" r#type="submit">{text.sign_in}</button>
                </form>
            }
            .into_any(),
            (state, _) => dead_link(&answer, &state, &services),
        };
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=text.sign_in/>
            <Panel id="kode" heading=text.sign_in>{body}</Panel>
        })
    })
}
