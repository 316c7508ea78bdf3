//! Structured data and properties for link previews, by the lists of required and recommended fields that Google publishes.

use http::{Request, StatusCode};
use serde_json::{Value, json};
use server::http::Peer;

use crate::fixtures::{CANARY, article, long_body, newsroom, with};
use crate::site::{HOST, TestSite};

const SETTINGS: &str = "quota.crawlers = { networks = ['203.0.113.0/24'], names = [] }";

/// All data of a page, by type.
fn data(page: &str) -> Vec<Value> {
    let scripts = page.split("<script type=\"application/ld+json\">").skip(1);
    scripts.map(|script| serde_json::from_str(script.split("</script>").next().unwrap()).unwrap()).collect()
}

fn of_type(page: &str, kind: &str) -> Value {
    let found = data(page).into_iter().find(|data| data["@type"] == kind);
    found.unwrap_or_else(|| panic!("no {kind} in {page}"))
}

/// Contents of a `meta` element, in order.
fn metas<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let metas = page.split("<meta ").skip(1).filter_map(|rest| rest.split('>').next());
    let named = metas.filter(|meta| meta.contains(&format!("\"{name}\"")));
    named.filter_map(|meta| meta.split("content=\"").nth(1)?.split('"').next()).collect()
}

fn pictured(record: Value) -> Value {
    with(
        record,
        json!({"image": {"src": "p.gif", "alt": "Titik", "caption": "Sebuah titik.", "credit": "Kami"}}),
    )
}

async fn site(settings: &str, records: &[Value]) -> TestSite {
    let site = TestSite::set(&[], settings).await;
    let pixel = b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    std::fs::write(site.folder().join("p.gif"), pixel).unwrap();
    std::fs::write(
        site.folder().join("v.mp4"),
        b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41\0\0\0\x0cmdatisi!",
    )
    .unwrap();
    assert_eq!(site.import(records).await.created, records.len() as u64);
    site
}

#[tokio::test]
async fn an_article_has_what_search_engines_require_and_recommend() {
    let record = with(
        pictured(article("7", 19)),
        json!({
            "updated_at": "2024-06-20T12:00:00+07:00", "body_html": "<p>Satu dua tiga.</p>",
            "videos": [{"title": "Rekaman", "src": "v.mp4", "poster": "p.gif"}],
        }),
    );
    let agency = with(article("8", 19), json!({"reporters": [], "agency": "KANTOR"}));
    let nobody = with(article("9", 19), json!({"reporters": []}));
    let site = site("", &[record, agency, nobody]).await;
    let page = site.get("/read/7/judul-7").await.body;
    let news = of_type(&page, "NewsArticle");
    let address = "https://warta.example/read/7/judul-7";
    for (field, expected) in [
        ("headline", json!("Judul 7")),
        ("description", json!("Ringkasan 7.")),
        ("datePublished", json!("2024-06-19T05:00:00Z")),
        ("dateModified", json!("2024-06-20T05:00:00Z")),
        ("url", json!(address)),
        ("mainEntityOfPage", json!({"@type": "WebPage", "@id": address})),
        (
            "author",
            json!([{"@type": "Person", "name": "Nadira", "url": "https://warta.example/penulis/nadira"}]),
        ),
        ("articleSection", json!("Dunia")),
        ("keywords", json!(["Korea Utara"])),
        ("wordCount", json!(3)),
        ("isAccessibleForFree", json!(true)),
        ("inLanguage", json!("id")),
    ] {
        assert_eq!(news[field], expected, "{field}");
    }
    assert!(news.get("hasPart").is_none());
    let picture = &news["image"][0];
    assert_eq!((&picture["width"], &picture["height"]), (&json!(1), &json!(1)));
    let path = picture["url"].as_str().unwrap().strip_prefix("https://warta.example").unwrap();
    assert_eq!(site.get(path).await.status, StatusCode::OK, "the picture is there");
    let publisher = &news["publisher"];
    assert_eq!((&publisher["@type"], &publisher["name"]), (&json!("NewsMediaOrganization"), &json!("Warta")));
    assert_eq!(publisher["logo"]["url"], "https://warta.example/logo.svg");
    assert_eq!(publisher["correctionsPolicy"], "https://warta.example/koreksi");
    assert!(publisher.get("ethicsPolicy").is_none(), "a page that is not there is not named");
    let video = &news["video"][0];
    assert_eq!((&video["@type"], &video["name"]), (&json!("VideoObject"), &json!("Rekaman")));
    assert_eq!(video["uploadDate"], "2024-06-19T05:00:00Z");
    assert!(video["thumbnailUrl"][0].is_string() && video["contentUrl"].is_string(), "{video}");
    let steps = of_type(&page, "BreadcrumbList")["itemListElement"].clone();
    let steps: Vec<_> = steps
        .as_array()
        .unwrap()
        .iter()
        .map(|step| (step["position"].as_u64().unwrap(), step["item"].as_str().unwrap().to_owned()))
        .collect();
    let expected = ["https://warta.example/", "https://warta.example/rubrik/dunia", address];
    assert_eq!(steps, (1..).zip(expected.map(str::to_owned)).collect::<Vec<_>>());
    for (id, kind, name) in [("8", "Organization", "KANTOR"), ("9", "NewsMediaOrganization", "Warta")] {
        let news = of_type(&site.get(&format!("/read/{id}/judul-{id}")).await.body, "NewsArticle");
        assert_eq!((&news["author"][0]["@type"], &news["author"][0]["name"]), (&json!(kind), &json!(name)));
    }
}

