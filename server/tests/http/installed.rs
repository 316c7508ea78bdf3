//! Service worker, manifest and icons, and the answers that may be kept to be read without a network.

use std::sync::Arc;

use http::{Request, StatusCode};
use serde_json::Value;

use crate::fixtures::{CANARY, newsroom};
use crate::reader::Reader;
use crate::site::{TestSite, english};

const WITHOUT: &str = "site.service_worker = false";
const LOCKED: &str = "/read/koran-1/judul-koran-1/lite";

#[tokio::test]
async fn the_worker_knows_the_files_of_this_build_and_is_asked_for_anew() {
    let site = TestSite::of(&newsroom()).await;
    let worker = site.get("/sw.js").await;
    assert_eq!((worker.status, worker.header("cache-control")), (StatusCode::OK, "no-cache"));
    assert!(worker.header("content-type").starts_with("text/javascript"));
    assert_eq!(worker.header("content-security-policy"), "default-src 'none'; connect-src 'self'");
    let build = worker.body.strip_prefix("const BUILD=").unwrap();
    let build = serde_json::Deserializer::from_str(build).into_iter::<Value>().next().unwrap().unwrap();
    assert_eq!((&build["prefix"], &build["offline"]), (&"/en".into(), &"/luring".into()));
    // Computed with: printf 'body{}' | openssl dgst -sha256 -binary | base64
    let style = serde_json::json!(["/pkg/warta.css", "sha256-fJgEClQWV1hGkK4qHMO0KotTsVnMYMXTq7/suurGyUo="]);
    assert!(build["assets"].as_array().unwrap().contains(&style), "{build}");
    assert_eq!(build["stylesheet"], "/pkg/warta.css");
    for path in build["assets"].as_array().unwrap().iter().map(|asset| asset[0].as_str().unwrap()) {
        assert_eq!(site.get(path).await.status, StatusCode::OK, "{path}");
    }
    for mark in [&build["stylesheet"], &build["lite"]].map(|mark| mark.as_str().unwrap()) {
        let page =
            site.get(if mark.contains("lite") { "/read/7/judul-7/lite" } else { "/read/7/judul-7" }).await;
        assert!(page.body.contains(mark), "the worker knows its pages by {mark}");
    }
    let again = Request::get("/sw.js").header("if-none-match", worker.header("etag"));
    assert_eq!(site.send(again).await.status, StatusCode::NOT_MODIFIED);
    assert_eq!(
        TestSite::of(&newsroom()).await.get("/sw.js").await.body,
        worker.body,
        "on every server the same"
    );
}

#[tokio::test]
async fn a_switched_off_worker_is_told_to_go_and_asked_for_by_no_page() {
    for (settings, is_on) in [("", true), (WITHOUT, false)] {
        let site = TestSite::set(&newsroom(), settings).await;
        let worker = site.get("/sw.js").await;
        assert_eq!((worker.status, worker.header("cache-control")), (StatusCode::OK, "no-cache"));
        assert_eq!(!worker.body.starts_with("const BUILD=null;"), is_on, "{settings}");
        assert!(worker.body.contains("registration.unregister()"));
        let page = site.get("/read/7/judul-7").await.body;
        assert_eq!(page.contains("data-worker=\"/sw.js\""), is_on, "{settings}");
        assert_eq!(page.contains("class=\"keep-form\""), is_on, "{settings}");
        assert_eq!(site.get("/manifest.webmanifest").await.body.contains("/luring"), is_on, "{settings}");
    }
}

#[tokio::test]
async fn the_site_can_be_installed_by_its_name_and_icon() {
    let named = format!("site.name = 'Harian \"Uji\"'\n{}", english());
    for (settings, name, language, saved) in
        [("", "Warta", "id", "Tersimpan"), (&named, "Harian \"Uji\"", "en", "Saved")]
    {
        let site = TestSite::set(&newsroom(), settings).await;
        let manifest = site.get("/manifest.webmanifest").await;
        assert_eq!(manifest.header("content-type"), "application/manifest+json");
        let manifest: Value = serde_json::from_str(&manifest.body).unwrap();
        for (key, value) in [
            ("name", name),
            ("short_name", name),
            ("lang", language),
            ("id", "/"),
            ("start_url", "/"),
            ("scope", "/"),
            ("display", "standalone"),
            ("theme_color", "#fbf8f1"),
            ("background_color", "#fbf8f1"),
        ] {
            assert_eq!(manifest[key], value, "{key}");
        }
        let shortcuts = manifest["shortcuts"].as_array().unwrap();
        assert_eq!(shortcuts[2]["name"], saved);
        for shortcut in shortcuts {
            assert_eq!(
                site.get(shortcut["url"].as_str().unwrap()).await.status,
                StatusCode::OK,
                "{shortcut}"
            );
        }
        let icons = manifest["icons"].as_array().unwrap();
        let kinds: Vec<_> = icons.iter().map(|icon| (&icon["sizes"], &icon["purpose"])).collect();
        for wanted in ["192x192", "512x512"].into_iter().flat_map(|size| [(size, "any"), (size, "maskable")])
        {
            assert!(kinds.contains(&(&wanted.0.into(), &wanted.1.into())), "{wanted:?}");
        }
        for icon in icons {
            let picture = site.get(icon["src"].as_str().unwrap()).await;
            assert_eq!(picture.header("content-type"), "image/png");
            let width = u32::from_be_bytes(picture.bytes[16..20].try_into().unwrap());
            assert_eq!(format!("{width}x{width}"), icon["sizes"].as_str().unwrap());
        }
    }
}

