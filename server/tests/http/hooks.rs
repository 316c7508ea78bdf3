//! News of subscriptions from payment providers.

use axum::body::Body;
use domain::access::Plan;
use domain::account::EmailAddress;
use domain::subscription::SubscriptionStore;
use hmac::{Hmac, Mac};
use http::{Request, StatusCode};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::fixtures::with;
use crate::log::Log;
use crate::site::{HOST, TestResponse, TestSite, clock};

const SETTINGS: &str = "quota.hooks = { secret = 'rahasia', stripe_secret = 'whsec_rahasia' }";

fn sign(secret: &str, seconds: i64, body: &str) -> String {
    let mut signed = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    signed.update(format!("{seconds}.{body}").as_bytes());
    let hex: String = signed.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("t={seconds},v1={hex}")
}

async fn tell(site: &TestSite, path: &str, header: (&str, &str), body: &str) -> TestResponse {
    // As a program sends it: no cookie, no origin, no Sec-Fetch-Site.
    let request = Request::post(path).header("host", HOST).header("content-type", "application/json");
    site.send_all(request.header(header.0, header.1).body(Body::from(body.to_owned())).unwrap()).await
}

/// Tells our own news, signed now.
async fn news(site: &TestSite, told: &Value) -> TestResponse {
    let body = told.to_string();
    let signature = sign("rahasia", clock().timestamp(), &body);
    tell(site, "/hooks/subscription", ("warta-signature", &signature), &body).await
}

fn begun() -> Value {
    json!({
        "reference": "langganan-7", "email": "Sari@Example.com", "plan": "koran",
        "starts_at": "2024-06-01T00:00:00+07:00", "ends_at": "2024-07-01T00:00:00+07:00",
        "changed_at": "2024-06-21T04:00:00Z",
    })
}

/// Plan and end of each subscription of an address.
async fn kept(site: &TestSite, email: &str) -> Vec<(Plan, String)> {
    let email = EmailAddress::parse(email).unwrap();
    let all = site.database.subscriptions(&email).await.unwrap();
    all.into_iter().map(|one| (one.plan, one.ends_at.to_rfc3339())).collect()
}

#[tokio::test]
async fn news_is_noted_once_and_in_the_order_of_its_making() {
    let site = TestSite::set(&[], SETTINGS).await;
    let ended =
        with(begun(), json!({"ends_at": "2024-06-21T05:00:00Z", "changed_at": "2024-06-21T05:00:00Z"}));
    for (told, said, ends_at) in [
        (begun(), "noted", "2024-06-30T17:00:00+00:00"),
        (begun(), "known already, or older than what is known", "2024-06-30T17:00:00+00:00"),
        (ended, "noted", "2024-06-21T05:00:00+00:00"),
        (begun(), "known already, or older than what is known", "2024-06-21T05:00:00+00:00"),
    ] {
        let answer = news(&site, &told).await;
        assert_eq!((answer.status, answer.body), (StatusCode::OK, json!({ "status": said }).to_string()));
        assert_eq!(kept(&site, "sari@example.com").await, [(Plan::Koran, ends_at.to_owned())]);
    }
}

#[tokio::test]
async fn news_that_is_not_signed_changes_nothing() {
    let site = TestSite::set(&[], SETTINGS).await;
    let (body, now) = (begun().to_string(), clock().timestamp());
    for (path, name, header) in [
        ("/hooks/subscription", "warta-signature", String::new()),
        ("/hooks/subscription", "warta-signature", sign("lain", now, &body)),
        ("/hooks/subscription", "warta-signature", sign("", now, &body)),
        ("/hooks/subscription", "warta-signature", sign("rahasia", now - 301, &body)),
        ("/hooks/subscription", "warta-signature", sign("rahasia", now, "{}")),
        ("/hooks/subscription", "stripe-signature", sign("rahasia", now, &body)),
        ("/hooks/stripe", "stripe-signature", sign("rahasia", now, &body)),
    ] {
        let answer = tell(&site, path, (name, &header), &body).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path} {header}: {}", answer.body);
    }
    assert_eq!(kept(&site, "sari@example.com").await, []);
    let deaf = TestSite::of(&[]).await;
    for path in ["/hooks/subscription", "/hooks/stripe"] {
        let answer = tell(&deaf, path, ("warta-signature", &sign("", now, &body)), &body).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "nobody may tell where no secret is set");
    }
}

