//! Speaking to a mail server.

use std::time::Duration;

use lettre::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Tls};
use lettre::transport::smtp::extension::ClientId;
use tokio::time::timeout;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(20);
/// The mail has left by then; who does not say goodbye is not waited for.
const QUIT_TIMEOUT: Duration = Duration::from_secs(2);

/// A mail server, and how to speak to it.
///
/// Every mail has a connection of its own, which ends with the future that sends it. lettre's pool would give one that was left in the
/// middle of a mail to the next, which would take the answer to the first for its own.
#[derive(Clone, Debug)]
pub struct Smtp {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) tls: Tls,
    pub(super) credentials: Option<Credentials>,
}

impl Smtp {
    /// Sends one mail. Only connecting has a limit of its own: whoever calls this sets one for all of it.
    pub(super) async fn send(&self, message: &Message) -> Result<(), Error> {
        let mut connection = self.connect().await?;
        connection.send(message.envelope(), &message.formatted()).await?;
        // What comes of it is all the same.
        let _ = timeout(QUIT_TIMEOUT, connection.quit()).await;
        Ok(())
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let (server, name) = ((self.host.as_str(), self.port), ClientId::default());
        let wrapper = match &self.tls {
            Tls::Wrapper(parameters) => Some(parameters.clone()),
            _ => None,
        };
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, Some(CONNECT_TIMEOUT), &name, wrapper, None).await?;
        match &self.tls {
            Tls::Opportunistic(parameters) if connection.can_starttls() => {
                connection.starttls(parameters.clone(), &name).await?;
            }
            Tls::Required(parameters) => connection.starttls(parameters.clone(), &name).await?,
            _ => {}
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }
}
