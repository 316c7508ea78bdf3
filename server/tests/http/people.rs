//! Pages of people, topics and issues, with and without profiles.

use domain::profile::{Contact, Profile, ProfileContent, ProfileKind, ProfileStore};
use domain::slug::Slug;
use http::StatusCode;
use serde_json::json;

use crate::fixtures::{article, newsroom, with};
use crate::site::TestSite;

fn profile(kind: ProfileKind, name: &str, content: ProfileContent) -> Profile {
    Profile { kind, slug: Slug::from_text(name).unwrap(), name: name.to_owned(), content, sanitiser: 9 }
}

fn about(words: &str) -> ProfileContent {
    ProfileContent {
        about_html: format!("<p>{words} &amp; <em>lain</em>.</p>"),
        description: format!("{words} & lain."),
        ..ProfileContent::default()
    }
}

async fn site() -> TestSite {
    let site = TestSite::of(&newsroom()).await;
    let nadira = ProfileContent {
        role: Some("Reporter <dunia>".into()),
        contact: Some(Contact::Email("nadira@example.com".into())),
        ..about("Menulis tentang sungai")
    };
    let profiles = [
        profile(ProfileKind::Person, "Nadira", nadira),
        profile(ProfileKind::Topic, "Korea Utara", about("Semua tentang utara")),
        profile(ProfileKind::Person, "Belum Menulis", about("Baru masuk")),
        profile(ProfileKind::Topic, "Belum Terbit", about("Nanti")),
    ];
    site.database.save_profiles(&profiles).await.unwrap();
    site
}

