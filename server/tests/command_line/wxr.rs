//! `warta export --format wxr`: the file is for WordPress, and comes back equal.

use serde_json::{Value, json};

use crate::newsroom::{Newsroom, PIXEL, article, with};

fn records(newsroom: &Newsroom, name: &str) -> Vec<Value> {
    assert_eq!(newsroom.run(&["export", name]).code, Some(0));
    let text = std::fs::read_to_string(newsroom.path(name)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn an_export_for_wordpress_comes_back_equal() {
    let newsroom = Newsroom::new();
    newsroom.write("foto.gif", PIXEL);
    let full = with(
        article("1"),
        json!({"title": "Judul <b> & \"kutipan\" ]]> ", "body": null, "summary": "Ringkas & pendek",
            "body_html": "<p>Satu\nbaris [gallery] &lt;!-- wp:x --&gt; ]]&gt;</p>\n\n<p>https://x.example</p>\n<figure><img src=\"foto.gif\" alt=\"a\"></figure>",
            "updated_at": "2024-06-20T12:00:00+07:00", "edition": "majalah", "cover_story": true, "section": "Dunia",
            "tags": ["Korea & Utara"], "reporters": ["Nadira"], "editors": ["Sita"], "agency": "KANTOR", "place": "Jakarta",
            "image": {"src": "foto.gif", "alt": "Kapal", "caption": "Di <pelabuhan>", "credit": "Foto"}, "editor_pick": "2", "language": "en",
            "corrections": [{"kind": "ralat", "noted_at": "2024-06-21T09:00:00+07:00", "text": "Keliru."}]}),
    );
    let imported = newsroom.import("a.jsonl", &[full, article("2")]);
    assert_eq!(imported.code, Some(0), "{imported:?}");
    let wanted = records(&newsroom, "all.jsonl");
    let ran = newsroom.run(&["export", "out/all.xml", "--format", "wxr"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), "exported 2 articles, 1 pictures\n"), "{ran:?}");
    let xml = std::fs::read_to_string(newsroom.path("out/all.xml")).unwrap();
    for part in [
        "<title><![CDATA[Judul &lt;b&gt; &amp; \"kutipan\" ]]&gt;]]></title>",
        "<wp:post_date>2024-06-19 12:00:00</wp:post_date>\n<wp:post_date_gmt>2024-06-19 05:00:00</wp:post_date_gmt>",
        "<category domain=\"category\" nicename=\"dunia\"><![CDATA[Dunia]]></category>",
        "<wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[2]]>",
        "<wp:post_type>attachment</wp:post_type>",
    ] {
        assert!(xml.contains(part), "{part}\n{xml}");
    }
    let other = Newsroom::new();
    other.write("in/all.xml", &xml);
    for picture in std::fs::read_dir(newsroom.path("out/pictures")).unwrap() {
        let picture = picture.unwrap();
        let name = format!("in/pictures/{}", picture.file_name().to_str().unwrap());
        other.write(&name, std::fs::read(picture.path()).unwrap());
    }
    let ran = other.run(&["import", "wordpress", "in/all.xml"]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(0), "created 2, updated 0, unchanged 0, rejected 0\n"),
        "{ran:?}"
    );
    assert_eq!(records(&other, "all.jsonl"), wanted);
    let bad = other.write("bad.xml", xml.replace("{&quot;pictures", "x").replace("{\"pictures", "x"));
    let ran = other.run(&["import", "wordpress", bad.to_str().unwrap()]);
    assert!(ran.code == Some(2) && ran.stderr.contains("the custom field _warta_record"), "{ran:?}");
}

#[test]
fn redirects_are_exported_too() {
    let newsroom = Newsroom::new();
    newsroom.import("a.jsonl", &[article("1")]);
    let table = "from,to\n/a,/read/1/judul-1\n/b,\n";
    newsroom.write("old.csv", table);
    newsroom.run(&["import", "redirects", "old.csv"]);
    let ran = newsroom.run(&["export", "all.jsonl.gz"]);
    assert_eq!(ran.stdout, "exported 1 articles, 0 pictures, 2 redirects\n", "{ran:?}");
    assert_eq!(std::fs::read_to_string(newsroom.path("all.redirects.csv")).unwrap(), table);
}
