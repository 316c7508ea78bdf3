//! One connection from its first request to its end.

use std::convert::Infallible;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderValue, header};
use hyper::body::{Frame, Incoming, SizeHint};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use super::Times;
use super::registry::{Busy, ConnectionSlot};
use super::request_body::SharedBody;
use crate::http::Peer;

const MOST_HEADERS: usize = 64;
const LARGEST_HEAD: usize = 32 * 1024;

/// Answers requests until the connection ends or is dismissed.
pub(super) async fn run(
    stream: TcpStream,
    peer: IpAddr,
    router: Router,
    slot: Arc<ConnectionSlot>,
    times: Times,
) {
    // Without it, an answer in two parts waits 40 ms for the first one's acknowledgement.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "cannot set TCP_NODELAY");
    }
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(times.stalled));
    let stream = Watched { stream: TokioIo::new(Box::pin(stream)), slot: slot.clone() };
    let asked = slot.clone();
    let service = hyper::service::service_fn(move |request: Request<Incoming>| {
        answer(router.clone(), request, peer, asked.begin(), times)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(times.head)
        .max_headers(MOST_HEADERS)
        .max_buf_size(LARGEST_HEAD)
        .serve_connection(stream, service);
    tokio::pin!(connection);
    let ended = tokio::select! {
        // What has come already is answered.
        biased;
        ended = connection.as_mut() => ended,
        () = slot.dismissed() => {
            if !slot.has_asked() {
                return;
            }
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
}

/// The answer to one request. Where the rest of its body cannot be read, no further request could be: the answer says so.
async fn answer(
    router: Router,
    request: Request<Incoming>,
    peer: IpAddr,
    busy: Busy,
    times: Times,
) -> Result<Response<BusyBody>, Infallible> {
    let (mut parts, body) = request.into_parts();
    parts.extensions.insert(Peer(peer));
    let is_asking = parts.headers.contains_key(header::EXPECT);
    let body = SharedBody::new(body);
    let request = Request::from_parts(parts, Body::new(body.clone()));
    let mut response = router.oneshot(request).await.unwrap_or_else(|never| match never {});
    // Who asks before sending a body has not sent it.
    if !body.is_read() && (is_asking || !body.read_on(times.first_byte).await) {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response.map(|body| BusyBody { body, _busy: busy }))
}

/// Body of an answer. The connection is busy as long as there is one.
struct BusyBody {
    body: Body,
    _busy: Busy,
}

impl hyper::body::Body for BusyBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// Stream that tells the registry when everything has been sent: only then does a connection rest.
struct Watched {
    stream: TokioIo<Pin<Box<TimeoutStream<TcpStream>>>>,
    slot: Arc<ConnectionSlot>,
}

impl Read for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl Write for Watched {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        if flushed.is_ready() {
            self.slot.flushed();
        }
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[std::io::IoSlice<'_>],
    ) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, parts)
    }
}
