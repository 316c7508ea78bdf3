//! Delivery of emails, with mail servers that hang or fail.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::account::{EmailAddress, EmailDelivery, Outbox};
use server::mail::{MailWorker, Transport};
use server::settings::Settings;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::fixtures::newsroom;
use crate::reader::Reader;
use crate::site::{TestSite, clock};

/// Fake mail server that never responds to the first connections, and accepts the emails of the others.
struct MailServer {
    address: String,
    silent: Arc<AtomicU32>,
}

impl MailServer {
    async fn start(silent: u32) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let silent = Arc::new(AtomicU32::new(silent));
        let left = silent.clone();
        tokio::spawn(async move {
            let mut held = Vec::new();
            while let Ok((stream, _)) = listener.accept().await {
                let is_silent = left
                    .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1))
                    .is_ok();
                if is_silent {
                    held.push(stream);
                } else {
                    tokio::spawn(speak(stream));
                }
            }
        });
        Self { address, silent }
    }

    fn worker(
        &self,
        site: &TestSite,
        clock: fn() -> DateTime<Utc>,
        delivery_timeout: Duration,
    ) -> MailWorker {
        let settings = Settings::of(&format!("mail.url = 'smtp://{}'", self.address)).unwrap();
        let mut services = site.services.clone();
        services.clock = clock;
        let transport = Transport::new(&settings).unwrap();
        MailWorker { services, transport, from: settings.mail.from.clone(), delivery_timeout }
    }
}

/// Speaks just enough SMTP to accept an email.
async fn speak(stream: TcpStream) {
    let mut stream = BufReader::new(stream);
    let mut says = "220 ready\r\n";
    loop {
        if stream.write_all(says.as_bytes()).await.is_err() {
            return;
        }
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
            return;
        }
        says = match line.get(..4).unwrap_or_default() {
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await.unwrap();
                while line != ".\r\n" {
                    line.clear();
                    stream.read_line(&mut line).await.unwrap();
                }
                "250 taken\r\n"
            }
            "EHLO" => "250 8BITMIME\r\n",
            _ => "250 ok\r\n",
        };
    }
}

/// Creates a site with a queued email to each of these addresses.
async fn site(names: &[&str]) -> Arc<TestSite> {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    for (number, name) in (1..).zip(names) {
        let fields = [("email", *name), ("password", crate::reader::PASSWORD)];
        assert_eq!(Reader::at(&site, number).post("register", &fields).await.status, 303);
    }
    site
}

/// Reads the newest email to this address until it meets the condition.
async fn until(site: &TestSite, name: &str, wanted: impl Fn(&EmailDelivery) -> bool) -> EmailDelivery {
    loop {
        let log = site.database.emails(&EmailAddress::parse(name).unwrap(), 1).await.unwrap().remove(0);
        if wanted(&log) {
            return log;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

const NAMES: [&str; 5] =
    ["a@example.com", "b@example.com", "c@example.com", "d@example.com", "e@example.com"];

#[tokio::test]
async fn deliveries_that_hang_do_not_hold_up_the_others() {
    let site = site(&NAMES).await;
    let server = MailServer::start(3).await;
    // This limit is longer than any test, so no delivery times out.
    let work = tokio::spawn(server.worker(&site, clock, Duration::from_hours(24)).run());
    let mut left = 0;
    while left < 2 {
        left = 0;
        for name in NAMES {
            let log = site.database.emails(&EmailAddress::parse(name).unwrap(), 1).await.unwrap().remove(0);
            left += u32::from(log.sent_at.is_some());
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!((left, server.silent.load(Ordering::Relaxed)), (2, 0));
    assert_eq!(site.database.oldest_unsent().await.unwrap(), Some(clock()), "three are still under way");
    // Stopping the worker does not wait for its deliveries.
    work.abort();
    assert!(work.await.unwrap_err().is_cancelled());
}

/// Time at which a failed delivery is due again.
fn later() -> DateTime<Utc> {
    clock() + TimeDelta::minutes(10)
}

#[tokio::test]
async fn a_delivery_that_hangs_is_given_up_said_so_and_made_again() {
    let name = NAMES[0];
    let site = site(&[name]).await;
    let server = MailServer::start(1).await;
    // The server never responds, so a very short limit has the same result as a long one.
    let work = tokio::spawn(server.worker(&site, clock, Duration::from_millis(1)).run());
    let log = until(&site, name, |log| log.remark.is_some()).await;
    assert!(log.remark.as_deref().unwrap().contains("no answer within"), "{log:?}");
    assert!(log.sent_at.is_none() && log.due_at.is_some_and(|at| at > clock()), "{log:?}");
    work.abort();

    server.silent.store(0, Ordering::Relaxed);
    let work = tokio::spawn(server.worker(&site, later, Duration::from_hours(24)).run());
    assert_eq!(until(&site, name, |log| log.sent_at.is_some()).await.sent_at, Some(later()));
    assert_eq!(site.database.oldest_unsent().await.unwrap(), None);
    work.abort();
}
