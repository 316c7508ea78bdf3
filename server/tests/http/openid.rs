//! Responses of OpenID Connect providers, genuine and forged.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::account::{
    AuthorizationResponse, Claims, OidcLogin, ProviderError, Providers, ReturnTo, TokenHash,
};
use openidconnect::PrivateSigningKey;
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreHmacKey, CoreJwsSigningAlgorithm};
use serde_json::{Value, json};
use server::account::OpenIdProviders;
use server::settings::Provider;
use tokio::net::TcpListener;

use crate::site::{HOST, TestSite, clock};

/// Private key for this test only, made with: openssl genpkey -algorithm ed25519
const KEY: &str = "-----BEGIN PRIVATE KEY-----\n\
                   MC4CAQAwBQYDK2VwBCIEIGP2kiteB7q2BGzOyckpgSyA0cHa+JK3AOzELIoLGkBr\n\
                   -----END PRIVATE KEY-----\n";
/// Unix time in the year 2100.
const LATER: u64 = 4_102_444_800;
/// Unix time in the year 2001.
const BEFORE: u64 = 1_000_000_000;

/// Fake provider that returns the given ID token.
#[derive(Clone)]
struct Peer {
    issuer: String,
    /// ID token of the next response.
    word: Arc<Mutex<String>>,
    /// Last form that the token endpoint received.
    asked: Arc<Mutex<HashMap<String, String>>>,
    /// Name of the fault in the discovery document; empty for none.
    fault: &'static str,
}

fn key() -> CoreEdDsaPrivateSigningKey {
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(KEY, None).unwrap()
}

