//! Links, redirects, forms and emails of pages behind a language prefix, which have to stay behind it, and paths that do not exist there.

use app::api::Next;
use axum::body::Body;
use http::{Request, StatusCode, header};

use crate::fixtures::CANARY;
use crate::language::{leads, site};
use crate::reader::{PASSWORD, Reader};

const KORAN: &str = "/read/koran-1/judul-koran-1";

#[tokio::test]
async fn no_browser_is_led_away_from_a_mailed_secret_or_from_the_answer_to_a_form() {
    let site = site().await;
    let mut reader = Reader::new(&site);
    for (path, is_led) in [
        ("/masuk?return_to=/koran", true),
        ("/akun/alamat?token=abc", false),
        ("/aktivasi?token=abc", false),
        ("/sandi/atur?token=abc", false),
        ("/masuk/kode?token=abc", false),
        ("/hadiah?token=abc", false),
        ("/masuk/kembali/kampus?state=a&code=b", false),
        ("/tidak-ada", false),
    ] {
        for path in [path.to_owned(), format!("/en{path}")] {
            let page = reader.get(&path).await;
            assert_eq!(page.body.contains("data-counterpart"), is_led, "{path}");
        }
    }
    let failed = reader.post_to("/en/masuk", &[("email", "x"), ("password", "y")]).await;
    assert!(failed.body.contains("<html lang=\"en\""), "{}", failed.body);
    let article = reader.read("/en/read/koran-1/judul-koran-1", false).await;
    assert!(article.body.contains("<html lang=\"en\"") && article.status == StatusCode::OK);
    let callback = reader.get("/masuk/kembali/kampus?state=a&code=b").await.body;
    assert!(callback.contains("href=\"/en/masuk\" lang=\"en\"") && !callback.contains("code=b"));
}

#[tokio::test]
async fn redirects_and_forms_stay_behind_the_prefix() {
    let site = site().await;
    for (asked, expected) in [
        ("/en/", "/en"),
        ("/en/?sebelum=1", "/en?sebelum=1"),
        ("/en/read/20", "/en/read/20/judul-20"),
        ("/en/read/20/lama/lite", "/en/read/20/judul-20/lite"),
    ] {
        let moved = site.get(asked).await;
        assert_eq!((moved.status, moved.header("location")), (StatusCode::PERMANENT_REDIRECT, expected));
    }
    let mut reader = Reader::new(&site);
    let account = reader.get("/en/akun").await;
    assert_eq!(account.header("location"), "/en/masuk?return_to=/akun");
    let page = reader.get("/en/masuk?return_to=/akun").await;
    assert!(page.body.contains("name=\"return_to\" value=\"/en/akun\""), "{}", page.body);

    let fields = [
        ("email", "sari@example.com"),
        ("password", PASSWORD),
        ("return_to", "/en/read/koran-1/judul-koran-1"),
    ];
    let asked = reader.post_to("/en/daftar", &fields).await;
    assert_eq!((asked.status.as_u16(), asked.header("location")), (303, "/en/konfirmasi"));
    let mail = site.open_mail().await.unwrap();
    assert!(mail.mail.subject.starts_with("Confirm"), "{}", mail.mail.subject);
    let link = format!("https://warta.example/en/aktivasi?token={}", mail.token);
    assert!(mail.mail.text.contains(&link) && mail.mail.html.contains(&link), "{}", mail.mail.text);
    assert!(mail.mail.text.ends_with("https://warta.example/en\n"));
    assert!(
        reader.get(&format!("/en/aktivasi?token={}", mail.token)).await.body.contains("<html lang=\"en\"")
    );
    let confirmed = reader.post_to("/en/aktivasi", &[("token", &mail.token)]).await;
    assert_eq!(
        (confirmed.status.as_u16(), confirmed.header("location")),
        (303, "/en/read/koran-1/judul-koran-1#dikonfirmasi")
    );
    let out = reader.post("sign_out", &[]).await;
    assert_eq!(out.header("location"), "/");
    let again = [("email", "sari@example.com"), ("password", PASSWORD)];
    let signed_in = reader.post_to("/en/masuk", &again).await;
    assert_eq!((signed_in.status.as_u16(), signed_in.header("location")), (303, "/en"));
    for accept in ["application/x-postcard", "application/json", "*/*"] {
        let called = reader.clone().send(form(&reader, "/en/api/sign_in", &[("accept", accept)])).await;
        assert_eq!(called.typed(), Ok(Next { path: "/en".to_owned() }), "{accept}");
    }
}

