//! `warta import feed`: entries of RSS, Atom and JSON Feed.

use serde_json::Value;

use crate::newsroom::Newsroom;

const RSS: &str = r#"<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>x</title><link>https://lama.example</link><description>x</description>
<item><title>Judul &amp;amp; satu</title><guid>satu</guid><link>https://lama.example/satu</link><pubDate>Wed, 19 Jun 2024 05:00:00 +0000</pubDate>
<dc:creator>Nadira</dc:creator><category>Dunia</category><category>Korea</category><description>Ringkas</description>
<content:encoded><![CDATA[<p>Isi <script>x</script>satu.</p>]]></content:encoded><enclosure url="https://lama.example/a.jpg" type="image/jpeg" length="1"/></item>
<item><title>Dua</title><guid>dua</guid><pubDate>Wed, 19 Jun 2024 06:00:00 +0000</pubDate><description>&lt;p&gt;Hanya ringkasan.&lt;/p&gt;</description></item>
<item><title>Tanpa waktu</title><guid>tiga</guid><description>x</description></item>
</channel></rss>"#;
const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>x</title><updated>2024-06-19T05:00:00Z</updated>
<entry><id>tag:a</id><title>Atom</title><updated>2024-06-19T05:00:00Z</updated><author><name>Sita</name></author><content type="html">&lt;p&gt;Isi.&lt;/p&gt;</content></entry></feed>"#;
const JSON: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[
{"id":"1","url":"https://lama.example/json","title":"Json","content_html":"<p>Isi.</p>","date_published":"2024-06-19T05:00:00Z"}]}"#;

fn articles(newsroom: &Newsroom) -> Vec<Value> {
    assert_eq!(newsroom.run(&["export", "out/all.jsonl"]).code, Some(0));
    let text = std::fs::read_to_string(newsroom.path("out/all.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn entries_of_three_kinds_become_articles_and_importing_again_changes_nothing() {
    let newsroom = Newsroom::new();
    for (name, text) in [("rss.xml", RSS), ("atom.xml", ATOM), ("feed.json", JSON)] {
        newsroom.write(name, text);
    }
    let arguments = ["import", "feed", "rss.xml", "atom.xml", "feed.json"];
    let ran = newsroom.run(&arguments);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stdout.ends_with("created 4, updated 0, unchanged 0, rejected 1\n"), "{ran:?}");
    assert!(ran.stdout.contains("left behind: texts, which the feed does not have"), "{ran:?}");
    assert!(ran.stderr.contains("rss.xml:3: published_at is missing"), "{ran:?}");
    assert!(newsroom.run(&arguments).stdout.ends_with("created 0, updated 0, unchanged 4, rejected 1\n"));
    let all = articles(&newsroom);
    let one = all.iter().find(|article| article["title"] == "Judul & satu").unwrap();
    assert_eq!((&one["section"], &one["summary"]), (&"Dunia".into(), &"Ringkas".into()));
    assert_eq!(
        (&one["reporters"][0], &one["image"]["src"]),
        (&"Nadira".into(), &"https://lama.example/a.jpg".into())
    );
    assert_eq!(one["body_html"], "<p>Isi satu.</p>");
}

#[test]
fn addresses_are_fetched_only_on_request_and_never_from_the_own_network() {
    let newsroom = Newsroom::new();
    let ran = newsroom.run(&["import", "feed", "http://127.0.0.1:9/rss"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stderr.contains("--allow-network"), "{ran:?}");
    let ran = newsroom.run(&["import", "feed", "http://127.0.0.1:9/rss", "--allow-network"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.stderr.contains("http://127.0.0.1:9/rss") && ran.stderr.contains("no public web address"),
        "{ran:?}"
    );
    newsroom.write("a.xml", "<html></html>");
    let ran = newsroom.run(&["import", "feed", "a.xml"]);
    assert!(ran.code == Some(1) && ran.stderr.contains("a.xml: it is no feed"), "{ran:?}");
}
