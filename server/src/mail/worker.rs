//! Sends what is in the outbox: soon, again after a failure, and never from the request that asked for it.

use std::time::Duration;

use app::context::Services;
use chrono::TimeDelta;
use domain::account::{Denied, Posted};
use lettre::message::Mailbox;
use tokio::time::sleep;

use super::{SendError, Transport};

/// How often the outbox is looked into while it is empty.
const GLANCE: Duration = Duration::from_millis(500);
/// After a failure of the store.
const PAUSE: Duration = Duration::from_secs(5);
/// For so long a letter is this worker's; if it dies, another takes it then.
const HOLD: TimeDelta = TimeDelta::seconds(90);
/// How often what nobody can use is removed.
const TIDY: TimeDelta = TimeDelta::hours(1);

/// Works until the program ends. Several servers share one outbox: each letter is held by one of them.
pub async fn work(services: Services, transport: Transport, from: Mailbox) {
    let mut tidied_at = None;
    loop {
        let now = (services.clock)();
        if tidied_at.is_none_or(|at| at + TIDY <= now) {
            tidied_at = Some(now);
            if let Err(error) = services.desk.store.tidy(services.desk.rules.lifetimes, now).await {
                tracing::error!(%error, "the store failed to tidy up");
            }
        }
        match services.desk.store.next_letter(now, now + HOLD).await {
            Ok(Some(posted)) => {
                if let Err(error) = deliver(&services, &transport, &from, posted).await {
                    tracing::error!(%error, "a letter could not be handled");
                    sleep(PAUSE).await;
                }
            }
            Ok(None) => sleep(GLANCE).await,
            Err(error) => {
                tracing::error!(%error, "the store failed to name the next letter");
                sleep(PAUSE).await;
            }
        }
    }
}

/// Sends one letter and notes what became of it.
async fn deliver(
    services: &Services,
    transport: &Transport,
    from: &Mailbox,
    posted: Posted,
) -> Result<(), Denied> {
    let (store, now) = (&services.desk.store, (services.clock)());
    let Some(outgoing) = services.desk.outgoing(&posted.letter, now).await? else {
        return Ok(store
            .letter_done(posted.id, Some("nothing to send: answered, withdrawn, or no account"), now)
            .await?);
    };
    let mail = app::mail::write(&services.site, &outgoing);
    match transport.send(from, &outgoing.to, mail).await {
        Ok(()) => store.letter_done(posted.id, None, (services.clock)()).await?,
        Err(error) => {
            let now = (services.clock)();
            let due_at = match &error {
                SendError::Later(_) => posted.next_try_at(now),
                SendError::Never(_) => None,
            };
            // Logs are read by many; the whole answer is kept for the support desk.
            let answer = error.to_string();
            let error = without_addresses(&answer);
            tracing::warn!(
                error,
                letter = posted.id,
                tries = posted.tries,
                given_up = due_at.is_none(),
                "a mail did not leave"
            );
            store.letter_failed(posted.id, &answer, due_at).await?;
        }
    }
    Ok(())
}

/// Mail servers like to repeat whom they refuse.
fn without_addresses(answer: &str) -> String {
    let words = answer.split_whitespace().map(|word| if word.contains('@') { "…" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

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
