//! Recommended articles: the carousel, the reads behind it, and the sponsored items in it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use app::api::ApiError;
use chrono::{TimeDelta, Utc};
use domain::ad::Placed;
use domain::article::ArticleId;
use domain::recommendation::Recommender;
use domain::recommendations::WANTED;
use domain::sponsored::{Content, Sponsored, SponsoredStore};
use http::StatusCode;
use serde_json::{Value, json};
use server::recommendation::IndexUpdater;

use crate::fixtures::{article, newsroom, with};
use crate::reader::Reader;
use crate::reads::note;
use crate::site::{TestResponse, TestSite, clock};

fn sponsored(id: &str, cap_a_day: Option<u32>) -> Sponsored {
    let content = Content {
        sponsor: "Toko <Kita>".into(),
        title: "Kain & Benang".into(),
        href: "https://toko.example/?a=1&b=2".into(),
        picture: None,
        alt: None,
        weight: 1,
        cap_a_day,
    };
    Sponsored {
        id: ArticleId::parse(id).unwrap(),
        starts_at: clock() - TimeDelta::hours(1),
        ends_at: clock() + TimeDelta::hours(1),
        content,
    }
}

/// HTML of the carousel on an article's page; empty if there is none.
fn rail(page: &TestResponse) -> &str {
    let from = page.body.split_once("aria-labelledby=\"recommendations\"").map_or("", |(_, rest)| rest);
    from.split_once("</section>").map_or("", |(rail, _)| rail)
}

/// HTML of the related articles on a page; empty if there are none.
fn related(page: &TestResponse) -> &str {
    let from = page.body.split_once("aria-labelledby=\"terkait\"").map_or("", |(_, rest)| rest);
    from.split_once("</aside>").map_or("", |(related, _)| related)
}

