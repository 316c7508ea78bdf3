//! Worker that sends the emails of the outbox soon after they are queued, and retries failures. Requests never wait for it.

use std::sync::Arc;
use std::time::Duration;

use app::context::Services;
use chrono::{DateTime, TimeDelta, Utc};
use domain::account::{AccountError, QueuedEmail};
use domain::newsroom::StoreError;
use lettre::message::Mailbox;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::{SendError, Transport};

/// Interval at which the outbox is read while it is empty.
const GLANCE: Duration = Duration::from_millis(500);
/// Pause after an error of the store.
const PAUSE: Duration = Duration::from_secs(5);
/// Time for which an email is reserved for this worker. If the worker dies, another takes the email afterwards.
const HOLD: TimeDelta = TimeDelta::seconds(90);
/// Time limit of a delivery: longer than any responsive mail server needs, and shorter than the reservation of an email.
pub const DELIVERY_TIMEOUT: Duration = Duration::from_mins(1);
/// Limit of simultaneous deliveries, so that a hanging one does not delay the next.
const AT_ONCE: usize = 4;
/// Interval at which expired rows are deleted.
const PURGE_EVERY: TimeDelta = TimeDelta::hours(1);
/// Interval of warnings about unsent emails; the next constant is the age from which an email is overdue.
const TELL: TimeDelta = TimeDelta::minutes(1);
const OVERDUE: TimeDelta = TimeDelta::minutes(5);

/// Worker that sends emails until it is dropped. Several servers share one outbox: each email is reserved by one of them.
#[derive(Clone)]
pub struct MailWorker {
    /// Services from which emails are written.
    pub services: Services,
    /// Destination of the emails.
    pub transport: Transport,
    /// Sender address of the emails.
    pub from: Mailbox,
    /// Time limit of a delivery; see [`DELIVERY_TIMEOUT`].
    pub delivery_timeout: Duration,
}

impl MailWorker {
    /// Runs until the future is dropped, which also cancels all deliveries.
    pub async fn run(self) {
        let worker = Arc::new(self);
        let mut deliveries = JoinSet::new();
        let (mut purged_at, mut told_at) = (None, None);
        loop {
            let now = (worker.services.clock)();
            if is_time(&mut purged_at, PURGE_EVERY, now) {
                worker.purge_expired(now).await;
            }
            if is_time(&mut told_at, TELL, now) {
                worker.tell_overdue(now).await;
            }
            while deliveries.len() >= AT_ONCE {
                deliveries.join_next().await;
            }
            match worker.services.accounts.store.next_email(now, now + HOLD).await {
                Ok(Some(queued)) => {
                    let worker = worker.clone();
                    deliveries.spawn(async move { worker.deliver(queued).await });
                }
                Ok(None) => sleep(GLANCE).await,
                Err(error) => {
                    tracing::error!(%error, "cannot take the next email from the outbox");
                    sleep(PAUSE).await;
                }
            }
        }
    }

    async fn purge_expired(&self, now: DateTime<Utc>) {
        let accounts = &self.services.accounts;
        if let Err(error) = accounts.store.purge_expired(accounts.rules.lifetimes, now).await {
            tracing::error!(%error, "cannot purge expired rows");
        }
    }

    /// Logs a warning if the oldest unsent email is overdue.
    async fn tell_overdue(&self, now: DateTime<Utc>) {
        match self.services.accounts.store.oldest_unsent().await {
            Ok(oldest) => {
                let age = oldest.map_or(TimeDelta::zero(), |written_at| now - written_at);
                if age > OVERDUE {
                    tracing::warn!(oldest_seconds = age.num_seconds(), "emails wait in the outbox");
                }
            }
            Err(error) => tracing::error!(%error, "cannot read the age of the oldest unsent email"),
        }
    }

    /// Sends one email and records the result. If the store fails, a worker takes the email again after the reservation has ended.
    async fn deliver(&self, queued: QueuedEmail) {
        let id = queued.id;
        if let Err(error) = self.send(queued).await {
            tracing::error!(%error, email = id, "cannot process an email of the outbox");
        }
    }

    async fn send(&self, queued: QueuedEmail) -> Result<(), AccountError> {
        let (accounts, now) = (&self.services.accounts, (self.services.clock)());
        let Some(outgoing) = accounts.outgoing(&queued.email, now).await? else {
            return Ok(accounts
                .store
                .email_done(queued.id, Some("nothing to send: answered, withdrawn, or no account"), now)
                .await?);
        };
        let mail = app::mail::write(&self.services.site, &outgoing);
        let sent = timeout(self.delivery_timeout, self.transport.send(&self.from, &outgoing.to, mail)).await;
        let sent = sent.unwrap_or_else(|_| {
            Err(SendError::Later(format!("no answer within {} s", self.delivery_timeout.as_secs())))
        });
        match sent {
            Ok(()) => accounts.store.email_done(queued.id, None, (self.services.clock)()).await?,
            Err(error) => self.failed(&queued, &error).await?,
        }
        Ok(())
    }

    async fn failed(&self, queued: &QueuedEmail, error: &SendError) -> Result<(), StoreError> {
        let due_at = match error {
            SendError::Later(_) => queued.next_try_at((self.services.clock)()),
            SendError::Never(_) => None,
        };
        // Logs have many readers, so addresses are removed; the store keeps the whole response for the support desk.
        let answer = error.to_string();
        tracing::warn!(
            error = without_addresses(&answer),
            email = queued.id,
            tries = queued.tries,
            given_up = due_at.is_none(),
            "cannot send an email"
        );
        self.services.accounts.store.email_failed(queued.id, &answer, due_at).await
    }
}

/// Whether the interval has passed or the clock was set back. If so, a new interval begins.
fn is_time(last: &mut Option<DateTime<Utc>>, every: TimeDelta, now: DateTime<Utc>) -> bool {
    let is_time = last.is_none_or(|at| at + every <= now || now < at);
    if is_time {
        *last = Some(now);
    }
    is_time
}

/// Removes email addresses from a response: mail servers often repeat the recipient.
fn without_addresses(answer: &str) -> String {
    let words = answer.split_whitespace().map(|word| if word.contains('@') { "…" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_now_and_then_is_done_after_the_clock_was_set_back() {
        let noon: DateTime<Utc> = "2024-06-21T05:00:00Z".parse().unwrap();
        let mut last = None;
        for (minutes, expected) in
            [(0, true), (59, false), (60, true), (61, false), (-1440, true), (-1430, false)]
        {
            let now = noon + TimeDelta::minutes(minutes);
            assert_eq!(is_time(&mut last, PURGE_EVERY, now), expected, "after {minutes} minutes");
        }
    }

    #[test]
    fn what_a_server_says_is_logged_without_the_address() {
        for (answer, expected) in [
            (
                "permanent error (550): 5.1.1 <sari@example.com>: unknown",
                "permanent error (550): 5.1.1 … unknown",
            ),
            ("Connection error: refused", "Connection error: refused"),
        ] {
            assert_eq!(without_addresses(answer), expected);
        }
    }
}
