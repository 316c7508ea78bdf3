//! Loop that accepts connections. No idle connection may use a slot that another client needs.
//!
//! If all slots are in use, the connection that has been idle longest is closed. Refused connections get a response and are logged.

mod connection;
mod refusals;
mod registry;
mod request_body;

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

use super::stop::Stop;
use crate::proxies::TrustedProxies;
use refusals::{Reason, Refusals};
use registry::{ConnectionSlot, Registry};

/// Limits of simultaneous connections, with their timeouts.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Limit of all connections together.
    pub connections: usize,
    /// Limit for each network: an IPv4 address, or the first 64 bits of an IPv6 address.
    pub connections_per_address: usize,
    /// Proxies, which may open any number of connections.
    pub trusted_proxies: TrustedProxies,
    /// Timeouts of each connection.
    pub times: Times,
}

/// Timeouts of a connection.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// Time until the first byte arrives, and from then until a slot is free. Also limits reading the rest of a refused request.
    pub first_byte: Duration,
    /// Time from the first byte to the end of the request head; also the longest idle time between requests.
    pub head: Duration,
    /// Time after which a client that reads nothing is disconnected.
    pub stalled: Duration,
    /// Time for running requests to finish when the server stops.
    pub drain: Duration,
}

impl Default for Times {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { first_byte: seconds(5), head: seconds(10), stalled: seconds(30), drain: seconds(10) }
    }
}

/// Accepts connections until `stop`, then waits for running requests to finish.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, stop: Stop) {
    let acceptor = Acceptor {
        places: Arc::new(Semaphore::new(limits.connections)),
        registry: Registry::default(),
        refusals: Arc::default(),
        router,
        limits: Arc::new(limits),
    };
    tokio::select! {
        () = stop.closing() => {}
        () = acceptor.accept(&listener) => {}
        () = acceptor.refusals.log() => {}
    }
    drop(listener);
    acceptor.registry.dismiss_all();
    if timeout(acceptor.limits.times.drain, acceptor.registry.emptied()).await.is_err() {
        tracing::warn!("some requests were not finished in time");
    }
}

/// State that all connections share.
#[derive(Clone)]
struct Acceptor {
    router: Router,
    limits: Arc<Limits>,
    places: Arc<Semaphore>,
    registry: Registry,
    refusals: Arc<Refusals>,
}

impl Acceptor {
    async fn accept(&self, listener: &TcpListener) {
        loop {
            match listener.accept().await {
                Ok((stream, peer)) => self.receive(stream, peer.ip()),
                Err(error) => {
                    // Usually, the file descriptors are used up. Closing an idle connection frees one; else one will soon be free.
                    tracing::debug!(%error, "cannot accept a connection");
                    self.refusals.note(Reason::System);
                    let pause_milliseconds = if self.registry.dismiss_any() { 1 } else { 50 };
                    sleep(Duration::from_millis(pause_milliseconds)).await;
                }
            }
        }
    }

    fn receive(&self, stream: TcpStream, peer: IpAddr) {
        let acceptor = self.clone();
        let network = self.limits.trusted_proxies.counted(peer);
        let slot = self.registry.register(network, self.limits.connections_per_address);
        tokio::spawn(async move {
            match slot {
                Some(slot) => acceptor.keep(stream, peer, slot).await,
                None => acceptor.refuse(stream, Reason::Network).await,
            }
        });
    }

    async fn keep(self, stream: TcpStream, peer: IpAddr, slot: Arc<ConnectionSlot>) {
        let times = self.limits.times;
        let entered = async {
            // Only a connection that sends data takes a slot of the total limit.
            if !speaks(&stream, times.first_byte).await {
                return None;
            }
            Some(timeout(times.first_byte, self.place()).await.ok())
        };
        let entered = tokio::select! {
            biased;
            entered = entered => entered,
            () = slot.dismissed() => None,
        };
        match entered {
            None => {}
            Some(None) => self.refuse(stream, Reason::Total).await,
            Some(Some(_place)) => {
                slot.admit();
                connection::run(stream, peer, self.router, slot, times).await;
            }
        }
    }

    /// Waits for a slot of the total limit, closing idle connections to free one.
    async fn place(&self) -> OwnedSemaphorePermit {
        let place = self.places.clone().acquire_owned();
        tokio::pin!(place);
        loop {
            let rested = self.registry.rested();
            if self.places.available_permits() == 0 {
                self.registry.dismiss_admitted();
            }
            tokio::select! {
                biased;
                place = place.as_mut() => return place.expect("places are never closed"),
                () = rested => {}
            }
        }
    }

    async fn refuse(&self, stream: TcpStream, reason: Reason) {
        self.refusals.note(reason);
        self.refusals.answer(stream).await;
    }
}

async fn speaks(stream: &TcpStream, within: Duration) -> bool {
    matches!(timeout(within, stream.peek(&mut [0])).await, Ok(Ok(count)) if count > 0)
}
