//! Documents without the rest of the site: they need no database and run no script.

use http::StatusCode;
use leptos::prelude::*;
use leptos_meta::HashedStylesheet;

use super::icon::ICON;
use crate::components::escape;
use crate::context::Site;
use crate::text;

/// Renders a document with this title and this body.
fn shell<View: IntoView + 'static>(site: &Site, title: &str, body: impl FnOnce() -> View) -> String {
    Owner::new_root(None).with(|| {
        view! {
            <!DOCTYPE html>
            <html lang=site.language.as_str()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="color-scheme" content="light dark"/>
                    <title inner_html=escape(title)></title>
                    <HashedStylesheet options=site.assets.clone()/>
                    <link rel="icon" href=ICON/>
                </head>
                <body>{body()}</body>
            </html>
        }
        .to_html()
    })
}

/// Renders the error page for requests that get no regular page.
pub fn bare(site: &Site, status: StatusCode) -> String {
    let text = text::of(site.language);
    let (heading, help) = match status {
        StatusCode::NOT_FOUND => (text.not_found, text.not_found_help),
        StatusCode::GONE => (text.gone, text.gone_help),
        StatusCode::SERVICE_UNAVAILABLE => (text.busy, text.busy_help),
        status if status.is_server_error() => (text.failed, text.failed_help),
        _ => (text.refused, text.refused_help),
    };
    let (code, name) = (status.as_u16(), site.name.clone());
    shell(site, &format!("{heading} – {}", site.name), || {
        view! {
            <header class="site-header">
                <div class="site-header__top"><a class="site-header__name" href="/">{name}</a></div>
            </header>
            <main id="isi">
                <section class="notice">
                    <p class="notice__code">{code}</p>
                    <h1 class="notice__heading">{heading}</h1>
                    <p class="notice__help">{help}</p>
                    <p><a class="notice__home" href="/">{text.front_page}</a></p>
                </section>
            </main>
        }
    })
}

/// Renders a page with a link to another site, for browsers that do not follow the redirect.
pub fn leading_away(site: &Site, address: &str) -> String {
    let text = text::account(site.language);
    let address = address.to_owned();
    shell(site, text.coming_in, || {
        view! {
            <main>
                <section class="panel">
                    <h1 class="panel__heading">{text.coming_in}</h1>
                    <p><a class="button" href=address>{text.go_on}</a></p>
                </section>
            </main>
        }
    })
}

/// Path of the developer's page with the emails that were sent.
pub const DEV_MAILS: &str = "/dev/surat";

/// An email that a site under development has written to a folder instead of sending it.
#[derive(Clone, Debug)]
pub struct StoredMail {
    /// Address of the recipient.
    pub to: String,
    pub subject: String,
    /// Plain-text version.
    pub text: String,
    /// Links in the text.
    pub links: Vec<String>,
}

/// Renders the developer's page with the emails that were sent, newest first.
pub fn mails(site: &Site, mails: Vec<StoredMail>) -> String {
    let mails = mails.into_iter().map(|mail| {
        let links = mail.links.into_iter().map(|link| {
            let address = link.clone();
            view! { <li><a href=address>{link}</a></li> }
        });
        view! {
            <article class="panel">
                <h2>{mail.subject}</h2>
                <p>{mail.to}</p>
                <pre>{mail.text}</pre>
                <ul>{links.collect::<Vec<_>>()}</ul>
            </article>
        }
    });
    shell(site, DEV_MAILS, || view! { <main><h1>{DEV_MAILS}</h1>{mails.collect::<Vec<_>>()}</main> })
}
