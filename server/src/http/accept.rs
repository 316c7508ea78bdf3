//! The accept loop: no connection may hold a place without using it.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use super::browser::Peer;
use super::stop::Stop;

const MOST_HEADERS: usize = 64;
const LARGEST_HEAD: usize = 32 * 1024;

/// How many connections at a time.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// In all.
    pub connections: usize,
    /// From one network address, loopback excepted.
    pub connections_per_address: usize,
    /// What each may take its time for.
    pub times: Times,
}

/// How long a connection may take, and for what.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// From the connection to the first byte, and from there to a free place.
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
    let times = limits.times;
    let open = Arc::new(Semaphore::new(limits.connections));
    let addresses = Addresses::default();
    let graceful = GracefulShutdown::new();
    loop {
        let (stream, peer) = tokio::select! {
            () = stop.closing() => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of descriptors, most likely; some will be free soon.
                    tracing::warn!(%error, "cannot accept a connection");
                    sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        let Some(place) = addresses.take(peer.ip(), limits.connections_per_address) else {
            tracing::debug!(%peer, "too many connections from one address");
            continue;
        };
        let (router, open, watcher) = (router.clone(), open.clone(), graceful.watcher());
        tokio::spawn(async move {
            let _place = place;
            if !speaks(&stream, times.first_byte).await {
                return;
            }
            // Only those who speak take a place among all.
            let Ok(Ok(_permit)) = timeout(times.first_byte, open.acquire()).await else {
                return;
            };
            if let Err(error) = watcher.watch(connection(stream, peer.ip(), router, times)).await {
                tracing::debug!(%error, "a connection ended early");
            }
        });
    }
    drop(listener);
    if timeout(times.drain, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were not finished in time");
    }
}

async fn speaks(stream: &TcpStream, within: Duration) -> bool {
    matches!(timeout(within, stream.peek(&mut [0])).await, Ok(Ok(count)) if count > 0)
}

fn connection(
    stream: TcpStream,
    peer: IpAddr,
    router: Router,
    times: Times,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> {
    // Without it, an answer in two parts waits 40 ms for the first one's acknowledgement.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "cannot set TCP_NODELAY");
    }
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(times.stalled));
    let service = hyper::service::service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        router.clone().oneshot(request.map(axum::body::Body::new))
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(times.head)
        .max_headers(MOST_HEADERS)
        .max_buf_size(LARGEST_HEAD)
        .serve_connection(TokioIo::new(Box::pin(stream)), service)
}

/// How many connections each network address holds.
#[derive(Clone, Default)]
struct Addresses(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// One connection's place; freed when dropped.
struct Place {
    addresses: Addresses,
    address: IpAddr,
}

impl Addresses {
    fn take(&self, address: IpAddr, most: usize) -> Option<Place> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address).or_default();
        if *count >= most && !address.is_loopback() {
            return None;
        }
        *count += 1;
        Some(Place { addresses: self.clone(), address })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = self.addresses.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_has_so_many_places_and_gets_them_back() {
        let addresses = Addresses::default();
        let stranger: IpAddr = "203.0.113.7".parse().unwrap();
        let first = addresses.take(stranger, 2);
        let second = addresses.take(stranger, 2);
        assert!(first.is_some() && second.is_some() && addresses.take(stranger, 2).is_none());
        drop(first);
        assert!(addresses.take(stranger, 2).is_some());
        drop(second);
        assert!(addresses.0.lock().unwrap().is_empty());
        let proxy: IpAddr = "127.0.0.1".parse().unwrap();
        let places: Vec<_> = (0..9).map(|_| addresses.take(proxy, 2)).collect();
        assert!(places.iter().all(Option::is_some));
    }
}