/// Ids of the articles in the carousel, in order.
fn ids(page: &TestResponse) -> Vec<&str> {
    rail(page).split("data-recommended=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Requests an article with a new query, so that the page is rendered and not cached.
async fn fresh(site: &TestSite, id: &str, turn: usize) -> TestResponse {
    site.get(&format!("/read/{id}/judul-{id}?sebelum={turn}-x")).await
}

#[tokio::test]
async fn a_rail_of_others_stands_behind_the_text_each_with_its_reason() {
    let mut records = newsroom();
    records.push(with(article("pilihan", 3), json!({"editor_pick": "4", "tags": ["Banjir Rob"]})));
    records.push(with(article("banjir", 2), json!({"tags": ["Banjir Rob"], "title": "Rob Lagi"})));
    let site = TestSite::of(&records).await;
    // Until the index is ready, the newest articles are shown.
    let early = fresh(&site, "pilihan", 1).await;
    assert!(ids(&early).len() > 10 && rail(&early).contains("Baru terbit."), "{:?}", ids(&early));
    site.keep(&mut None).await;
    let page = fresh(&site, "pilihan", 2).await;
    let found = ids(&page);
    assert!(
        page.body.contains("Pilihan Editor:") && !found.contains(&"4"),
        "it stands there already: {found:?}"
    );
    assert!(related(&page).contains("/read/banjir/") && !found.contains(&"banjir"), "{found:?}");
    assert!(!found.contains(&"pilihan") && !found.contains(&"depan-1"), "itself, the future: {found:?}");
    let unique: std::collections::BTreeSet<_> = found.iter().collect();
    assert_eq!(unique.len(), found.len());
    assert_eq!(rail(&page).matches("Mengapa disarankan?").count(), found.len());
    let places = ["Isi artikel pilihan", "Berita Terkait", "Rekomendasi Artikel", "Sebelumnya", "Berikutnya"];
    let places = places.map(|place| page.body.find(place).unwrap_or_else(|| panic!("{place}")));
    assert!(places.is_sorted(), "{places:?}");
    assert!(!page.body.contains("Konten Sponsor") && !page.body.contains("pihak ketiga"));
    assert_eq!(rail(&site.get("/read/pilihan/judul-pilihan/lite").await), "");
}

/// Ids of the articles to which a part of a page links.
fn linked(part: &str) -> BTreeSet<&str> {
    part.split("href=\"/read/").skip(1).filter_map(|rest| rest.split('/').next()).collect()
}

/// Records of the demo newsroom without pictures, published at intervals of one hour until now.
fn demo() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../demo");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    files.sort();
    let text: String = files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let records = text.lines().zip(1..).map(|(line, hours)| {
        let at = clock() - TimeDelta::hours(hours);
        let record: Value = serde_json::from_str(line).unwrap();
        let id = record["id"].clone();
        // Every third article has an editor's pick, unless it would be the article itself.
        let pick = (hours % 3 == 0).then(|| record["editor_pick"].clone()).filter(|pick| *pick != id);
        with(record, json!({"published_at": at.to_rfc3339(), "updated_at": null, "image": null, "videos": [], "corrections": [], "editor_pick": pick}))
    });
    records.collect()
}

#[tokio::test]
async fn no_article_of_the_demo_newsroom_stands_twice_on_a_page() {
    let records = demo();
    let site = Arc::new(TestSite::of(&records).await);
    let mut index_updater = None;
    for turn in 0..2 {
        site.keep(&mut index_updater).await;
        let mut with_related = 0;
        for record in &records {
            let id = record["id"].as_str().unwrap();
            let path = site.get(&format!("/read/{id}/x")).await.header("location").to_owned();
            let page = site.get(&format!("{path}?sebelum={turn}-x")).await;
            let (next, related) = (ids(&page), linked(related(&page)));
            let pick = page.body.split_once("class=\"editor-pick\"").map_or("", |(_, rest)| rest);
            let pick = linked(pick.split_once("</p>").map_or("", |(pick, _)| pick));
            let mut shown = vec![id];
            shown.extend(next.iter().chain(&related).chain(&pick));
            assert_eq!(shown.iter().collect::<BTreeSet<_>>().len(), shown.len(), "{path}: {shown:?}");
            assert_eq!(next.len(), 20, "{path}");
            assert_eq!(page.body.contains("id=\"terkait\""), !related.is_empty(), "no heading without cards");
            with_related += usize::from(!related.is_empty());
        }
        assert!(with_related * 2 > records.len(), "{with_related} of {}", records.len());
        // The lists are checked again after every article has been read, each followed by the next.
        for pair in records.windows(2) {
            let [from, to] = [&pair[0], &pair[1]].map(|record| record["id"].as_str().unwrap());
            for number in 0..4 {
                note(&mut Reader::at(&site, number), to, from).await;
            }
        }
    }
}

#[tokio::test]
async fn what_readers_open_next_is_offered_on_every_server() {
    let mut records = newsroom();
    // The other titles differ only by a number and count as the same story, which is not recommended. This one is different.
    records.push(with(
        article("pergi", 2),
        json!({"title": "Kapal Berangkat", "body_html": "<p>Layar terkembang di dermaga utara.</p>"}),
    ));
    let site = Arc::new(TestSite::of(&records).await);
    let other = Arc::new(TestSite::beside(&site).await);
    let (mut here, mut there) = (None, None);
    site.keep(&mut here).await;
    other.keep(&mut there).await;
    for number in 0..20 {
        let mut reader = Reader::at(&site, number);
        assert_eq!(note(&mut reader, "7", "").await, StatusCode::OK);
        assert_eq!(note(&mut reader, "pergi", "7").await, StatusCode::OK);
    }
    assert_ne!(ids(&fresh(&other, "7", 1).await)[0], "pergi");
    site.keep(&mut here).await;
    other.keep(&mut there).await;
    let page = fresh(&other, "7", 2).await;
    assert_eq!(ids(&page)[0], "pergi", "what one server counted, the other offers");
    assert!(rail(&page).contains("Banyak dibuka pembaca setelah artikel ini."));
    // Reads are counted once, however often the index is updated.
    for _ in 0..3 {
        other.keep(&mut there).await;
    }
    let first = async |site: &TestSite| {
        let lists = site.engine.beside(&ArticleId::parse("7").unwrap(), clock(), WANTED).await;
        lists.next
    };
    let level = first(&other).await;
    site.keep(&mut here).await;
    let same = first(&site).await;
    assert!((level[0].score - same[0].score).abs() < 1e-9, "{level:?} {same:?}");
    // A server that starts later loads the same counts.
    let late = TestSite::beside(&site).await;
    late.keep(&mut None).await;
    assert_eq!(ids(&fresh(&late, "7", 3).await)[0], "pergi");
}

#[tokio::test]
async fn what_is_imported_and_withdrawn_is_known_at_the_next_turn() {
    let site = TestSite::of(&newsroom()).await;
    let mut index_updater = None;
    site.keep(&mut index_updater).await;
    site.import(&[with(
        article("baru", 21),
        json!({"title": "Baru Sekali", "published_at": "2024-06-21T11:59:00+07:00"}),
    )])
    .await;
    site.keep(&mut index_updater).await;
    let knows = |id: &str| site.engine.with_index(|index| index.knows(&ArticleId::parse(id).unwrap()));
    assert!(knows("baru"));
    let withdrawn = json!({"corrections": [{"kind": "pencabutan", "noted_at": "2024-06-21T11:00:00+07:00", "text": "Keliru."}]});
    site.import(&[with(article("7", 7), withdrawn)]).await;
    site.keep(&mut index_updater).await;
    assert!(!knows("7") && knows("8"));
}

#[tokio::test]
async fn a_history_is_its_readers_alone_and_ends_when_the_reader_wants() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut sari = Reader::join(&site, "sari@example.com").await;
    let ask =
        async |reader: &mut Reader, id: &str| reader.call::<Vec<String>>("history", &[("article", id)]).await;
    let (none, seven) = (Ok(vec![]), Ok(vec!["7".to_owned()]));
    assert_eq!(ask(&mut sari, "7").await, none);
    for other in ["depan-1", "tidak-ada", "a b"] {
        assert_eq!(ask(&mut sari, other).await, seven, "{other}");
    }
    assert_eq!(ask(&mut sari, "8").await, seven);
    assert_eq!(ask(&mut Reader::join(&site, "budi@example.com").await, "8").await, none);
    assert_eq!(ask(&mut Reader::new(&site), "8").await, Err(ApiError::SignedOut));
    let account = sari.get("/akun").await.body;
    assert!(
        account.contains("Judul 7") && account.contains("Judul 8") && account.contains("/api/forget_history")
    );
    assert!(
        sari.post("download", &[]).await.body.contains("\"history\":[{\"article\":\"8\"")
            || sari.post("download", &[]).await.body.contains("\"history\":[{\"article\":\"7\"")
    );
    assert_eq!(sari.post("forget_history", &[]).await.header("location"), "/akun");
    assert_eq!(ask(&mut sari, "").await, none);
    assert_eq!(ask(&mut sari, "7").await, none);
    // Switching the history off deletes it; switching it on again does not bring it back.
    sari.post("use_history", &[]).await;
    assert_eq!(ask(&mut sari, "8").await, none);
    sari.post("use_history", &[("uses", "1")]).await;
    assert_eq!(ask(&mut sari, "").await, none);
}

