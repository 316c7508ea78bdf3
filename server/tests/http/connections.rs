//! The accept loop on real sockets: what is not waited for, who makes room, and how it stops.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::{get, post};
use http::StatusCode;
use server::http::{Limits, Stop, Times, serve};
use server::settings::Settings;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// Long enough for a machine that is busy, short enough to wait for.
const SHORT: Duration = Duration::from_millis(200);
const LONG: Duration = Duration::from_mins(2);

/// A server whose `/slow` waits to be told to go on, and whose `/refused` does not look at what it is sent.
struct Running {
    address: SocketAddr,
    stop: Stop,
    go_on: Arc<Notify>,
    arrived: Arc<Notify>,
    task: JoinHandle<()>,
}

async fn start(limits: Limits) -> Running {
    let (go_on, arrived) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (waits, tells, tells_too) = (go_on.clone(), arrived.clone(), arrived.clone());
    let slow = move || async move {
        tells.notify_one();
        waits.notified().await;
        "done"
    };
    let refused = move || async move {
        tells_too.notify_one();
        StatusCode::FORBIDDEN
    };
    let router = Router::new()
        .route("/", get(|| async { "ok" }))
        .route("/slow", get(slow))
        .route("/refused", post(refused));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (address, stop) = (listener.local_addr().unwrap(), Stop::default());
    let task = tokio::spawn(serve(listener, router, limits, stop.clone()));
    Running { address, stop, go_on, arrived, task }
}

fn limits(times: Times) -> Limits {
    let trusted_proxies = Settings::of("").unwrap().server.trusted_proxies;
    Limits { connections: 100, connections_per_address: 100, trusted_proxies, times }
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

/// One answer on a connection that stays open; what has come where it does not.
async fn ask(stream: &mut TcpStream, path: &str) -> String {
    let _ = stream.write_all(format!("GET {path} HTTP/1.1\r\nhost: x\r\n\r\n").as_bytes()).await;
    let mut answer = Vec::new();
    while !answer.ends_with(b"ok") && stream.read_buf(&mut answer).await.is_ok_and(|count| count > 0) {}
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
async fn one_connection_too_many_waits_and_is_then_told_to_come_back() {
    let server = start(Limits { connections: 1, ..limits(Times { first_byte: SHORT, ..patient() }) }).await;
    let first = send(server.address, &get_and_close("/slow")).await;
    server.arrived.notified().await;
    let refused = read(send(server.address, &get_and_close("/")).await).await;
    assert!(refused.starts_with("HTTP/1.1 503 ") && refused.contains("retry-after: 2\r\n"), "{refused}");
    assert!(
        refused.contains("connection: close\r\n") && refused.contains("content-length: 0\r\n"),
        "{refused}"
    );
    server.go_on.notify_one();
    assert!(read(first).await.ends_with("done"));
}

#[tokio::test]
async fn who_has_rested_longest_makes_room() {
    let server = start(Limits { connections: 2, ..limits(patient()) }).await;
    let mut first = TcpStream::connect(server.address).await.unwrap();
    let mut second = TcpStream::connect(server.address).await.unwrap();
    for name in ["first", "second", "first again"] {
        let stream = if name == "second" { &mut second } else { &mut first };
        assert!(ask(stream, "/").await.contains("200 OK"), "{name}");
    }
    let mut third = TcpStream::connect(server.address).await.unwrap();
    assert!(ask(&mut third, "/").await.contains("200 OK"));
    assert_eq!(read(second).await, "", "it is closed");
    assert!(ask(&mut first, "/").await.contains("200 OK"), "it stays");
    assert!(ask(&mut third, "/").await.contains("200 OK"), "it stays");
}

#[tokio::test]
async fn however_many_rest_nobody_is_kept_out() {
    let server = start(Limits { connections: 8, ..limits(patient()) }).await;
    let mut resting = Vec::new();
    for number in 0..40 {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        assert!(ask(&mut stream, "/").await.contains("200 OK"), "{number}");
        resting.push(stream);
    }
    for number in 0..16 {
        let answer = read(send(server.address, &get_and_close("/")).await).await;
        assert!(answer.contains("200 OK"), "{number}: {answer}");
    }
}

#[tokio::test]
async fn an_unfinished_head_holds_no_place() {
    let server = start(Limits { connections: 1, ..limits(patient()) }).await;
    let mut unfinished = Vec::new();
    for _ in 0..5 {
        unfinished.push(send(server.address, "GET / HTTP/1.1\r\nho").await);
        assert!(read(send(server.address, &get_and_close("/")).await).await.contains("200 OK"));
    }
}

#[tokio::test]
async fn a_connection_that_is_answered_gives_its_place_to_one_that_waits() {
    let server = start(Limits { connections: 1, ..limits(patient()) }).await;
    let busy = send(server.address, "GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await;
    server.arrived.notified().await;
    let waiting = send(server.address, &get_and_close("/")).await;
    server.go_on.notify_one();
    assert!(read(busy).await.ends_with("done"), "it is answered, and closed");
    assert!(read(waiting).await.contains("200 OK"));
}

/// The head of a form that is refused before anybody has read it.
fn refused(headers: &str) -> String {
    format!("POST /refused HTTP/1.1\r\nhost: x\r\n{headers}\r\n\r\n")
}

#[tokio::test]
async fn after_an_early_refusal_the_next_request_is_answered() {
    let server = start(limits(patient())).await;
    for (headers, body) in [
        ("content-length: 5", "hello".to_owned()),
        ("transfer-encoding: chunked", "5\r\nhello\r\n0\r\n\r\n".to_owned()),
        ("content-length: 900000", "a".repeat(900_000)),
    ] {
        let mut stream = send(server.address, &refused(headers)).await;
        // The refusal is decided before the body comes.
        server.arrived.notified().await;
        stream.write_all(body.as_bytes()).await.unwrap();
        stream.write_all(get_and_close("/").as_bytes()).await.unwrap();
        let answers = read(stream).await;
        assert!(answers.starts_with("HTTP/1.1 403 ") && answers.contains("200 OK"), "{headers}: {answers}");
    }
}

#[tokio::test]
async fn what_is_too_much_to_be_read_on_is_refused_with_notice() {
    let server = start(limits(patient())).await;
    for headers in ["content-length: 2000000", "content-length: 5\r\nexpect: 100-continue"] {
        let answer = read(send(server.address, &refused(headers)).await).await;
        assert!(answer.starts_with("HTTP/1.1 403 "), "{headers}: {answer}");
        assert!(answer.contains("connection: close\r\n"), "{headers}: {answer}");
    }
    // Short of what it announced: nothing more will come that makes sense.
    let mut stream = send(server.address, &refused("content-length: 5")).await;
    stream.write_all(b"hel").await.unwrap();
    stream.shutdown().await.unwrap();
    assert!(!read(stream).await.contains("200 OK"));
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
