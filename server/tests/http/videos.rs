//! Videos: served whole and in ranges, and shown only to readers of the article.

use std::sync::Arc;

use http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::fixtures::{article, long_body, with};
use crate::reader::Reader;
use crate::site::{TestResponse, TestSite};

const MP4: &[u8] = b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41\0\0\0\x0cmdatisi!";
const CAPTIONS: &str = "WEBVTT\n\n00:00.000 --> 00:02.000\n(Tanpa suara)\n";

fn watched(id: &str, day: u32) -> Value {
    let own = json!({"title": "Rekaman </figcaption><script>x</script>\"", "src": "v.mp4", "captions": "v.vtt", "poster": "p.gif"});
    let others =
        json!({"title": "Di tempat lain", "src": "https://www.youtube.com/watch?v=a-B_c1d2e3f&x=\"><b>"});
    with(article(id, day), json!({"videos": [own, others], "body_html": long_body()}))
}

async fn site(settings: &str, records: &[Value]) -> TestSite {
    let site = TestSite::set(&[], settings).await;
    std::fs::write(site.folder().join("v.mp4"), MP4).unwrap();
    std::fs::write(site.folder().join("v.vtt"), CAPTIONS).unwrap();
    let pixel = b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    std::fs::write(site.folder().join("p.gif"), pixel).unwrap();
    assert_eq!(site.import(records).await.created, records.len() as u64);
    site
}

/// Value of the first attribute that begins like this.
fn value<'a>(page: &'a str, attribute: &str) -> &'a str {
    let (_, rest) = page.split_once(attribute).unwrap_or_else(|| panic!("{attribute} in {page}"));
    rest.split('"').next().unwrap()
}

