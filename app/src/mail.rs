//! Emails to readers, each as plain text and as HTML.

use domain::account::{EmailKind, Outgoing, Purpose};
use leptos::prelude::*;

use crate::components::moment;
use crate::context::Site;
use crate::text;
use crate::text::account::MailText;

/// An email that is ready to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Subject in one line.
    pub subject: String,
    /// Plain-text version.
    pub text: String,
    /// HTML version.
    pub html: String,
}

/// Content of an email, before it becomes plain text and HTML.
#[derive(Clone)]
struct Draft {
    subject: String,
    paragraphs: Vec<String>,
    /// Label and address.
    button: Option<(&'static str, String)>,
    code: Option<String>,
    small: Vec<String>,
    /// Address of the front page.
    front: String,
}

/// Writes an email. Its links use the origin in the settings, whatever host the request named.
pub fn write(site: &Site, outgoing: &Outgoing) -> Mail {
    let words = &text::account(outgoing.language).mail;
    let draft = draft(site, outgoing, words);
    Mail {
        subject: draft.subject.clone(),
        text: plain(site, &draft, words),
        html: page(site, outgoing, draft, words),
    }
}

/// Path that a link of this purpose leads to.
pub fn path_of(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Register => "/aktivasi",
        Purpose::SignIn => "/masuk/kode",
        Purpose::ResetPassword => "/sandi/atur",
        Purpose::ConfirmOldEmail | Purpose::ConfirmNewEmail => "/akun/alamat",
        Purpose::SecureAccount => "/akun/bukan-saya",
    }
}

/// Subject, first paragraph and label of the button.
fn words_of(kind: EmailKind, words: &'static MailText) -> [&'static str; 3] {
    let told = |[subject, what]: [&'static str; 2]| [subject, what, words.not_me];
    match kind {
        EmailKind::Confirmation(Purpose::Register) => words.join,
        EmailKind::Confirmation(Purpose::SignIn) => words.sign_in,
        EmailKind::Confirmation(Purpose::ResetPassword) => words.reset_password,
        EmailKind::Confirmation(Purpose::ConfirmOldEmail) => words.confirm_old_email,
        EmailKind::Confirmation(Purpose::ConfirmNewEmail) => words.confirm_new_email,
        EmailKind::AlreadyRegistered => words.already_registered,
        EmailKind::PasswordChanged | EmailKind::Confirmation(Purpose::SecureAccount) => {
            told(words.password_changed)
        }
        EmailKind::EmailChanged => told(words.email_changed),
        EmailKind::AccountClosed => told(words.account_closed),
        EmailKind::NewDevice => told(words.new_device),
        EmailKind::PasskeyAdded => told(words.passkey_added),
        EmailKind::PasskeyRemoved => told(words.passkey_removed),
        EmailKind::ProviderLinked => told(words.provider_linked),
        EmailKind::ProviderUnlinked => told(words.provider_unlinked),
    }
}

fn draft(site: &Site, outgoing: &Outgoing, words: &'static MailText) -> Draft {
    let [subject, what, button] = words_of(outgoing.kind, words);
    let here = format!("{}{}", site.url, site.prefix_of(outgoing.language));
    let link = |purpose| {
        let token = outgoing.secrets.as_ref().map(|(token, _)| token.reveal());
        token.map(|token| format!("{here}{}?token={token}", path_of(purpose)))
    };
    let (mut paragraphs, mut small) = (vec![what.to_owned()], Vec::new());
    let mut code = None;
    let address = match outgoing.kind {
        EmailKind::Confirmation(purpose) => {
            match purpose {
                Purpose::Register => paragraphs.push((words.join_gift)(site.free_articles, &site.name)),
                Purpose::ConfirmOldEmail => {
                    paragraphs
                        .extend(outgoing.new_email.as_ref().map(|email| (words.new_email)(email.as_str())));
                }
                _ => {}
            }
            code = outgoing.secrets.as_ref().map(|(_, code)| code.reveal().to_owned());
            let is_short = matches!(purpose, Purpose::SignIn | Purpose::ResetPassword);
            small.push(if is_short { words.within_half_hour } else { words.within_day }.to_owned());
            // Changing the address takes the password: if it was not the owner, somebody else knows it.
            let is_known = purpose == Purpose::ConfirmOldEmail;
            small.push(if is_known { words.not_you_changed } else { words.not_you }.to_owned());
            link(purpose)
        }
        EmailKind::AlreadyRegistered => Some(format!("{here}/masuk")),
        EmailKind::EmailChanged => {
            small.push(words.not_you_moved.to_owned());
            None
        }
        EmailKind::AccountClosed => None,
        _ => {
            paragraphs.extend(details(site, outgoing));
            let link = link(Purpose::SecureAccount);
            let not_you = if link.is_some() { words.not_you_secure } else { words.not_you_changed };
            small.push(not_you.to_owned());
            link
        }
    };
    Draft {
        subject: format!("{subject} – {}", site.name),
        paragraphs,
        button: address.map(|address| (button, address)),
        code,
        small,
        front: here,
    }
}

/// Name of the device or provider that the email tells of, and the time.
fn details(site: &Site, outgoing: &Outgoing) -> Option<String> {
    let parts = [outgoing.detail.clone(), outgoing.done_at.map(|at| moment(site, outgoing.language, at))];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" – "))
}

