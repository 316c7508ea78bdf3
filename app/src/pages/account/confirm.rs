//! Pages to confirm an address: `/konfirmasi` after registering, `/aktivasi` for the link in the email.

use domain::account::{self, ClientContext, Confirmation, LinkState, Purpose, Token};
use leptos::prelude::*;

use super::{AccountHead, asked, filled, link_of};
use crate::api::{ApiError, flash};
use crate::components::{AccountPanel, FieldKind, FormView};
use crate::context::{self, ResponseHead, Services};
use crate::islands::{LinkView, PanelForm, PanelPart, PanelView, Waiting};
use crate::pages::{PageError, page};

/// Seconds until another email may be requested.
const PAUSE: u32 = 60;

/// `/konfirmasi`
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let (browser, view, news) = (context::browser(), filled(), asked("kabar"));
    page(move |services| async move {
        let panel = confirm_panel(&services, &browser, &view, &news).await?;
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=services.account_text().confirm_email/>
            <AccountPanel panel/>
        })
    })
}

/// Content of that page and of the dialog. `news` is the code of what was just done.
pub(crate) async fn confirm_panel(
    services: &Services,
    browser: &ClientContext,
    view: &FormView,
    news: &str,
) -> Result<PanelView, PageError> {
    let wish = account::waiting(&services.accounts, browser, (services.clock)()).await?;
    let text = services.account_text();
    let words = match news {
        flash::SENT => Some(text.sent_again),
        flash::CONFIRMATION => Some(text.confirmation_sent),
        _ => None,
    };
    let waits = wish.filter(|wish| wish.purpose == Purpose::Register && news != flash::CONFIRMATION);
    let parts = match waits {
        Some(wish) => waiting(services, &wish, words, view),
        None => vec![
            match words {
                Some(words) => PanelPart::News(words.to_owned()),
                None => PanelPart::Help(text.nothing_waits.to_owned()),
            },
            send_confirmation(view, services),
            PanelPart::Link(LinkView { href: "/daftar".to_owned(), label: text.register.to_owned() }),
        ],
    };
    Ok(view.panel("konfirmasi", text.confirm_email, parts))
}

/// Form for readers who have registered in another browser.
fn send_confirmation(view: &FormView, services: &Services) -> PanelPart {
    let text = services.account_text();
    PanelPart::Form(Box::new(PanelForm {
        fields: vec![view.field(services, "send_confirmation", ("email", text.email, FieldKind::Email))],
        button: text.send_confirmation.to_owned(),
        ..view.form(services, "send_confirmation", "/api/send_confirmation")
    }))
}

/// Forms that are shown while the confirmation is pending.
fn waiting(services: &Services, wish: &Confirmation, words: Option<&str>, view: &FormView) -> Vec<PanelPart> {
    let (text, site) = (services.account_text(), &services.site);
    let wait = view.form.error("resend").and_then(ApiError::retry_after_seconds);
    let wait = wait.or(words.is_some().then_some(PAUSE)).unwrap_or(0);
    let code = PanelForm {
        help: Some(text.or_code.to_owned()),
        fields: vec![view.field(services, "confirm", ("code", text.code, FieldKind::Code))],
        button: text.use_code.to_owned(),
        ..view.form(services, "confirm", "/konfirmasi")
    };
    let again = PanelForm {
        lead_in: Some(text.no_mail_yet.to_owned()),
        button: text.send_again.to_owned(),
        waiting: Some(Waiting { seconds: wait, words: text.send_again_in.to_owned() }),
        ..view.form(services, "resend", "/api/resend")
    };
    let other = PanelForm {
        summary: Some((text.other_address.to_owned(), view.form.error("change_address").is_some())),
        fields: vec![view.field(services, "change_address", ("email", text.email, FieldKind::Email))],
        button: text.send_there.to_owned(),
        ..view.form(services, "change_address", "/api/change_address")
    };
    let before = [
        PanelPart::Lead((text.link_sent)(wish.email.as_str())),
        PanelPart::Help((text.open_link)(site.free_articles, &site.name)),
    ];
    let news = words.map(|words| PanelPart::News(words.to_owned()));
    let forms = [code, again, other].map(|form| PanelPart::Form(Box::new(form)));
    before.into_iter().chain(news).chain(forms).collect()
}

/// `/aktivasi`
#[component]
pub fn ActivatePage() -> impl IntoView {
    let (browser, view, token, answer) = (context::browser(), filled(), asked("token"), ResponseHead::here());
    page(move |services| async move {
        let state = link_of(&services, &token).await?;
        let text = services.account_text();
        let own = browser.confirmation.as_ref().map(Token::hash);
        let parts = match state {
            LinkState::Open(wish) if wish.purpose == Purpose::Register => {
                activate(&services, &wish, token, own.as_ref() == Some(&wish.id), &view)
            }
            LinkState::Expired(_) => dead(&answer, &ApiError::LinkExpired, &services, Some(token)),
            state => dead_link(&answer, &state, &services),
        };
        Ok::<_, PageError>(view! {
            <AccountHead services=services.clone() title=text.activate/>
            <AccountPanel panel=view.panel("aktivasi", text.activate, parts)/>
        })
    })
}

/// Form with one button, since only a POST confirms. In another browser it asks for the password too.
fn activate(
    services: &Services,
    wish: &Confirmation,
    token: String,
    is_own: bool,
    view: &FormView,
) -> Vec<PanelPart> {
    let text = services.account_text();
    let password = || view.field(services, "confirm", ("password", text.password, FieldKind::Password));
    let form = PanelForm {
        help: (!is_own).then(|| text.errors.other_browser.to_owned()),
        fields: (!is_own).then(password).into_iter().collect(),
        hidden: vec![("token".to_owned(), token)],
        button: text.activate_now.to_owned(),
        ..view.form(services, "confirm", "/aktivasi")
    };
    vec![PanelPart::Lead((text.activate_help)(wish.email.as_str())), PanelPart::Form(Box::new(form))]
}

/// Content for a link that does not work: the reason, and links that help.
pub(super) fn dead(
    answer: &ResponseHead,
    error: &ApiError,
    services: &Services,
    renew: Option<String>,
) -> Vec<PanelPart> {
    let text = services.account_text();
    answer.status(error.status());
    let renew = renew.map(|token| {
        PanelPart::Form(Box::new(PanelForm {
            function: "resend".to_owned(),
            action: "/api/resend".to_owned(),
            hidden: vec![("token".to_owned(), token)],
            button: text.new_link.to_owned(),
            ..PanelForm::default()
        }))
    });
    let link = |href: &str, label: &str| {
        PanelPart::Link(LinkView { href: href.to_owned(), label: label.to_owned() })
    };
    let error = PanelPart::Error(error.words(text.errors));
    let links = [link("/masuk", text.sign_in), link("/daftar", text.register)];
    std::iter::once(error).chain(renew).chain(links).collect()
}

/// Content for a link that does not work and cannot be renewed on this page.
pub(super) fn dead_link(answer: &ResponseHead, state: &LinkState, services: &Services) -> Vec<PanelPart> {
    let error = match state {
        LinkState::Used => ApiError::LinkUsed,
        LinkState::Expired(_) => ApiError::LinkExpired,
        // A valid link with another purpose is treated as unknown.
        LinkState::Open(_) | LinkState::Unknown => ApiError::LinkUnknown,
    };
    dead(answer, &error, services, None)
}