async fn metadata(State(peer): State<Peer>) -> Response {
    let issuer = if peer.fault == "issuer" { "https://evil.example".to_owned() } else { peer.issuer.clone() };
    match peer.fault {
        "redirect" => {
            (StatusCode::FOUND, [("location", format!("{}/.well-known/openid-configuration", peer.issuer))])
                .into_response()
        }
        "huge" => vec![b' '; 2_000_000].into_response(),
        "broken" => "<html>".into_response(),
        _ => Json(json!({
            "issuer": issuer, "authorization_endpoint": format!("{}/authorize", peer.issuer),
            "token_endpoint": format!("{}/token", peer.issuer), "jwks_uri": format!("{}/keys", peer.issuer),
            "response_types_supported": ["code"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["EdDSA"],
            "authorization_response_iss_parameter_supported": peer.fault == "named",
        }))
        .into_response(),
    }
}

async fn keys() -> Json<Value> {
    Json(json!({ "keys": [key().as_verification_key()] }))
}

async fn token(State(peer): State<Peer>, Form(asked): Form<HashMap<String, String>>) -> Json<Value> {
    *peer.asked.lock().unwrap() = asked;
    let word = peer.word.lock().unwrap().clone();
    Json(json!({ "access_token": "x", "token_type": "Bearer", "id_token": word }))
}

async fn start(fault: &'static str) -> (Peer, OpenIdProviders) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let issuer = format!("http://{}", listener.local_addr().unwrap());
    let peer = Peer { issuer: issuer.clone(), word: Arc::default(), asked: Arc::default(), fault };
    let router = Router::new()
        .route("/.well-known/openid-configuration", get(metadata))
        .route("/keys", get(keys))
        .route("/token", post(token))
        .with_state(peer.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let provider = Provider {
        name: "Kampus Kita".into(),
        issuer,
        client_id: "warta".into(),
        client_secret: "secret".into(),
        answers_by_form: fault == "form",
    };
    (peer, OpenIdProviders::new(&[provider], "https://warta.example".into()).unwrap())
}

fn encoded(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// Signs an ID token with these claims.
fn signed(header: &Value, claims: &Value, sign: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let message = format!("{}.{}", encoded(header), encoded(claims));
    let signature = URL_SAFE_NO_PAD.encode(sign(message.as_bytes()));
    format!("{message}.{signature}")
}

fn honest(message: &[u8]) -> Vec<u8> {
    key().sign(&CoreJwsSigningAlgorithm::EdDsa, message).unwrap()
}

fn provider_login() -> OidcLogin {
    OidcLogin {
        id: TokenHash::from_store("d".into()),
        provider: "kampus-kita".into(),
        state: "state".into(),
        nonce: "nonce".into(),
        verifier: "a verifier that is long enough for PKCE, forty-three at least".replace([' ', ','], "-"),
        return_to: ReturnTo::default(),
        account: None,
        started_at: clock(),
    }
}

fn response(issuer: Option<&str>) -> AuthorizationResponse {
    AuthorizationResponse { code: "code".into(), issuer: issuer.map(str::to_owned) }
}

impl Peer {
    fn claims(&self) -> Value {
        json!({
            "iss": self.issuer, "aud": "warta", "sub": "reader-1", "exp": LATER, "iat": BEFORE, "nonce": "nonce",
            "email": "sari@example.com", "email_verified": true,
        })
    }

    async fn says(&self, providers: &OpenIdProviders, word: String) -> Result<Claims, ProviderError> {
        *self.word.lock().unwrap() = word;
        providers.finish(&provider_login(), &response(None), clock()).await
    }
}

#[tokio::test]
async fn a_reader_is_sent_on_the_way_with_state_nonce_and_challenge() {
    let (peer, providers) = start("").await;
    let begun = providers.begin("kampus-kita").await.unwrap().unwrap();
    let address = url::Url::parse(&begun.address).unwrap();
    let asked: HashMap<_, _> = address.query_pairs().into_owned().collect();
    assert!(begun.address.starts_with(&format!("{}/authorize?", peer.issuer)), "{}", begun.address);
    for (name, value) in [
        ("response_type", "code"),
        ("client_id", "warta"),
        ("state", &begun.state),
        ("nonce", &begun.nonce),
        ("code_challenge_method", "S256"),
        ("redirect_uri", "https://warta.example/masuk/kembali/kampus-kita"),
        ("scope", "openid email"),
    ] {
        assert_eq!(asked.get(name).map(String::as_str), Some(value), "{name}");
    }
    assert!(!begun.address.contains(&begun.verifier) && begun.verifier.len() >= 43);
    let other = providers.begin("kampus-kita").await.unwrap().unwrap();
    assert!(other.state != begun.state && other.nonce != begun.nonce && other.verifier != begun.verifier);
    assert!(providers.begin("lain").await.unwrap().is_none());
    assert!(!begun.address.contains("response_mode"));
    let (_peer, providers) = start("form").await;
    assert!(
        providers.begin("kampus-kita").await.unwrap().unwrap().address.contains("response_mode=form_post")
    );
}

#[tokio::test]
async fn a_form_that_comes_back_leads_to_the_same_address_with_its_words() {
    let site = TestSite::of(&[]).await;
    let request = axum::http::Request::post("/masuk/kembali/apel")
        .header("host", HOST)
        .header("origin", "https://provider.example")
        .header("sec-fetch-site", "cross-site")
        .header("content-type", "application/x-www-form-urlencoded");
    let body =
        "state=a%26b&code=c%0d%0aLocation%3a+x&iss=https://a.example&user=%7B%7D&return_to=//evil.example";
    let answer = site.send_all(request.body(body.into()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(
        answer.header("location"),
        "/masuk/kembali/apel?state=a%26b&code=c%0D%0ALocation%3A+x&iss=https%3A%2F%2Fa.example"
    );
    let look = site.send(axum::http::Request::head("/masuk/kembali/apel?state=a&code=b")).await;
    assert_eq!(look.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn an_honest_word_is_believed_as_far_as_it_goes() {
    let (peer, providers) = start("").await;
    let header = json!({ "alg": "EdDSA", "typ": "JWT" });
    for (email, verified, expected) in [
        (json!("Sari@Example.com"), json!(true), Some("sari@example.com")),
        (json!("sari@example.com"), json!(false), None),
        (json!("sari@example.com"), json!(null), None),
        (json!(null), json!(true), None),
        (json!("no address"), json!(true), None),
    ] {
        let mut claims = peer.claims();
        claims["email"] = email.clone();
        claims["email_verified"] = verified.clone();
        let found = peer.says(&providers, signed(&header, &claims, honest)).await.unwrap();
        assert_eq!((found.identity.subject.as_str(), &found.identity.issuer), ("reader-1", &peer.issuer));
        assert_eq!(
            found.verified_email.map(|email| email.to_string()).as_deref(),
            expected,
            "{email} {verified}"
        );
    }
    let asked = peer.asked.lock().unwrap().clone();
    assert_eq!((asked["grant_type"].as_str(), asked["code"].as_str()), ("authorization_code", "code"));
    assert_eq!(asked["code_verifier"], provider_login().verifier);
}

#[tokio::test]
async fn a_word_that_is_not_for_us_now_is_refused() {
    let (peer, providers) = start("").await;
    let header = json!({ "alg": "EdDSA", "typ": "JWT" });
    for (name, value) in [
        ("iss", json!("https://evil.example")),
        ("aud", json!("another")),
        ("aud", json!(["another"])),
        ("nonce", json!("another")),
        ("nonce", json!(null)),
        ("exp", json!(BEFORE)),
        ("exp", json!(clock().timestamp())),
        ("iat", json!(clock().timestamp() + 301)),
        ("iat", json!(LATER - 1)),
        ("iat", json!(null)),
        ("exp", json!(null)),
        ("sub", json!(null)),
        ("email_verified", json!("true")),
    ] {
        let mut claims = peer.claims();
        claims[name] = value.clone();
        let found = peer.says(&providers, signed(&header, &claims, honest)).await;
        // The string "true" instead of the boolean may make the token unreadable, or the address unverified.
        let is_harmless =
            found.as_ref().map_or(true, |claims| name == "email_verified" && claims.verified_email.is_none());
        assert!(is_harmless, "{name} {value}: {found:?}");
    }
}

#[tokio::test]
async fn a_clock_that_is_a_little_ahead_is_an_honest_one() {
    let (peer, providers) = start("").await;
    for (name, seconds) in [("iat", 300), ("iat", 0), ("exp", 1)] {
        let mut claims = peer.claims();
        claims[name] = json!(clock().timestamp() + seconds);
        let found = peer.says(&providers, signed(&json!({ "alg": "EdDSA" }), &claims, honest)).await;
        assert!(found.is_ok(), "{name} {seconds}: {found:?}");
    }
}

#[tokio::test]
async fn who_was_sent_to_one_provider_does_not_come_back_from_another() {
    for (fault, names_itself) in [("", false), ("named", true)] {
        let (peer, providers) = start(fault).await;
        let word = signed(&json!({ "alg": "EdDSA" }), &peer.claims(), honest);
        let own = peer.issuer.clone();
        for (issuer, expected) in [
            (Some(own.as_str()), true),
            (None, !names_itself),
            (Some("https://evil.example"), false),
            (Some(format!("{own}/").as_str()), false),
        ] {
            *peer.word.lock().unwrap() = word.clone();
            peer.asked.lock().unwrap().clear();
            let found = providers.finish(&provider_login(), &response(issuer), clock()).await;
            assert_eq!(found.is_ok(), expected, "{fault} {issuer:?}: {found:?}");
            assert_eq!(
                peer.asked.lock().unwrap().is_empty(),
                !expected,
                "a code is not given to the wrong one"
            );
        }
    }
}

#[tokio::test]
async fn a_word_that_the_provider_has_not_signed_is_refused() {
    let (peer, providers) = start("").await;
    let claims = peer.claims();
    let public = serde_json::to_value(key().as_verification_key()).unwrap();
    let public = URL_SAFE_NO_PAD.decode(public["x"].as_str().unwrap()).unwrap();
    let by_public_key = |message: &[u8]| {
        CoreHmacKey::new(public.clone()).sign(&CoreJwsSigningAlgorithm::HmacSha256, message).unwrap()
    };
    let by_secret = |message: &[u8]| {
        CoreHmacKey::new("secret").sign(&CoreJwsSigningAlgorithm::HmacSha256, message).unwrap()
    };
    let good = signed(&json!({ "alg": "EdDSA" }), &claims, honest);
    let mut altered = peer.claims();
    altered["sub"] = json!("reader-2");
    let parts: Vec<&str> = good.split('.').collect();
    for (what, word) in [
        ("none", signed(&json!({ "alg": "none" }), &claims, |_| vec![])),
        ("HS256 by the public key", signed(&json!({ "alg": "HS256" }), &claims, by_public_key)),
        ("HS256 by our secret", signed(&json!({ "alg": "HS256" }), &claims, by_secret)),
        ("another algorithm", signed(&json!({ "alg": "RS256" }), &claims, honest)),
        ("altered", format!("{}.{}.{}", parts[0], encoded(&altered), parts[2])),
        ("cut", format!("{}.{}.", parts[0], parts[1])),
        ("no token", "x".to_owned()),
        ("empty", String::new()),
    ] {
        let found = peer.says(&providers, word).await;
        assert!(found.is_err(), "{what}: {found:?}");
    }
    assert!(peer.says(&providers, good).await.is_ok());
}

#[tokio::test]
async fn a_provider_that_answers_nonsense_is_a_provider_that_does_not_answer() {
    for fault in ["issuer", "redirect", "huge", "broken"] {
        let (_peer, providers) = start(fault).await;
        assert!(providers.begin("kampus-kita").await.is_err(), "{fault}");
    }
    // After this, nothing listens on the port.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let issuer = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let provider = Provider {
        name: "Mati".into(),
        issuer,
        client_id: "x".into(),
        client_secret: "y".into(),
        answers_by_form: false,
    };
    let providers = OpenIdProviders::new(&[provider], "https://warta.example".into()).unwrap();
    assert!(providers.begin("mati").await.is_err());
    assert_eq!(providers.names()[0].slug, "mati");
}
