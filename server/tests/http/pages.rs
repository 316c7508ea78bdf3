//! Content of the pages.

use http::{Request, StatusCode};
use serde_json::json;

use crate::fixtures::{CANARY, article, newsroom, with};
use crate::site::{HOST, TestSite, english};

/// Asserts that the page contains the texts in this order.
fn assert_order(page: &str, texts: &[&str]) {
    let mut rest = page;
    for text in texts {
        let at = rest.find(text).unwrap_or_else(|| panic!("`{text}` is missing or too early in {page}"));
        rest = &rest[at + text.len()..];
    }
}

#[tokio::test]
async fn an_article_page_tells_its_parts_in_order() {
    let full = with(
        article("7", 19),
        json!({"agency": "KANTOR BERITA", "place": "Pyongyang", "editor_pick": "5", "updated_at": "2024-06-19T13:30:00+07:00"}),
    );
    let site = TestSite::of(&[full, article("5", 18), article("6", 17)]).await;
    let answer = site.get("/read/7/judul-7").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    assert_order(
        &answer.body,
        &[
            "<html lang=\"id\"",
            "<title>Judul 7 – Warta</title>",
            "<h1",
            "Judul 7",
            "Ringkasan 7.",
            "Reporter",
            "Nadira",
            "Editor",
            "Sita",
            "Rabu, 19 Juni 2024 | 12.00 WIB",
            "Diperbarui",
            "13.30 WIB",
            "Warta",
            "Pyongyang",
            "Isi artikel 7.",
            "KANTOR BERITA",
            "Pilihan Editor:",
            "Judul 5",
            "Berita Terkait",
            "Judul 6",
            "4 hari lalu",
            "</html>",
        ],
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_page_says_in_its_head_what_it_is() {
    let records: Vec<_> = (1..=40).map(|number| article(&number.to_string(), 19)).collect();
    let site = std::sync::Arc::new(TestSite::of(&records).await);
    // Many pages are requested at a time. While one waits for the store, its thread renders another, and it may continue on a third.
    let pages = (1..=40).map(|number| {
        let site = site.clone();
        let path = format!("/read/{number}/judul-{number}");
        tokio::spawn(async move { (number, site.get(&path).await.body) })
    });
    for page in pages.collect::<Vec<_>>() {
        let (number, page) = page.await.unwrap();
        let head = page.split("</head>").next().unwrap();
        for tag in [
            format!("<title>Judul {number} – Warta</title>"),
            format!("<meta property=\"og:title\" content=\"Judul {number} – Warta\">"),
            format!("<meta name=\"description\" content=\"Ringkasan {number}.\">"),
            format!("<link href=\"https://{HOST}/read/{number}/judul-{number}\" rel=\"canonical\">"),
        ] {
            assert_eq!(head.matches(&tag).count(), 1, "{tag} in {head}");
        }
    }
}

#[tokio::test]
async fn a_role_without_people_has_no_label() {
    let bare =
        json!({"id": "1", "title": "Judul 1", "body": "Isi.", "published_at": "2024-06-19T12:00:00+07:00"});
    let site = TestSite::of(&[bare]).await;
    let page = site.get("/read/1/judul-1").await.shown().replace("ReadReporter", "");
    for label in
        ["Reporter", "Editor", "Pilihan Editor:", "Berita Terkait", "Akses artikel", "<figure", "<img"]
    {
        assert!(!page.contains(label), "{label}");
    }
}

#[tokio::test]
async fn a_wrong_slug_leads_to_the_right_one() {
    let site = TestSite::of(&[article("7", 19)]).await;
    for path in ["/read/7", "/read/7/", "/read/7/salah", "/read/7/JUDUL-7", "/read/7/judul-7-"] {
        let answer = site.get(path).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (StatusCode::PERMANENT_REDIRECT, "/read/7/judul-7"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn what_is_not_there_gets_a_page_that_helps() {
    let site = TestSite::of(&newsroom()).await;
    for path in [
        "/tidak-ada",
        "/read/99/x",
        "/read/depan-1/judul-depan-1",
        "/rubrik/tidak-ada",
        "/rubrik/nanti",
        "/topik/x",
        "/penulis/siapa",
        "/read/7/judul-7/lagi",
        "/read/%00/x",
        "/read/a%2fb/x",
        "/gambar/../warta.db",
        "/pkg/../../warta.db",
        "/gambar/tidak-ada.jpg",
        "/pkg/tidak-ada.js",
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(
            answer.body.contains("Halaman tidak ditemukan") && answer.body.contains("href=\"/\""),
            "{path}: {}",
            answer.body
        );
    }
    assert!(site.get("/tidak-ada").await.body.contains("Judul 20"), "the newest may help");
}

#[tokio::test]
async fn of_a_closed_article_the_teaser_leaves_and_nothing_else() {
    let site = TestSite::of(&newsroom()).await;
    for (id, reason) in [
        ("koran-1", "edisi berbayar"),
        ("majalah-1", "edisi berbayar"),
        ("laput-1", "khusus untuk pelanggan"),
    ] {
        let page = site.get(&format!("/read/{id}/judul-{id}")).await;
        assert_eq!(page.status, StatusCode::OK);
        for text in ["Alinea pembuka", "aria-label=\"Akses artikel\"", reason] {
            assert!(page.body.contains(text), "{id}: {text}");
        }
    }
    for path in [
        "/",
        "/koran",
        "/majalah",
        "/rubrik/dunia",
        "/read/koran-1/judul-koran-1",
        "/read/laput-1/judul-laput-1",
        "/read/20/judul-20",
    ] {
        assert!(!site.get(path).await.body.contains(CANARY), "{path}");
    }
}

#[tokio::test]
async fn the_page_speaks_english_where_the_settings_say_so() {
    let site = TestSite::set(&[article("7", 19)], &english()).await;
    let page = site.get("/read/7/judul-7").await.body;
    for text in ["<html lang=\"en\"", "Wednesday, 19 June 2024 | 12:00 WIB", "lang=\"id\"", "Skip to content"]
    {
        assert!(page.contains(text), "{text}");
    }
}

#[tokio::test]
async fn a_caption_stands_once_and_is_not_the_alternative_text() {
    let site = TestSite::of(&[]).await;
    // Smallest possible GIF: one pixel.
    let pixel = b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    std::fs::write(site.folder().join("a.gif"), pixel).unwrap();
    let image = json!({"src": "a.gif", "alt": "Dua orang", "caption": "Keterangan.", "credit": "Foto Kita"});
    let doubled = json!({"src": "a.gif", "alt": "Sama.", "caption": "Sama."});
    site.import(&[
        with(article("1", 1), json!({"image": image})),
        with(article("2", 2), json!({"image": doubled})),
    ])
    .await;
    let page = site.get("/read/1/judul-1").await.body;
    assert_eq!(page.matches("Keterangan.").count(), 1);
    assert!(page.contains("alt=\"Dua orang\"") && page.contains(">Foto Kita"));
    let page = site.get("/read/2/judul-2").await.body;
    assert_eq!(page.matches("Sama.").count(), 1);
    let src = page.split("src=\"/gambar/").nth(1).unwrap().split('"').next().unwrap();
    let picture = site.get(&format!("/gambar/{src}")).await;
    assert_eq!((picture.status, picture.header("content-type")), (StatusCode::OK, "image/gif"));
    assert_eq!(picture.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(picture.header("content-security-policy"), "default-src 'none'; sandbox");
}

#[tokio::test]
async fn head_has_the_headers_of_get_and_no_body() {
    let site = TestSite::of(&newsroom()).await;
    for path in ["/", "/read/20/judul-20", "/tidak-ada", "/robots.txt"] {
        let get = site.get(path).await;
        let head = site.send(Request::head(path)).await;
        assert_eq!((head.status, head.header("etag")), (get.status, get.header("etag")), "{path}");
        assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
    }
}

#[tokio::test]
async fn browsers_choose_the_width_and_form_of_a_picture() {
    let site = TestSite::of(&[]).await;
    let mut jpeg = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(800, 400).write_to(&mut jpeg, image::ImageFormat::Jpeg).unwrap();
    std::fs::write(site.folder().join("a.jpg"), jpeg.into_inner()).unwrap();
    let inline = "<p>Satu.</p><figure><img src=\"a.jpg\" alt=\"Peta\"></figure><p>Dua.</p>";
    let older = with(article("0", 1), json!({"image": {"src": "a.jpg"}}));
    let newer = with(article("1", 2), json!({"image": {"src": "a.jpg"}, "body_html": inline}));
    site.import(&[older, newer]).await;
    let page = site.get("/read/1/judul-1").await.body;
    let text = page.split("class=\"related").next().unwrap();
    assert_eq!(text.matches("<picture>").count(), 2, "beside the text and within it");
    let head = page.split("</head>").next().unwrap();
    assert!(head.contains("rel=\"preload\"") && head.contains("imagesrcset=\"/gambar/"), "{head}");
    for (ending, kind) in [("avif", "image/avif"), ("webp", "image/webp"), ("jpg", "image/jpeg")] {
        assert!(page.contains(&format!("type=\"{kind}\"")), "{kind}");
        let address = page.split(['"', ' ']).find(|word| word.ends_with(&format!("-720.{ending}"))).unwrap();
        let picture = site.get(address).await;
        assert_eq!((picture.status, picture.header("content-type")), (StatusCode::OK, kind));
        assert_eq!(picture.header("cache-control"), "public, max-age=31536000, immutable");
        let again = site.send(Request::get(address).header("if-none-match", picture.header("etag"))).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{kind}");
    }
    assert!(page.contains("width=\"800\" height=\"400\"") && page.contains("src=\"data:image/webp;base64,"));
    // A small picture beside a headline offers the widths that small windows and sharp screens need. The first of a list is large.
    let list = site.get("/rubrik/dunia").await.body;
    let card = list.split("<picture>").nth(2).unwrap().split("</picture>").next().unwrap();
    assert!(card.contains("-720.avif 720w\"") && card.contains("-288.webp 288w"), "{card}");
    assert!(card.contains("-720.jpg\"") && !card.contains("image/jpeg") && !card.contains("-800."), "{card}");
}

#[tokio::test]
async fn a_large_letter_stands_where_the_publisher_wants_it_and_the_text_is_open() {
    let long = format!("<p>{}</p>", "kata ".repeat(60));
    let records = [
        with(article("1", 20), json!({"body_html": long})),
        article("2", 20),
        with(article("3", 20), json!({"body_html": long.repeat(20), "edition": "koran"})),
    ];
    for (settings, wanted) in [("site.drop_cap = true", true), ("", false)] {
        let site = TestSite::set(&records, settings).await;
        for (path, expected) in [
            ("/read/1/judul-1", wanted),
            ("/read/1/judul-1/lite", false),
            ("/read/2/judul-2", false),
            ("/read/3/judul-3", false),
        ] {
            assert_eq!(site.get(path).await.body.contains("drop-cap"), expected, "{path}, {settings}");
        }
    }
}