#[tokio::test]
async fn a_person_has_an_introduction_a_contact_and_subjects() {
    let site = site().await;
    let page = site.get("/penulis/nadira").await.body;
    for part in [
        "<h1 class=\"list__name\">Nadira</h1>",
        "Reporter &lt;dunia&gt;",
        "<p>Menulis tentang sungai &amp; <em>lain</em>.</p>",
        "href=\"mailto:nadira@example.com\"",
        "href=\"/rubrik/dunia\"",
        "href=\"/topik/korea-utara\"",
        "Bidang liputan",
        "<meta name=\"description\" content=\"Menulis tentang sungai &amp; lain.\">",
        "href=\"https://warta.example/penulis/nadira\" rel=\"canonical\"",
        "aria-current=\"page\">Penulis",
        "Judul 20",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let english = site.get("/en/penulis/nadira").await.body;
    for part in ["lang=\"id\">", "Covers", "href=\"/en/rubrik/dunia\""] {
        assert!(english.contains(part), "{part} is not in {english}");
    }
    // Without a profile, the page has what is known from the articles.
    let page = site.get("/penulis/sita").await.body;
    assert!(
        page.contains("Bidang liputan")
            && !page.contains("Kontak")
            && !page.contains("profile-header__about")
    );
}

#[tokio::test]
async fn who_has_a_profile_and_no_article_is_unknown() {
    let site = site().await;
    for path in ["/penulis/belum-menulis", "/topik/belum-terbit", "/penulis/korea-utara", "/topik/nadira"] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_topic_has_an_introduction_and_a_lead_and_names_each_article_once() {
    let site = site().await;
    let first = site.get("/topik/korea-utara").await.body;
    assert!(first.contains("Semua tentang utara") && first.contains("class=\"lead-story\""), "{first}");
    assert!(first.contains("Ditulis oleh") && first.contains("href=\"/penulis/nadira\""), "{first}");
    assert!(first.contains("Juni 2024"));
    let next = first.split_once("rel=\"next\"").unwrap().1.split('"').nth(1).unwrap();
    let second = site.get(next).await.body;
    assert!(!second.contains("Semua tentang utara") && !second.contains("lead-story"), "{second}");
    let links = |page: &str| {
        let links = page.split("<a href=\"/read/").skip(1).filter_map(|rest| rest.split('/').next());
        links.map(str::to_owned).collect::<Vec<_>>()
    };
    let mut seen = [links(&first), links(&second)].concat();
    assert_eq!(seen.len(), 23);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 23, "each article once");
}

#[tokio::test]
async fn an_issue_has_an_address_and_ways_to_its_neighbours() {
    let mut records = newsroom();
    let magazine = |id: &str, day| with(article(id, day), json!({"edition": "majalah"}));
    records.extend([magazine("lama-1", 1), magazine("lama-2", 12), magazine("lain-1", 17)]);
    let site = TestSite::of(&records).await;
    let newest = site.get("/majalah").await.body;
    for part in [
        "<h1 class=\"list__name\">Majalah</h1>",
        "Edisi 17–23 Juni 2024",
        "lead-story--cover",
        "Judul laput-1",
        "Judul majalah-1",
        "Judul lain-1",
        "href=\"/majalah/2024/06/16\"",
        "href=\"/majalah/2024/06/02\"",
        "href=\"https://warta.example/majalah\" rel=\"canonical\"",
    ] {
        assert!(newest.contains(part), "{part} is not in {newest}");
    }
    assert!(!newest.contains("Edisi berikutnya"));
    let issue = site.get("/majalah/2024/06/16").await.body;
    for part in [
        "<h1 class=\"list__name\">10–16 Juni 2024</h1>",
        "Judul lama-2",
        "href=\"/majalah/2024/06/23\"",
        "href=\"/majalah/2024/06/02\"",
        "<a href=\"/majalah\">Majalah</a>",
        "href=\"https://warta.example/majalah/2024/06/16\" rel=\"canonical\"",
    ] {
        assert!(issue.contains(part), "{part} is not in {issue}");
    }
    assert!(!issue.contains("Judul lain-1"));
    assert!(site.get("/majalah/2024/06/02").await.body.contains("27 Mei – 2 Juni 2024"));
    let koran = site.get("/koran/2024/06/20").await.body;
    assert!(
        koran.contains("<h1 class=\"list__name\">Kamis, 20 Juni 2024</h1>")
            && koran.contains("Judul koran-1")
    );
    assert!(site.get("/en/koran").await.body.contains("Issue of Thursday, 20 June 2024"));
    for (path, to) in
        [("/majalah/2024/06/12", "/majalah/2024/06/16"), ("/majalah/2024/6/16", "/majalah/2024/06/16")]
    {
        let moved = site.get(path).await;
        assert_eq!((moved.status, moved.header("location")), (StatusCode::PERMANENT_REDIRECT, to), "{path}");
    }
}

#[tokio::test]
async fn an_issue_that_is_not_there_is_unknown() {
    let site = TestSite::of(&newsroom()).await;
    for path in [
        "/majalah/2024/06/09",
        "/majalah/2024/06/08",
        "/majalah/2024/02/30",
        "/majalah/2024/06/x",
        "/majalah/2024/06",
        "/majalah/99999999999/1/1",
        "/majalah/9999/12/31",
        "/koran/2024/06/19",
        "/koran/0000/00/00",
        "/koran/2031/01/01",
        "/online/2024/06/20",
        "/koran?sebelum=1-1",
    ] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(site.get("/koran?sebelum=x").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn an_opinion_names_its_author_in_lists() {
    let opinion = |id: &str| {
        with(
            article(id, 20),
            json!({"section": "Opini", "reporters": ["Rosnida", "Damar"], "editors": ["Sita"]}),
        )
    };
    let mut records = newsroom();
    records.extend([opinion("opini-1"), opinion("opini-2")]);
    let site = TestSite::of(&records).await;
    for path in ["/", "/rubrik/opini", "/penulis/sita"] {
        let page = site.get(path).await.body;
        let named = page.matches("<span class=\"article-card__author\">Rosnida dan Damar</span>").count();
        assert_eq!(named, 2, "{path}: {page}");
    }
    // On the page of one of them, only the other is named.
    let page = site.get("/penulis/rosnida").await.body;
    assert!(page.contains("<span class=\"article-card__author\">Damar</span>"), "{page}");
}