fn plain(site: &Site, draft: &Draft, words: &MailText) -> String {
    let mut parts = vec![words.greeting.to_owned()];
    parts.extend(draft.paragraphs.iter().cloned());
    parts.extend(draft.button.iter().map(|(label, address)| format!("{label}:\n{address}")));
    parts.extend(draft.code.iter().map(|code| format!("{}\n{code}", words.or_code)));
    parts.extend(draft.small.iter().cloned());
    parts.push(format!("{}\n{}", site.name, draft.front));
    parts.join("\n\n") + "\n"
}

/// HTML version. Its styles are in the elements, because email clients remove all others.
fn page(site: &Site, outgoing: &Outgoing, draft: Draft, words: &MailText) -> String {
    let (name, url) = (site.name.clone(), draft.front);
    let paragraphs = draft.paragraphs.into_iter().map(|text| view! { <p style="margin:0 0 16px">{text}</p> });
    let button = draft.button.map(|(label, address)| {
        let written = address.clone();
        view! {
            <p style="margin:24px 0">
                <a href=address style="display:inline-block;padding:12px 24px;background:#9e2f1b;color:#fff8ec;font-weight:bold;text-decoration:none">{label}</a>
            </p>
            <p style="margin:0 0 16px;font-size:13px;color:#5d554a">{words.or_open}<br/><span style="word-break:break-all">{written}</span></p>
        }
    });
    let code = draft.code.map(|code| view! {
        <p style="margin:0 0 16px">{words.or_code}<br/><strong style="font-size:24px;letter-spacing:4px">{code}</strong></p>
    });
    let small = draft
        .small
        .into_iter()
        .map(|text| view! { <p style="margin:0 0 8px;font-size:13px;color:#5d554a">{text}</p> });
    let body = Owner::new_root(None).with(|| {
        view! {
            <html lang=outgoing.language.as_str()>
                <head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/></head>
                <body style="margin:0;padding:24px;background:#fbf8f1;color:#1d1a16;font-family:Georgia,serif;font-size:17px;line-height:1.5">
                    <div style="max-width:560px;margin:0 auto">
                        <p style="margin:0 0 24px;padding:0 0 8px;border-bottom:3px solid #9e2f1b;font-size:28px;font-weight:bold">{name.clone()}</p>
                        <p style="margin:0 0 16px">{words.greeting}</p>
                        {paragraphs.collect::<Vec<_>>()}
                        {button}
                        {code}
                        {small.collect::<Vec<_>>()}
                        <p style="margin:24px 0 0;font-size:13px"><a href=url.clone() style="color:#5d554a">{name}</a></p>
                    </div>
                </body>
            </html>
        }
        .to_html()
    });
    format!("<!DOCTYPE html>{body}")
}