#[tokio::test]
async fn a_video_is_given_whole_and_in_parts() {
    let site = site("", &[watched("1", 20)]).await;
    let page = site.get("/read/1/judul-1").await;
    let path = format!("/video/{}", value(&page.body, " src=\"/video/"));
    let length = MP4.len();
    let all = site.get(&path).await;
    assert_eq!((all.status, all.body.len()), (StatusCode::OK, length));
    for (name, expected) in [
        ("content-type", "video/mp4"),
        ("content-length", &length.to_string()),
        ("accept-ranges", "bytes"),
        ("cache-control", "public, max-age=31536000, immutable"),
        ("x-content-type-options", "nosniff"),
        (
            "content-security-policy",
            "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox allow-same-origin",
        ),
    ] {
        assert_eq!(all.header(name), expected);
    }
    let tag = all.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.ends_with(".mp4\""), "a strong one: {tag}");
    let head = site.send(Request::head(&path).header("range", "bytes=0-1")).await;
    assert_eq!((head.status, head.header("content-length"), head.body.as_str()), (StatusCode::OK, "44", ""));
    let ask = |range: &str| site.send(Request::get(&path).header("range", range));
    for (range, expected, body) in [
        ("bytes=4-7", "bytes 4-7/44", "ftyp"),
        ("bytes=40-", "bytes 40-43/44", "isi!"),
        ("bytes=-4", "bytes 40-43/44", "isi!"),
        ("bytes=40-999", "bytes 40-43/44", "isi!"),
    ] {
        let part = ask(range).await;
        assert_eq!(part.status, StatusCode::PARTIAL_CONTENT, "{range}");
        assert_eq!((part.header("content-range"), part.body.as_str()), (expected, body), "{range}");
        assert_eq!(part.header("content-length"), body.len().to_string());
        assert_eq!((part.header("etag"), part.header("content-type")), (tag.as_str(), "video/mp4"));
    }
    for range in ["bytes=44-", "bytes=-0", "bytes=99999999999999999999-"] {
        let nothing = ask(range).await;
        assert_eq!(nothing.status, StatusCode::RANGE_NOT_SATISFIABLE, "{range}");
        assert_eq!((nothing.header("content-range"), nothing.body.as_str()), ("bytes */44", ""));
    }
    for range in ["bytes=0-1,4-5", "bytes=9-0", "items=0-1", "bytes=x"] {
        let whole = ask(range).await;
        assert_eq!((whole.status, whole.body.len()), (StatusCode::OK, length), "{range}");
    }
    for (known, expected) in [(tag.as_str(), 206), ("\"other\"", 200), ("Fri, 21 Jun 2024 05:00:00 GMT", 200)]
    {
        let request = Request::get(&path).header("range", "bytes=0-1").header("if-range", known);
        assert_eq!(site.send(request).await.status, expected, "{known}");
    }
    for known in [&tag, &format!("W/{tag}"), "*"] {
        let same = site.send(Request::get(&path).header("if-none-match", known)).await;
        assert_eq!((same.status, same.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{known}");
    }
    let captions = site.get(&format!("/video/{}", value(&page.body, "captions\" src=\"/video/"))).await;
    assert_eq!(
        (captions.header("content-type"), captions.body.as_str()),
        ("text/vtt; charset=utf-8", CAPTIONS)
    );
}

#[tokio::test]
async fn what_is_no_video_is_not_there() {
    let site = site("", &[watched("1", 20)]).await;
    let hash = "0f".repeat(32);
    for path in [
        format!("/video/{hash}.mp4"),
        format!("/video/{hash}.html"),
        format!("/video/..%2foriginals%2f{hash}.gif"),
        format!("/video/%00{hash}.mp4"),
        "/video/".into(),
        "/video/x".into(),
        format!("/gambar/videos%2f{hash}-1.jpg"),
    ] {
        assert_eq!(site.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_rail_names_hostile_videos_by_words_and_loads_nothing_of_others() {
    let site = site("", &[watched("1", 20), with(watched("2", 19), json!({"language": "en"}))]).await;
    let page = site.get("/read/1/judul-1").await;
    let named = "aria-labelledby=\"video-rail\"";
    let (before, rail) = page.body.split_once(named).unwrap_or_else(|| panic!("{}", page.body));
    let (rail, after) = rail.split_once("</section>").unwrap();
    assert!(before.contains("text-footer") && after.contains("Berita Terkait"), "in their order");
    for part in [
        "Video Pilihan<!----></h2>",
        "controls",
        "preload=\"none\"",
        "playsinline",
        "width=\"640\"",
        "height=\"360\"",
        "-asli.gif\"",
        "kind=\"captions\"",
        "srclang=\"id\"",
        "label=\"Teks bahasa Indonesia\"",
        " default",
        "Rekaman &lt;/figcaption&gt;&lt;script&gt;x",
        "href=\"https://www.youtube.com/watch?v=a-B_c1d2e3f&amp;x=%22%3E%3Cb%3E\"",
        "Tonton di youtube.com",
        "rel=\"noopener\"",
    ] {
        assert!(rail.contains(part), "{part} in {rail}");
    }
    assert!(!rail.contains("VideoFrame") && !page.body.contains("<iframe"), "{rail}");
    assert!(!page.body.contains("<script>x"), "{rail}");
    assert!(site.get("/read/2/judul-2").await.body.contains("srclang=\"en\""));
    assert!(!page.header("content-security-policy").contains("frame-src"));
    assert!(page.header("content-security-policy").contains("media-src 'self'"));
}

#[tokio::test]
async fn where_the_settings_name_a_player_its_address_waits_for_a_click() {
    let settings =
        "videos.frames = ['https://www.youtube-nocookie.com']\nads.frames = ['https://ads.example.org']";
    let site = site(settings, &[watched("1", 20)]).await;
    let page = site.get("/read/1/judul-1").await;
    assert!(
        page.body.contains("https://www.youtube-nocookie.com/embed/a-B_c1d2e3f?autoplay=1"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("<iframe"));
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("frame-src https://ads.example.org https://www.youtube-nocookie.com;"),
        "{policy}"
    );
}

/// Asserts that the page has no link to a video.
fn assert_locked(answer: &TestResponse, how: &str) {
    for part in ["/video/", "Rekaman", "youtube", "Video Pilihan", "video-rail"] {
        assert!(!answer.body.contains(part), "{how}: {part} in {}", answer.body);
    }
}

/// Requests the fragment that replaces the gate.
async fn fragment(reader: &mut Reader, path: &str, form: &'static str) -> TestResponse {
    let request = reader
        .request(Request::post(path).header("x-fragment", "1"))
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded");
    reader.send(request.body(form.into()).unwrap()).await
}

#[tokio::test]
async fn the_videos_of_a_closed_article_are_for_who_may_read_it() {
    let paid = |id, cover| with(watched(id, 20), json!({"edition": "majalah", "cover_story": cover}));
    let site = Arc::new(site("", &[paid("m", false), paid("l", true), article("1", 20)]).await);
    let mut reader = Reader::join(&site, "sari@example.com").await;
    for path in
        ["/read/m/judul-m", "/read/m/judul-m/lite", "/read/l/judul-l", "/", "/majalah", "/topik/korea-utara"]
    {
        assert_locked(&site.get(path).await, path);
    }
    for path in ["/read/m/judul-m", "/read/m/judul-m/lite", "/read/l/judul-l"] {
        assert_locked(&reader.post_to(path, &[]).await, path);
        assert_locked(&fragment(&mut reader, path, "").await, path);
    }
    let fragment = self::fragment(&mut reader, "/read/m/judul-m", "open=1").await;
    assert!(fragment.body.contains("video-rail") && fragment.body.contains("/video/"), "{}", fragment.body);
    let whole = reader.post_to("/read/m/judul-m", &[]).await;
    assert!(whole.body.contains("Video Pilihan"), "{}", whole.body);
    let none = site.get("/read/1/judul-1").await;
    assert!(!none.body.contains("video-rail") && !none.body.contains("Video Pilihan"), "no video, no rail");
}

#[tokio::test]
async fn the_light_page_links_to_videos() {
    let site = site("", &[watched("1", 20)]).await;
    let page = site.get("/read/1/judul-1/lite").await;
    let (_, list) = page.body.split_once("Video Pilihan</h2>").unwrap();
    assert!(list.contains(".mp4\">Rekaman &lt;") && list.contains("(0,1 MB)"), "{list}");
    assert!(list.contains(">Di tempat lain</a> (youtube.com)"), "{list}");
    assert!(!page.body.contains("<video") && !page.body.contains("<iframe"));
}
