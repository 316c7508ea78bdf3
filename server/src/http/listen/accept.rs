//! The accept loop: no connection may hold a place without using it.
//!
//! Where places run out, the connection that has rested longest makes room; what is refused is answered and told in the log.

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

/// How many connections at a time.
#[derive(Clone, Debug)]
pub struct Limits {
    /// In all.
    pub connections: usize,
    /// From one network: an IPv4 address, or the first 64 bits of an IPv6 one.
    pub connections_per_address: usize,
    /// Who may have any number.
    pub trusted_proxies: TrustedProxies,
    /// What each may take its time for.
    pub times: Times,
}

/// How long a connection may take, and for what.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// From the connection to the first byte, and from there to a free place; also for what is left of a request that was refused.
    pub first_byte: Duration,
    /// From the first byte to the end of the head; also how long a connection may rest between requests.
    pub head: Duration,
    /// A reader that takes nothing for so long is gone.
    pub stalled: Duration,
    /// For requests in flight when the server stops.
    pub drain: Duration,
}

impl Default for Times {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { first_byte: seconds(5), head: seconds(10), stalled: seconds(30), drain: seconds(10) }
    }
}

/// Serves until `stop`, then finishes what is in flight.
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

/// What every connection shares.
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
                    // Out of descriptors, most likely: who rests makes room, or some will be free soon.
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
            // Only those who speak take a place among all.
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

    /// A place among all, as soon as one is free or somebody who rests has given theirs up.
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