/// Request of a script that signs in.
fn form(reader: &Reader, path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let request = Request::post(path).header("sec-fetch-site", "same-origin");
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let fields = [("email", "sari@example.com"), ("password", PASSWORD)];
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    reader.request(request).body(Body::from(body)).unwrap()
}

#[tokio::test]
async fn an_article_opens_behind_the_prefix_and_its_gate_speaks_the_language() {
    let site = site().await;
    let words = site.services.in_other_language().access_text();
    let path = format!("/en{KORAN}");
    let public = site.get(&path).await;
    assert!(public.body.contains(words.go_on) && public.body.contains(&format!("action=\"{path}\"")));
    let mut sari = Reader::join(&site, "sari@example.com").await;
    let gate = sari.read(&path, false).await;
    assert!(
        gate.body.contains(words.open)
            && !gate.body.contains(CANARY)
            && !gate.body.contains("Baca artikel ini")
    );
    let piece = Request::post(&path)
        .header("sec-fetch-site", "same-origin")
        .header("x-fragment", "1")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let piece = sari.request(piece).body(Body::empty()).unwrap();
    let piece = sari.clone().send(piece).await;
    assert!(
        piece.body.contains(&format!("action=\"{path}\"")) && !piece.body.contains("<html"),
        "{}",
        piece.body
    );
    assert_eq!(piece.header("x-fragment"), "1");
    let whole = sari.read(&path, true).await;
    assert!(whole.body.contains(CANARY) && whole.header("cache-control") == "private, no-store");
    assert!(sari.read(KORAN, false).await.body.contains(CANARY), "it is one article, opened once");
}

#[tokio::test]
async fn what_is_no_page_behind_a_prefix_is_not_found() {
    let site = site().await;
    for path in [
        "/id",
        "/id/",
        "/fr/koran",
        "/ens",
        "/EN/koran",
        "/%65n/koran",
        "/en/en",
        "/en/en/koran",
        "/en/id/koran",
        "/en//evil.example",
        "/en/%2f/evil.example",
        "/en//koran/../koran",
        "/en/.//evil.example",
        "/en/pkg/warta.css",
        "/en/fonts/serif.woff2",
        "/en/robots.txt",
        "/en/healthz",
        "/en/hooks/subscription",
        "/en/gambar/x.jpg",
        "/en/metrics",
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.header("location").is_empty(), "{path}");
        for (tag, value) in leads(&answer.body) {
            // The address to return to is checked only when the form is sent.
            let address = value.split('?').next().unwrap();
            let is_asked = tag.starts_with("button");
            assert!(is_asked || (!address.contains("//") && !address.contains("evil")), "{path}: <{tag}>");
        }
    }
    let refused = site.get(&format!("/en/{}", "a".repeat(9000))).await;
    assert!(refused.status == StatusCode::URI_TOO_LONG && refused.body.contains("<html lang=\"en\""));
    assert!(refused.body.contains("href=\"/en\""), "{}", refused.body);
    let elsewhere = Request::post("/en/masuk").header("sec-fetch-site", "cross-site");
    assert_eq!(site.send(elsewhere).await.status, StatusCode::FORBIDDEN);
    let elsewhere = Request::post("/en/masuk/kembali/kampus").header("sec-fetch-site", "cross-site");
    assert_eq!(site.send(elsewhere).await.status, StatusCode::FORBIDDEN);
}