#[tokio::test]
async fn sponsored_items_stand_in_their_places_with_all_that_must_be_said() {
    let mut records = newsroom();
    records.push(with(
        article("cabut", 4),
        json!({"corrections": [{"kind": "pencabutan", "noted_at": "2024-06-20T11:00:00+07:00", "text": "Keliru."}]}),
    ));
    let site = TestSite::of(&records).await;
    site.keep(&mut None).await;
    let items = [sponsored("s1", None), sponsored("s2", None)];
    assert_eq!(
        site.database.save_sponsored(&items).await.unwrap(),
        Placed { created: 2, ..Placed::default() }
    );
    let page = site.get("/read/7/judul-7").await;
    let items: Vec<&str> = rail(&page).split("<li ").skip(1).collect();
    for (place, item) in items.iter().enumerate() {
        let is_paid = [2, 8].contains(&place);
        assert_eq!(item.contains("sponsored-card"), is_paid, "{place}");
        for part in [
            "Konten Sponsor",
            "Toko &lt;Kita&gt;",
            "rel=\"sponsored nofollow noopener\"",
            "Konten sponsor dibuat dan ditayangkan oleh pihak ketiga, bukan oleh redaksi Warta, dan bukan karya jurnalistik.",
        ] {
            assert_eq!(item.contains(part), is_paid, "{place}: {part}");
        }
        assert!(!is_paid || !item.contains("data-recommended"), "no browser moves it");
    }
    assert!(items.len() > 9, "{}", items.len());
    // The sponsored items do not depend on the reader, so the page is the same for everyone.
    assert_eq!(page.header("etag"), site.get("/read/7/judul-7").await.header("etag"));
    let withdrawn = site.get("/read/cabut/judul-cabut").await;
    assert!(withdrawn.status == StatusCode::GONE && !withdrawn.body.contains("Konten Sponsor"));
    let site = TestSite::set(&newsroom(), "recommendation.sponsored_slots = []").await;
    site.database.save_sponsored(&[sponsored("s1", None)]).await.unwrap();
    assert!(!site.get("/read/7/judul-7").await.body.contains("Konten Sponsor"));
}

#[tokio::test]
async fn a_sponsored_item_is_seen_as_often_as_was_agreed() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut index_updater: Option<IndexUpdater> = None;
    site.keep(&mut index_updater).await;
    site.database.save_sponsored(&[sponsored("s1", Some(3))]).await.unwrap();
    assert!(fresh(&site, "7", 1).await.body.contains("Konten Sponsor"));
    for number in 0..3 {
        note(&mut Reader::at(&site, number), "7", "").await;
    }
    site.keep(&mut index_updater).await;
    assert!(!fresh(&site, "7", 2).await.body.contains("Konten Sponsor"));
    let day = clock().with_timezone(&chrono_tz::Asia::Jakarta).date_naive();
    let running = site.database.sponsored(clock().with_timezone(&Utc), day).await.unwrap();
    assert_eq!(running[0].views_today, 3);
    let tomorrow = site.database.sponsored(clock(), day.succ_opt().unwrap()).await.unwrap();
    assert_eq!(tomorrow[0].views_today, 0);
}
