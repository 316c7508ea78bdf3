//! Pages for the links in other emails: `/sandi/atur` to choose a new password, `/masuk/kode` to sign in.

use domain::account::{self, AccountId, ClientContext, Identity, LinkState, Purpose, SignInMethod};
use leptos::prelude::*;

use super::confirm::dead_link;
use super::{AccountHead, asked, filled, link_of};
use crate::components::{AccountPanel, FieldKind, FormView, PublishedView};
use crate::context::{self, ResponseHead, Services};
use crate::islands::{Choice, ChoicesView, PanelForm, PanelPart, PanelView};
use crate::pages::{PageError, page};

/// `/sandi/atur`
#[component]
pub fn ResetPage() -> impl IntoView {
    let (view, token, answer) = (filled(), asked("token"), ResponseHead::here());
    page(move |services| async move {
        let state = link_of(&services, &token).await?;
        let text = services.account_text();
        let parts = match state {
            LinkState::Open(wish) if wish.purpose == Purpose::ResetPassword => {
                let methods = sign_in_methods(&services, wish.account.as_ref()).await?;
                vec![reset(&services, token, methods, &view)]
            }
            state => dead_link(&answer, &state, &services),
        };
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=text.choose_password/>
            <AccountPanel panel=view.panel("atur", text.choose_password, parts)/>
        })
    })
}

fn reset(
    services: &Services,
    token: String,
    ways: Vec<(SignInMethod, String)>,
    view: &FormView,
) -> PanelPart {
    let text = services.account_text();
    let kind = FieldKind::NewPassword(services.accounts.rules.shortest_password);
    PanelPart::Form(Box::new(PanelForm {
        hidden: vec![("token".to_owned(), token)],
        fields: vec![view.field(services, "reset_password", ("password", text.new_password, kind))],
        choices: keep(ways, view, services),
        button: text.choose_password.to_owned(),
        ..view.form(services, "reset_password", "/sandi/atur")
    }))
}

/// Sign-in methods of the account other than the password, each with its label.
async fn sign_in_methods(
    services: &Services,
    owner: Option<&AccountId>,
) -> Result<Vec<(SignInMethod, String)>, PageError> {
    let Some(account) = owner else { return Ok(vec![]) };
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

/// Checkbox for each method, not ticked at first: owners of a hijacked account should keep only the methods that they recognise.
fn keep(ways: Vec<(SignInMethod, String)>, view: &FormView, services: &Services) -> Option<ChoicesView> {
    const NAME: &str = "keep[]";
    let text = services.account_text();
    let choice = |(method, label): (SignInMethod, String)| {
        let value = method.to_text();
        let is_ticked = view.form.is_ticked("reset_password", NAME, &value);
        Choice { name: NAME.to_owned(), value, label, is_ticked }
    };
    (!ways.is_empty()).then(|| ChoicesView {
        legend: text.keep_ways.to_owned(),
        help: text.keep_ways_help.to_owned(),
        choices: ways.into_iter().map(choice).collect(),
    })
}

/// `/masuk/kode`
#[component]
pub fn CodePage() -> impl IntoView {
    let (browser, view, token, answer) = (context::browser(), filled(), asked("token"), ResponseHead::here());
    page(move |services| async move {
        let panel = code_panel(&services, &browser, &view, (token, &answer)).await?;
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=services.account_text().sign_in/>
            <AccountPanel panel/>
        })
    })
}

/// Content of that page and of the dialog. In a dialog, the token is empty.
pub(crate) async fn code_panel(
    services: &Services,
    browser: &ClientContext,
    view: &FormView,
    (token, answer): (String, &ResponseHead),
) -> Result<PanelView, PageError> {
    let text = services.account_text();
    let waiting = account::waiting(&services.accounts, browser, (services.clock)()).await?;
    let waiting = waiting.filter(|wish| wish.purpose == Purpose::SignIn);
    let form =
        || PanelForm { button: text.sign_in.to_owned(), ..view.form(services, "redeem", "/masuk/kode") };
    let state = link_of(services, &token).await?;
    let parts = match (state, waiting) {
        (LinkState::Open(wish), Some(waiting)) if wish.id == waiting.id => {
            let form = PanelForm { hidden: vec![("token".to_owned(), token)], ..form() };
            vec![PanelPart::Lead(wish.email.to_string()), PanelPart::Form(Box::new(form))]
        }
        (LinkState::Open(_), _) => vec![PanelPart::Help(text.other_browser_code.to_owned())],
        (LinkState::Unknown, Some(waiting)) => {
            let code = view.field(services, "redeem", ("code", text.code, FieldKind::Code));
            let form = PanelForm { fields: vec![code], ..form() };
            vec![
                PanelPart::Help((text.sign_in_sent)(waiting.email.as_str())),
                PanelPart::Form(Box::new(form)),
            ]
        }
        (state, _) => dead_link(answer, &state, services),
    };
    Ok(view.panel("kode", text.sign_in, parts))
}
