//! Headlines, bylines and tags with hostile markup, which pages have to escape.

use serde_json::{Value, json};

use crate::fixtures::{article, with};
use crate::site::TestSite;

const PAYLOADS: [&str; 9] = [
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "javascript:alert(1)//",
];

fn hostile(id: usize, payload: &str) -> Value {
    let name = format!("{payload} {id}");
    let id = id.to_string();
    with(
        article(&id, 19),
        json!({
            "title": name, "summary": name, "section": name, "tags": [name], "reporters": [name], "editors": [name],
            "agency": name, "place": name,
            "image": {"src": format!("https://example.com/{payload}"), "alt": name, "caption": name, "credit": name},
            "body_html": format!("<p>{payload}</p><a href=\"{payload}\">x</a><a href='javascript:alert(1)'>y</a><h1>Kepala</h1>"),
        }),
    )
}

/// Parts of a page that a browser may read as tags: everything between `<` and `>`.
fn tags(page: &str) -> Vec<&str> {
    page.split('<').skip(1).filter_map(|rest| rest.split('>').next()).collect()
}

#[tokio::test]
async fn headlines_bylines_and_tags_are_words_on_every_page() {
    let records: Vec<Value> = PAYLOADS.iter().enumerate().map(|(id, payload)| hostile(id, payload)).collect();
    let site = TestSite::of(&records).await;
    let mut paths = vec!["/".to_owned(), "/tidak-ada".to_owned()];
    let front = site.get("/").await.body;
    for href in front.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let is_page = !href.contains('.');
        if is_page && href.starts_with('/') && !paths.iter().any(|path| path == href) {
            paths.push(href.to_owned());
        }
    }
    for id in 0..PAYLOADS.len() {
        let page = site.get(&format!("/read/{id}")).await;
        paths.push(page.header("location").to_owned());
    }
    assert!(paths.len() > 20, "{paths:?}");
    let innocent = site.get("/koran").await.body.matches("<script").count();
    for path in paths {
        let page = site.get(&path).await.body;
        let data = page.matches("<script type=\"application/ld+json\">").count();
        assert!(data <= 2, "{path}: {page}");
        assert_eq!(page.matches("<script").count() - data, innocent, "{path}: {page}");
        for tag in tags(&page) {
            let name = tag.split([' ', '/']).next().unwrap_or_default();
            assert!(name != "svg", "{path}: <{tag}>");
            let in_tag = ["onerror=alert", "onload=alert", "onmouseover='"]
                .iter()
                .any(|word| unquoted(tag).contains(word));
            assert!(!in_tag, "{path}: <{tag}>");
            let leads = ["href=\"javascript:", "src=\"javascript:"]
                .iter()
                .any(|word| tag.to_ascii_lowercase().contains(word));
            assert!(!leads, "{path}: <{tag}>");
        }
    }
}

/// Removes the quoted attribute values from a tag.
fn unquoted(tag: &str) -> String {
    tag.split('"').step_by(2).collect()
}

#[tokio::test]
async fn a_hostile_headline_is_read_as_it_was_written() {
    let site = TestSite::of(&[hostile(0, PAYLOADS[0])]).await;
    let location = site.get("/read/0").await;
    let page = site.get(location.header("location")).await.body;
    assert!(
        page.contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; 0 – Warta</title>"),
        "{page}"
    );
    let data = page.split("<script type=\"application/ld+json\">").nth(1).unwrap();
    let data: Value = serde_json::from_str(data.split("</script>").next().unwrap()).unwrap();
    assert_eq!(data["headline"], hostile(0, PAYLOADS[0])["title"]);
    let chapter = page.split("<h2 id=\"bab-1\"").nth(1).and_then(|rest| rest.split("</h2>").next());
    assert!(
        chapter.is_some_and(|chapter| chapter.contains("Kepala")),
        "a headline inside a text is a subhead"
    );
}
