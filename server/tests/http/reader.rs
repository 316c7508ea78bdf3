//! Simulated browser of a reader, which keeps cookies, sends forms and opens emails.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::api::codec::{Outcome, TypedEncoding};
use app::api::{ApiError, ReaderView};
use app::mail::Mail;
use axum::body::Body;
use chrono::TimeDelta;
use http::{Request, header};
use leptos::server_fn::ContentType;
use serde::de::DeserializeOwned;

use crate::site::{HOST, TestResponse, TestSite, clock};

/// Password that the rules accept.
pub const PASSWORD: &str = "tujuh kuda ungu";

/// Browser with its cookies.
#[derive(Clone)]
pub struct Reader {
    pub site: Arc<TestSite>,
    pub cookies: BTreeMap<String, String>,
    /// IPv4 address from which it connects.
    pub address: [u8; 4],
}

/// Email as received, with its link and code.
#[derive(Clone, Debug)]
pub struct OpenedEmail {
    pub mail: Mail,
    pub to: String,
    pub token: String,
    pub code: String,
}

impl Reader {
    pub fn new(site: &Arc<TestSite>) -> Self {
        Self { site: site.clone(), cookies: BTreeMap::new(), address: [127, 0, 0, 1] }
    }

    /// Creates one of many readers, each in its own network.
    pub fn at(site: &Arc<TestSite>, number: u8) -> Self {
        Self { address: [203, 0, 113, number], ..Self::new(site) }
    }

    pub async fn get(&mut self, path: &str) -> TestResponse {
        let request = self.request(Request::get(path).header(header::ACCEPT, "text/html"));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form to a server function, as the browser itself does.
    pub async fn post(&mut self, endpoint: &str, fields: &[(&str, &str)]) -> TestResponse {
        self.send_form("text/html", &format!("/api/{endpoint}"), fields).await
    }

    /// Calls a server function, as a script in a page does.
    pub async fn ask(&mut self, endpoint: &str, fields: &[(&str, &str)]) -> TestResponse {
        self.send_form(TypedEncoding::CONTENT_TYPE, &format!("/api/{endpoint}"), fields).await
    }

    /// Calls a server function, and decodes its result.
    pub async fn call<T: Outcome + DeserializeOwned>(
        &mut self,
        endpoint: &str,
        fields: &[(&str, &str)],
    ) -> Result<T, ApiError> {
        self.ask(endpoint, fields).await.typed()
    }

    /// Sends a form to a page's address.
    pub async fn post_to(&mut self, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        self.send_form("text/html", path, fields).await
    }

    /// Requests an article as this reader, and spends a unit if `opens`.
    pub async fn read(&mut self, path: &str, opens: bool) -> TestResponse {
        let fields: &[(&str, &str)] = if opens { &[("open", "1")] } else { &[] };
        self.send_form("text/html", path, fields).await
    }

    async fn send_form(&mut self, accept: &str, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self
            .request(Request::post(path).header(header::ACCEPT, accept))
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    pub fn request(&self, request: http::request::Builder) -> http::request::Builder {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let peer = server::http::Peer(self.address.into());
        request.header(header::HOST, HOST).header(header::COOKIE, cookies.join("; ")).extension(peer)
    }

    pub async fn send(&mut self, request: Request<Body>) -> TestResponse {
        let answer = self.site.send_all(request).await;
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let (pair, rest) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    /// Registers an account, and opens the email.
    pub async fn register(&mut self, email: &str, return_to: &str) -> OpenedEmail {
        let fields = [("email", email), ("password", PASSWORD), ("return_to", return_to)];
        let answer = self.post("register", &fields).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("location")),
            (303, "/konfirmasi"),
            "{}",
            answer.body
        );
        self.site.open_mail().await.expect("a mail")
    }

    /// Registers and confirms an account, and returns the reader signed in.
    pub async fn join(site: &Arc<TestSite>, email: &str) -> Self {
        let mut reader = Self::new(site);
        let mail = reader.register(email, "/").await;
        let answer = reader.post("confirm", &[("token", &mail.token)]).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("location")),
            (303, "/#dikonfirmasi"),
            "{}",
            answer.body
        );
        reader
    }

    /// Email address of the signed-in account, according to the server; `None` for a visitor without an account.
    pub async fn name(&mut self) -> Option<String> {
        self.call::<ReaderView>("reader", &[]).await.ok().map(|reader| reader.email)
    }
}

impl TestSite {
    /// Takes the next email from the outbox, as the worker does, and opens it.
    pub async fn open_mail(&self) -> Option<OpenedEmail> {
        let store = &self.services.accounts.store;
        while let Some(posted) = store.next_email(clock(), clock() + TimeDelta::minutes(1)).await.unwrap() {
            let outgoing = self.services.accounts.outgoing(&posted.email, clock()).await.unwrap();
            store.email_done(posted.id, None, clock()).await.unwrap();
            if let Some(outgoing) = outgoing {
                let secrets = outgoing.secrets.as_ref();
                return Some(OpenedEmail {
                    mail: app::mail::write(&self.services.site, &outgoing),
                    to: outgoing.to.to_string(),
                    token: secrets.map_or(String::new(), |(token, _)| token.reveal().to_owned()),
                    code: secrets.map_or(String::new(), |(_, code)| code.reveal().to_owned()),
                });
            }
        }
        None
    }
}
