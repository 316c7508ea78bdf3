//! The accept loop on real sockets: what is not waited for, and how it stops.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use server::http::{Limits, Stop, Times, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// Long enough for a machine that is busy, short enough to wait for.
const SHORT: Duration = Duration::from_millis(200);
const LONG: Duration = Duration::from_mins(2);

/// A server whose `/slow` waits to be told to go on.
struct Running {
    address: SocketAddr,
    stop: Stop,
    go_on: Arc<Notify>,
    arrived: Arc<Notify>,
    task: JoinHandle<()>,
}

async fn start(limits: Limits) -> Running {
    let (go_on, arrived) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (waits, tells) = (go_on.clone(), arrived.clone());
    let slow = move || async move {
        tells.notify_one();
        waits.notified().await;
        "done"
    };
    let router = Router::new().route("/", get(|| async { "ok" })).route("/slow", get(slow));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (address, stop) = (listener.local_addr().unwrap(), Stop::default());
    let task = tokio::spawn(serve(listener, router, limits, stop.clone()));
    Running { address, stop, go_on, arrived, task }
}

fn limits(times: Times) -> Limits {
    Limits { connections: 100, connections_per_address: 100, times }
}

fn patient() -> Times {
    Times { first_byte: LONG, head: LONG, stalled: LONG, drain: LONG }
}

async fn send(address: SocketAddr, text: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    // The server may have hung up already; the answer tells.
    let _ = stream.write_all(text.as_bytes()).await;
    stream
}

/// Everything that comes until the server hangs up.
async fn read(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    // A reset instead of an end is an end too.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

fn get_and_close(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
}

#[tokio::test]
async fn a_connection_that_says_nothing_is_closed() {
    let server = start(limits(Times { first_byte: SHORT, ..patient() })).await;
    assert_eq!(read(send(server.address, "").await).await, "");
}

#[tokio::test]
async fn a_head_that_does_not_end_is_not_waited_for() {
    let server = start(limits(Times { head: SHORT, ..patient() })).await;
    let answer = read(send(server.address, "GET / HTTP/1.1\r\nhost: x\r\n").await).await;
    assert!(!answer.contains("200 OK"), "{answer}");
}

#[tokio::test]
async fn a_connection_that_rests_too_long_is_closed() {
    let server = start(limits(Times { head: SHORT, ..patient() })).await;
    let answer = read(send(server.address, "GET / HTTP/1.1\r\nhost: x\r\n\r\n").await).await;
    assert!(answer.contains("200 OK") && answer.ends_with("ok"), "{answer}");
}

#[tokio::test]
async fn a_head_has_a_largest_size() {
    let server = start(limits(patient())).await;
    let many: String = (0..80).map(|number| format!("x-{number}: 1\r\n")).collect();
    let endless = format!("x: {}\r\n", "a".repeat(1024 * 1024));
    for headers in [many, endless] {
        let request = format!("GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{headers}\r\n");
        let answer = read(send(server.address, &request).await).await;
        // A server that hangs up on unread bytes resets the connection, and the answer may be lost with it.
        assert!(answer.contains(" 431 ") || answer.is_empty(), "{} bytes: {answer}", headers.len());
    }
    assert!(
        read(send(server.address, &get_and_close("/")).await).await.contains("200 OK"),
        "others are served"
    );
}

#[tokio::test]
async fn silent_connections_take_no_place_from_those_who_speak() {
    let server = start(Limits { connections: 1, ..limits(patient()) }).await;
    let mut silent = Vec::new();
    for _ in 0..50 {
        silent.push(TcpStream::connect(server.address).await.unwrap());
    }
    assert!(read(send(server.address, &get_and_close("/")).await).await.contains("200 OK"));
}

#[tokio::test]
async fn one_connection_too_many_waits_and_is_then_closed() {
    let server = start(Limits { connections: 1, ..limits(Times { first_byte: SHORT, ..patient() }) }).await;
    let first = send(server.address, &get_and_close("/slow")).await;
    server.arrived.notified().await;
    assert_eq!(read(send(server.address, &get_and_close("/")).await).await, "");
    server.go_on.notify_one();
    assert!(read(first).await.ends_with("done"));
}

#[tokio::test]
async fn stopping_finishes_what_is_in_flight_and_accepts_nothing_new() {
    let server = start(limits(patient())).await;
    let in_flight = send(server.address, &get_and_close("/slow")).await;
    let resting = send(server.address, "GET / HTTP/1.1\r\nhost: x\r\n\r\n").await;
    server.arrived.notified().await;
    server.stop.begin(Duration::ZERO).await;
    assert!(read(resting).await.contains("200 OK"), "a resting connection is closed");
    server.go_on.notify_one();
    assert!(read(in_flight).await.ends_with("done"));
    server.task.await.unwrap();
    assert!(TcpStream::connect(server.address).await.is_err());
}

#[tokio::test]
async fn stopping_does_not_wait_for_ever() {
    let server = start(limits(Times { drain: SHORT, ..patient() })).await;
    let _in_flight = send(server.address, &get_and_close("/slow")).await;
    server.arrived.notified().await;
    server.stop.begin(Duration::ZERO).await;
    server.task.await.unwrap();
}