#[tokio::test]
async fn news_that_cannot_be_read_is_answered_with_what_is_wrong() {
    let site = TestSite::set(&[], SETTINGS).await;
    for (change, named) in [
        (json!({"email": "sari"}), "email is `sari`"),
        (json!({"plan": "emas"}), "plan is `emas`"),
        (json!({"reference": ""}), "reference is ``"),
        (json!({"ends_at": "besok"}), "the body cannot be read"),
        (
            json!({"changed_at": "2024-06-21T05:05:01Z"}),
            "changed_at is `2024-06-21T05:05:01+00:00`, more than five minutes ahead",
        ),
        (json!({"changed_at": "2099-01-01T00:00:00Z"}), "changed_at is `2099-01-01T00:00:00+00:00`"),
        (json!({"lain": 1}), "unknown field `lain`"),
    ] {
        let answer = news(&site, &with(begun(), change)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(named), "{}", answer.body);
    }
    let huge = format!("\"{}\"", "a".repeat(70_000));
    let signature = sign("rahasia", clock().timestamp(), &huge);
    let answer = tell(&site, "/hooks/subscription", ("warta-signature", &signature), &huge).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(site.get("/hooks/subscription").await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn what_is_refused_is_logged_without_what_it_says() {
    let (log, _guard) = Log::start();
    let site = TestSite::set(&[], SETTINGS).await;
    for (change, named) in [
        (json!({"email": "sari@@sandi.example"}), "email holds a value which is no email address"),
        (json!({"plan": "sandi"}), "plan holds a value"),
        (json!({"reference": format!("sandi{}", "a".repeat(300))}), "reference holds a value"),
        (json!({"email": {"sandi": 1}}), "the body cannot be read at line 1 column"),
        (json!({"starts_at": "sandi"}), "the body cannot be read at line 1 column"),
    ] {
        log.take();
        assert_eq!(news(&site, &with(begun(), change)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let logged = log.take();
        assert!(logged.contains("refused a subscription event") && logged.contains(named), "{logged}");
        assert!(!logged.contains("sandi"), "{logged}");
    }
}

/// An event in the form of Stripe's, as its documentation shows them. Each has an id of its own.
fn event(kind: &str, created: i64, status: &str, ended_at: Value) -> Value {
    json!({
        "id": format!("evt_{kind}_{created}_{status}"), "object": "event", "api_version": "2025-03-31.basil", "type": kind, "created": created,
        "livemode": true, "pending_webhooks": 1, "request": {"id": null, "idempotency_key": null},
        "data": {"object": {
            "id": "sub_1PTzPy", "object": "subscription", "customer": "cus_QK9z", "status": status, "created": 1_718_900_000,
            "start_date": 1_718_900_000, "ended_at": ended_at, "cancel_at_period_end": false,
            "metadata": {"warta_email": "sari@example.com", "warta_plan": "all"},
            "items": {"object": "list", "data": [{"id": "si_QK9z", "object": "subscription_item",
                "current_period_start": 1_718_900_000, "current_period_end": 1_721_492_000}]},
        }},
    })
}

#[tokio::test]
async fn stripe_tells_of_a_subscription_from_its_beginning_to_its_end() {
    let site = TestSite::set(&[], SETTINGS).await;
    let period = "2024-07-20T16:13:20+00:00";
    for (told, ends_at) in [
        (event("customer.subscription.created", 1_718_900_001, "active", Value::Null), period),
        (event("customer.subscription.updated", 1_718_900_050, "past_due", Value::Null), period),
        (event("invoice.paid", 1_718_900_060, "paid", Value::Null), period),
        (
            event("customer.subscription.deleted", 1_718_945_000, "canceled", json!(1_718_945_000)),
            "2024-06-21T04:43:20+00:00",
        ),
        // Late news of the beginning.
        (
            event("customer.subscription.updated", 1_718_900_002, "active", Value::Null),
            "2024-06-21T04:43:20+00:00",
        ),
    ] {
        let answer = stripe(&site, &told).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        assert_eq!(kept(&site, "sari@example.com").await, [(Plan::All, ends_at.to_owned())], "{told}");
    }
    let mut foreign = event("customer.subscription.created", 1_718_900_001, "active", Value::Null);
    foreign["data"]["object"]["metadata"] = json!({});
    let answer = stripe(&site, &foreign).await;
    assert!(answer.status == StatusCode::OK && answer.body.contains("nothing that concerns us"));
}

/// Tells news as Stripe does, signed now.
async fn stripe(site: &TestSite, told: &Value) -> TestResponse {
    let body = told.to_string();
    let signature = sign("whsec_rahasia", clock().timestamp(), &body);
    tell(site, "/hooks/stripe", ("stripe-signature", &signature), &body).await
}

#[tokio::test]
async fn of_events_of_one_second_the_payer_is_not_locked_out_and_an_end_is_an_end() {
    const AT: i64 = 1_718_900_001;
    let period = "2024-07-20T16:13:20+00:00";
    let waits = event("customer.subscription.created", AT, "incomplete", Value::Null);
    let opens = event("customer.subscription.updated", AT, "active", Value::Null);
    let ends = event("customer.subscription.deleted", AT, "canceled", json!(AT));
    for (told, ends_at) in [
        (vec![&waits, &opens], period),
        (vec![&opens, &waits], period),
        (vec![&opens, &ends], "2024-06-20T16:13:21+00:00"),
        (vec![&ends, &waits, &opens], "2024-06-20T16:13:21+00:00"),
    ] {
        let site = TestSite::set(&[], SETTINGS).await;
        for told in told {
            assert_eq!(stripe(&site, told).await.status, StatusCode::OK);
        }
        assert_eq!(kept(&site, "sari@example.com").await, [(Plan::All, ends_at.to_owned())]);
    }
}

#[tokio::test]
async fn an_event_of_stripe_counts_once_and_not_ahead_of_its_time() {
    let site = TestSite::set(&[], SETTINGS).await;
    let told = event("customer.subscription.created", 1_718_900_001, "active", Value::Null);
    assert!(stripe(&site, &told).await.body.contains("noted"));
    let mut again = event("customer.subscription.created", 1_718_900_002, "canceled", Value::Null);
    again["id"] = told["id"].clone();
    assert!(stripe(&site, &again).await.body.contains("known already"));
    let ahead = event("customer.subscription.updated", clock().timestamp() + 301, "active", Value::Null);
    let answer = stripe(&site, &ahead).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("created is `2024-06-21T05:05:01+00:00`"), "{}", answer.body);
    let now = event("customer.subscription.updated", clock().timestamp() + 300, "active", Value::Null);
    assert!(stripe(&site, &now).await.body.contains("noted"));
}