#[tokio::test]
async fn link_previews_know_an_article() {
    let record = with(pictured(article("7", 19)), json!({"updated_at": "2024-06-20T12:00:00+07:00"}));
    let site = site("", &[record, article("8", 19)]).await;
    let page = site.get("/read/7/judul-7").await.body;
    for (name, expected) in [
        ("og:type", "article"),
        ("og:site_name", "Warta"),
        ("og:locale", "id_ID"),
        ("og:image:width", "1"),
        ("og:image:height", "1"),
        ("og:image:alt", "Titik"),
        ("twitter:card", "summary_large_image"),
        ("robots", "max-image-preview:large"),
        ("article:published_time", "2024-06-19T05:00:00Z"),
        ("article:modified_time", "2024-06-20T05:00:00Z"),
        ("article:author", "https://warta.example/penulis/nadira"),
        ("article:section", "Dunia"),
        ("article:tag", "Korea Utara"),
    ] {
        assert_eq!(metas(&page, name), [expected], "{name}");
    }
    assert_eq!(metas(&site.get("/read/8/judul-8").await.body, "twitter:card"), ["summary"]);
    let account = site.get("/masuk").await.body;
    assert_eq!(metas(&account, "robots"), [""; 0], "nothing of a page that is one reader's own");
    assert!(!account.contains("rss.xml") && !account.contains("twitter:card"));
}

#[tokio::test]
async fn lists_people_and_the_front_page_have_data_of_their_kinds() {
    let site = TestSite::of(&newsroom()).await;
    for (path, kind) in [
        ("/", "NewsMediaOrganization"),
        ("/rubrik/dunia", "BreadcrumbList"),
        ("/topik/korea-utara", "BreadcrumbList"),
        ("/penulis/nadira", "BreadcrumbList"),
        ("/koran", "BreadcrumbList"),
        ("/koran/2024/06/20", "BreadcrumbList"),
    ] {
        let found = of_type(&site.get(path).await.body, kind);
        assert_eq!(found["@context"], "https://schema.org", "{path}");
    }
    let person = of_type(&site.get("/penulis/nadira").await.body, "ProfilePage")["mainEntity"].clone();
    assert_eq!((&person["@type"], &person["name"]), (&json!("Person"), &json!("Nadira")));
    assert_eq!(person["url"], "https://warta.example/penulis/nadira");
    assert_eq!(person["worksFor"]["name"], "Warta");
}

#[tokio::test]
async fn the_code_of_ethics_is_named_where_it_is_there() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("10-kode-etik.md"), "# Kode Etik\n\nKami memeriksa.\n").unwrap();
    let site = TestSite::set(&newsroom(), &format!("site.pages = '{}'", folder.path().display())).await;
    let publisher = of_type(&site.get("/").await.body, "NewsMediaOrganization");
    assert_eq!(publisher["ethicsPolicy"], "https://warta.example/tentang/kode-etik");
    assert_eq!(site.get("/tentang/kode-etik").await.status, StatusCode::OK);
}

/// Words outside of tags.
fn words(html: &str) -> String {
    let text: String =
        html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn what_is_withheld_is_marked_exactly_and_is_on_no_public_page() {
    let site = TestSite::set(&newsroom(), SETTINGS).await;
    let path = "/read/koran-1/judul-koran-1";
    let public = site.get(path).await.body;
    let news = of_type(&public, "NewsArticle");
    assert_eq!(news["isAccessibleForFree"], false);
    let part = &news["hasPart"];
    assert_eq!(
        (&part["isAccessibleForFree"], &part["cssSelector"]),
        (&json!(false), &json!(".article-withheld"))
    );
    assert!(
        news.get("wordCount").is_none() && news.get("video").is_none(),
        "nothing tells of the locked text"
    );
    let mark = "<div class=\"article-withheld\">";
    assert_eq!(public.matches(mark).count(), 1, "the place of what is withheld");
    let (before, behind) = public.split_once(mark).unwrap();
    assert!(
        before.contains("Alinea pembuka") && !behind.contains("Alinea pembuka"),
        "the teaser is not in it"
    );
    assert!(behind.contains("class=\"gate") && !public.contains(CANARY));

    let request = Request::get(path).header("host", HOST).header("user-agent", "Perayapbot/1.0");
    let request =
        request.extension(Peer("203.0.113.7".parse().unwrap())).body(axum::body::Body::empty()).unwrap();
    let whole = site.send_all(request).await.body;
    let (_, text) = whole.split_once("class=\"article-body").unwrap_or_else(|| panic!("{whole}"));
    let (text, _) = text.split_once("</div></div>").unwrap_or_else(|| panic!("{text}"));
    // The teaser is plain paragraphs: the first of the text, the last one cut short within a paragraph.
    let (_, teaser) = public.split_once("article-body--teaser").unwrap();
    let teaser = words(teaser.split_once('>').unwrap().1.split("</div>").next().unwrap());
    let marked: Vec<&str> = ["<div class=\"article-withheld\">", "<span class=\"article-withheld\">"]
        .into_iter()
        .filter(|mark| text.contains(mark))
        .collect();
    assert!(!marked.is_empty(), "{text}");
    let first = marked.iter().filter_map(|mark| text.find(mark)).min().unwrap();
    let shown = words(text[..first].split_once('>').unwrap().1);
    assert_eq!(shown, teaser.trim_end_matches('…').trim(), "all before the mark is the teaser");
    assert!(text[first..].contains(CANARY));
    let free = of_type(&site.get("/read/20/judul-20").await.body, "NewsArticle");
    assert!(free.get("hasPart").is_none());
    let long = with(article("panjang", 20), json!({"body_html": long_body()}));
    site.import(&[long]).await;
    assert!(!site.get("/read/panjang/judul-panjang").await.body.contains("article-withheld"));
}