#[tokio::test]
async fn pages_lead_to_the_manifest_and_let_the_worker_run() {
    let site = TestSite::of(&newsroom()).await;
    for path in ["/", "/en", "/read/7/judul-7", "/luring", "/en/luring"] {
        let page = site.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(
            page.body.contains("<link rel=\"manifest\" href=\"/manifest.webmanifest\">"),
            "{}",
            page.body
        );
        for colour in [
            "#fbf8f1\" media=\"(prefers-color-scheme: light)",
            "#171512\" media=\"(prefers-color-scheme: dark)",
        ] {
            assert!(
                page.body.contains(&format!("<meta name=\"theme-color\" content=\"{colour}\">")),
                "{}",
                page.body
            );
        }
        let policy = page.header("content-security-policy");
        assert!(policy.contains("worker-src 'self';") && policy.contains("manifest-src 'self';"), "{policy}");
    }
}

#[tokio::test]
async fn the_offline_page_has_what_the_worker_fills_in_and_nobodys_own() {
    let site = TestSite::of(&newsroom()).await;
    for (path, forget, heading) in
        [("/luring", "Hapus", "Bacaan luring"), ("/en/luring", "Remove", "Offline reading")]
    {
        let page = site.get(path).await;
        assert!(page.header("cache-control").starts_with("public"), "{path}");
        for part in [
            format!("data-offline-list=\"kept\" data-forget=\"{forget}\" class=\"saved__list\"></ul>"),
            "data-offline-list=\"read\" class=\"saved__list\"></ul>".to_owned(),
            format!("<h1 class=\"list__name\">{heading}</h1>"),
            "id=\"disimpan\"".to_owned(),
            "id=\"terkunci\"".to_owned(),
            "id=\"gagal\"".to_owned(),
        ] {
            assert!(page.body.contains(&part), "{part}: {}", page.body);
        }
    }
}

#[tokio::test]
async fn only_an_answer_with_the_whole_text_says_that_it_may_be_kept() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let (mut guest, mut reader) = (Reader::new(&site), Reader::join(&site, "sari@example.com").await);
    assert_eq!(guest.post_to("/read/7/judul-7/lite", &[]).await.header("x-text"), "everyone");
    for asker in [&mut guest, &mut reader] {
        let answer = asker.post_to(LOCKED, &[]).await;
        assert_eq!(answer.header("x-text"), "");
        assert!(!answer.body.contains(CANARY));
    }
    assert_eq!(reader.post_to(LOCKED, &[("open", "1")]).await.header("x-text"), "reader");
    let kept = reader.post_to(LOCKED, &[]).await;
    assert_eq!((kept.header("x-text"), kept.header("cache-control")), ("reader", "private, no-store"));
    assert!(kept.body.contains(CANARY));
    let public = reader.get(LOCKED).await;
    assert!(!public.body.contains(CANARY) && public.header("cache-control").starts_with("public"));
}

#[tokio::test]
async fn a_device_is_told_which_of_its_articles_are_still_open() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut reader = Reader::join(&site, "sari@example.com").await;
    reader.post_to(LOCKED, &[("open", "1")]).await;
    let fields = [("articles", "koran-1,7,majalah-1,tidak-ada,depan-1")];
    let own = reader.call::<Vec<bool>>("still_open", &fields).await.unwrap();
    assert_eq!(own, [true, true, false, false, false]);
    // The worker reads the bytes themselves.
    assert_eq!(reader.ask("still_open", &fields).await.bytes[..], [0, 5, 1, 1, 0, 0, 0]);
    let mut other = Reader::join(&site, "budi@example.com").await;
    assert_eq!(
        other.call::<Vec<bool>>("still_open", &fields).await.unwrap(),
        [false, true, false, false, false]
    );
    reader.post("sign_out", &[]).await;
    let left = reader.call::<Vec<bool>>("still_open", &fields).await.unwrap();
    assert_eq!(left, [false, true, false, false, false]);
    // Asking spends nothing: both units of the other reader are there, and one was.
    assert_eq!(other.post_to(LOCKED, &[("open", "1")]).await.header("x-text"), "reader");
    let second = "/read/majalah-1/judul-majalah-1/lite";
    assert_eq!(other.post_to(second, &[("open", "1")]).await.header("x-text"), "reader");
    for bad in ["", "a b", "7,,8"] {
        assert_eq!(
            other.ask("still_open", &[("articles", bad)]).await.status,
            StatusCode::NOT_FOUND,
            "{bad}"
        );
    }
}
