//! Corrections: on the article, on the article that explains them, and on the list of all corrections.

use http::StatusCode;
use serde_json::{Value, json};

use crate::fixtures::{CANARY, article, long_body, newsroom, with};
use crate::site::TestSite;

fn corrected(mut record: Value, kind: &str, day: u32, text: &str, told_in: Option<&str>) -> Value {
    record["corrections"] = json!([
        {"kind": kind, "noted_at": format!("2024-06-{day:02}T15:00:00+07:00"), "text": text, "article": told_in}
    ]);
    record
}

#[tokio::test]
async fn a_correction_stands_on_its_article_where_it_is_told_and_on_the_list() {
    let mut records = vec![
        corrected(article("7", 19), "hak_jawab", 20, "Perhimpunan menjawab.", Some("8")),
        article("8", 20),
        corrected(article("9", 18), "ralat", 19, "Namanya <b>keliru</b>.", None),
        // This correction lies in the future of the tests' clock.
        corrected(article("10", 18), "koreksi", 30, "Besok.", None),
    ];
    let site = TestSite::of(&records).await;
    let page = site.get("/read/7/judul-7").await.body;
    let (notice, body) = (page.find("Perhimpunan menjawab.").unwrap(), page.find("Isi artikel 7.").unwrap());
    assert!(notice < body, "nobody reads on without");
    assert!(page.contains("Hak Jawab") && page.contains("Kamis, 20 Juni 2024 | 15.00 WIB"), "{page}");
    assert!(page.contains("<a href=\"/read/8/judul-8\">Judul 8"), "{page}");
    let told = site.get("/read/8/judul-8").await.body;
    assert!(told.contains("melengkapi atau membetulkan"), "{told}");
    assert!(told.contains("<a href=\"/read/7/judul-7\">Judul 7"), "{told}");
    assert!(!site.get("/read/10/judul-10").await.body.contains("Besok."));

    let list = site.get("/koreksi").await;
    assert_eq!(list.status, StatusCode::OK);
    let (newer, older) = (
        list.body.find("Perhimpunan menjawab.").unwrap(),
        list.body.find("Namanya &lt;b&gt;keliru").unwrap(),
    );
    assert!(newer < older && !list.body.contains("Besok."), "{}", list.body);
    assert!(site.get("/").await.body.contains("href=\"/koreksi\""), "the foot leads there");

    records.clear();
    for number in 1..=45 {
        let record = article(&format!("a{number}"), 1);
        records.push(corrected(record, "ralat", 1 + number % 20, &format!("Ke-{number}."), None));
    }
    let site = TestSite::of(&records).await;
    let (mut path, mut seen) = ("/koreksi".to_owned(), 0);
    loop {
        let page = site.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        seen += page.body.matches("corrections__item\"").count();
        let Some((_, next)) = page.body.split_once("rel=\"next\" href=\"") else { break };
        path = next.split_once('"').unwrap().0.to_owned();
    }
    assert_eq!(seen, 45);
    for bad in ["/koreksi?sebelum=x", "/koreksi?sebelum=99999999999999999999-a"] {
        assert_eq!(site.get(bad).await.status, StatusCode::BAD_REQUEST, "{bad}");
    }
}

#[tokio::test]
async fn a_withdrawn_article_has_a_page_without_its_text() {
    let free = with(article("7", 19), json!({"body_html": long_body()}));
    let paid = with(article("8", 19), json!({"body_html": long_body(), "edition": "koran"}));
    let mut records = newsroom();
    records.retain(|record| record["id"] != "7" && record["id"] != "8");
    records.push(corrected(free, "pencabutan", 19, "Artikel ini dicabut.", None));
    records.push(corrected(paid, "pencabutan", 19, "Artikel ini juga.", None));
    let site = TestSite::of(&records).await;
    for path in ["/read/7/judul-7", "/read/8/judul-8"] {
        let page = site.get(path).await;
        assert_eq!(page.status, StatusCode::GONE, "search engines forget it");
        assert!(page.body.contains("Pencabutan"), "{path}");
        for gone in [CANARY, "Alinea pembuka", "class=\"gate\""] {
            assert!(!page.body.contains(gone), "{path} shows {gone}");
        }
    }
    assert!(!site.get("/rubrik/dunia").await.body.contains("/read/7/"), "no list leads there");
}
