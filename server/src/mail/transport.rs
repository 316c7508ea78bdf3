//! Delivery of emails: by SMTP, or into a folder.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use app::mail::Mail;
use domain::account::{EmailAddress, Token};
use lettre::Message;
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};

use super::smtp::Smtp;
use crate::account::SystemRng;
use crate::settings::Settings;

/// Destination of emails.
#[derive(Clone, Debug)]
pub enum Transport {
    /// A mail server.
    Smtp(Box<Smtp>),
    /// A folder, with one `.eml` file for each email.
    Folder(PathBuf),
}

/// Error of a delivery.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// A temporary error; a later try may succeed.
    #[error("{0}")]
    Later(String),
    /// A permanent error.
    #[error("{0}")]
    Never(String),
}

impl Transport {
    /// Creates the transport of the settings. It does not connect yet.
    pub fn new(settings: &Settings) -> anyhow::Result<Self> {
        let text = settings.mail.url.as_str();
        if text.is_empty() {
            let beside =
                settings.database.url.strip_prefix("sqlite://").and_then(|file| Path::new(file).parent());
            return Ok(Self::Folder(beside.unwrap_or(Path::new("data")).join("mail")));
        }
        // The address may contain a password, so the error does not repeat it.
        let url = url::Url::parse(text).context("setting mail.url is no address")?;
        let host = url.host_str().unwrap_or_default();
        match url.scheme() {
            "file" => Ok(Self::Folder(
                url.to_file_path()
                    .map_err(|()| anyhow::anyhow!("setting mail.url names no folder of this machine"))?,
            )),
            "smtp" | "smtps" if !host.is_empty() => {
                Ok(Self::Smtp(Box::new(smtp(&url, host, settings.mail.authority.as_deref())?)))
            }
            _ => {
                anyhow::bail!("setting mail.url is neither smtp://HOST:PORT, smtps://HOST nor file:///FOLDER")
            }
        }
    }

    /// Folder for the emails; `None` if they are sent by SMTP.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Smtp(_) => None,
        }
    }

    /// Sends one email, and returns once it is accepted.
    pub async fn send(&self, from: &Mailbox, to: &EmailAddress, mail: Mail) -> Result<(), SendError> {
        let message = message(from, to, mail)?;
        match self {
            Self::Smtp(smtp) => smtp.send(&message).await.map_err(|error| {
                // 5xx is permanent: the server always refuses this email. 53x refuses us as a client, which ends when the settings are
                // corrected.
                let is_about_us = error.status().is_some_and(|code| code.to_string().starts_with("53"));
                if error.is_permanent() && !is_about_us {
                    SendError::Never(error.to_string())
                } else {
                    SendError::Later(error.to_string())
                }
            }),
            Self::Folder(folder) => {
                let folder = folder.clone();
                let written = tokio::task::spawn_blocking(move || write(&folder, &message.formatted())).await;
                let written = written.unwrap_or_else(|error| Err(std::io::Error::other(error)));
                written.map_err(|error| SendError::Later(error.to_string()))
            }
        }
    }
}

fn smtp(url: &url::Url, host: &str, authority: Option<&Path>) -> anyhow::Result<Smtp> {
    let tls = tls(host, authority)?;
    let (port, tls) = match url.scheme() {
        "smtps" => (465, Tls::Wrapper(tls)),
        // A password is sent only over an encrypted connection.
        _ if !url.username().is_empty() => (587, Tls::Required(tls)),
        _ => (25, Tls::Opportunistic(tls)),
    };
    let plain = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    let password = url.password().map(plain).unwrap_or_default();
    let credentials = (!url.username().is_empty()).then(|| (plain(url.username()), password).into());
    Ok(Smtp { host: host.to_owned(), port: url.port().unwrap_or(port), tls, credentials })
}

fn tls(host: &str, authority: Option<&Path>) -> anyhow::Result<TlsParameters> {
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(file) = authority {
        let pem = std::fs::read(file)
            .with_context(|| format!("setting mail.authority: cannot read {}", file.display()))?;
        let certificate = Certificate::from_pem(&pem).ok().with_context(|| {
            format!("setting mail.authority: {} is no certificate in PEM", file.display())
        })?;
        builder = builder.add_root_certificate(certificate);
    }
    builder.build().context("setting mail.url: TLS")
}

fn message(from: &Mailbox, to: &EmailAddress, mail: Mail) -> Result<Message, SendError> {
    let never = |error: &dyn std::fmt::Display| SendError::Never(error.to_string());
    let to: Mailbox = to.as_str().parse().map_err(|error| never(&error))?;
    // The id has the sender's domain, so it does not reveal the name of this machine.
    let id = format!("<{}@{}>", Token::random(&SystemRng).reveal(), from.email.domain());
    Message::builder()
        .message_id(Some(id))
        .from(from.clone())
        .to(to)
        .subject(mail.subject)
        // Asks for no automatic replies, such as out-of-office notes (RFC 3834).
        .header(AutoSubmitted)
        .multipart(MultiPart::alternative_plain_html(mail.text, mail.html))
        .map_err(|error| never(&error))
}

/// Header `Auto-Submitted: auto-generated`.
#[derive(Clone, Copy, Debug)]
struct AutoSubmitted;

impl lettre::message::header::Header for AutoSubmitted {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Writes the file atomically. Its name begins with the time, so names sort in the order of sending.
fn write(folder: &Path, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let at = crate::clock::now().format("%Y%m%dT%H%M%S%.6f-").to_string();
    let mut file = tempfile::Builder::new().prefix(&at).suffix(".part").tempfile_in(folder)?;
    file.write_all(bytes)?;
    let path = file.path().with_extension("eml");
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
