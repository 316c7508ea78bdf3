//! `warta import wordpress`: what becomes of an export, what is left behind, and what is refused.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use crate::newsroom::{Newsroom, Ran};

/// An export with these elements in its channel.
fn export(items: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- generator="WordPress/6.5" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Harian Lama</title>
<link>https://lama.example</link>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://lama.example</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[nadira]]></wp:author_login><wp:author_display_name><![CDATA[Nadira Kusuma]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>dunia</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Dunia]]></wp:cat_name></wp:category>
<wp:tag><wp:tag_slug>korut</wp:tag_slug><wp:tag_name><![CDATA[Korea &amp; Utara]]></wp:tag_name></wp:tag>
{items}
</channel>
</rss>
"#
    )
}

/// A published post with further elements.
fn post(number: u32, title: &str, content: &str, more: &str) -> String {
    format!(
        "<item>\n<title><![CDATA[{title}]]></title>\n<link>https://lama.example/2024/06/judul-{number}/</link>\n\
         <pubDate>Wed, 19 Jun 2024 05:00:00 +0000</pubDate><dc:creator><![CDATA[nadira]]></dc:creator>\n\
         <guid isPermaLink=\"false\">https://lama.example/?p={number}</guid>\n\
         <content:encoded><![CDATA[{content}]]></content:encoded>\n\
         <wp:post_id>{number}</wp:post_id><wp:post_date>2024-06-19 12:00:00</wp:post_date>\
         <wp:post_date_gmt>2024-06-19 05:00:00</wp:post_date_gmt>\n\
         <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>\n{more}\n</item>\n"
    )
}

fn import(newsroom: &Newsroom, items: &str) -> Ran {
    newsroom.write("lama.xml", export(items));
    newsroom.run(&["import", "wordpress", "lama.xml"])
}

/// Articles of the newsroom, as it exports them.
fn articles(newsroom: &Newsroom) -> Vec<Value> {
    assert_eq!(newsroom.run(&["export", "out/all.jsonl"]).code, Some(0));
    let text = std::fs::read_to_string(newsroom.path("out/all.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const LABELS: &str = "<category domain=\"category\" nicename=\"dunia\"><![CDATA[Dunia]]></category>\
    <category domain=\"post_tag\" nicename=\"korut\"><![CDATA[Korea &amp; Utara]]></category>";
const FOTO: &str = "<item><title>foto</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type>\
    <wp:status>inherit</wp:status><excerpt:encoded><![CDATA[Di pelabuhan]]></excerpt:encoded>\
    <wp:attachment_url>https://lama.example/wp-content/foto.jpg</wp:attachment_url>\
    <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[Kapal]]></wp:meta_value></wp:postmeta></item>\n";

#[test]
fn a_post_becomes_an_article_and_importing_again_changes_nothing() {
    let newsroom = Newsroom::new();
    let lead = "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>\
                <excerpt:encoded><![CDATA[Ringkasan &#8211; <b>pendek</b>]]></excerpt:encoded>";
    let content = "Satu &amp; dua.\n\n[caption id=\"a\"]<img src=\"https://lama.example/a.jpg\" alt=\"Peta\"/> Peta lama[/caption]\n\nTiga ]]]]><![CDATA[> empat.";
    // The picture stands behind the post that shows it.
    let items = post(7, "Judul &#8220;tujuh&#8221;", content, &format!("{LABELS}{lead}")) + FOTO;
    let ran = import(&newsroom, &items);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.stdout, "created 1, updated 0, unchanged 0, rejected 0\n");
    let all = articles(&newsroom);
    let article = &all[0];
    assert_eq!(article["id"], "wp-7");
    assert_eq!(article["title"], "Judul “tujuh”");
    assert_eq!(article["summary"], "Ringkasan – pendek");
    assert_eq!(article["section"], "Dunia");
    assert_eq!(article["tags"], serde_json::json!(["Korea & Utara"]));
    assert_eq!(article["reporters"], serde_json::json!(["Nadira Kusuma"]));
    assert_eq!(article["published_at"], "2024-06-19T05:00:00Z");
    assert_eq!(article["edition"], "online");
    assert_eq!(
        article["image"],
        serde_json::json!({"src": "https://lama.example/wp-content/foto.jpg", "alt": "Kapal", "caption": "Di pelabuhan", "credit": null})
    );
    let html = article["body_html"].as_str().unwrap();
    assert!(html.starts_with("<p>Satu &amp; dua.</p>"), "{html}");
    assert!(
        html.contains("<figcaption>Peta lama</figcaption>") && html.contains("<p>Tiga ]]&gt; empat.</p>"),
        "{html}"
    );
    let again = newsroom.run(&["import", "wordpress", "lama.xml"]);
    assert_eq!(again.stdout, "created 0, updated 0, unchanged 1, rejected 0\n");
}

#[test]
fn everything_that_is_left_behind_is_named() {
    let newsroom = Newsroom::new();
    let comments = "<wp:comment><wp:comment_content>a</wp:comment_content></wp:comment>".repeat(3);
    let field = "<wp:postmeta><wp:meta_key>peringkat</wp:meta_key><wp:meta_value>5</wp:meta_value></wp:postmeta>\
                 <wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>\
                 <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>404</wp:meta_value></wp:postmeta>";
    let draft = post(2, "Rancangan", "x", "").replace("publish<", "draft<");
    let page = post(3, "Tentang", "x", "").replace(">post<", ">page<");
    let secret = post(4, "Rahasia", "x", "<wp:post_password>kunci</wp:post_password>");
    let text = "<!-- wp:latest-posts /--><p>[kotak a=1]isi[/kotak]</p>";
    let ran =
        import(&newsroom, &(post(1, "Satu", text, &format!("{comments}{field}")) + &draft + &page + &secret));
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for line in [
        "left behind: comments: 3\n",
        "left behind: custom fields `peringkat`: 1\n",
        "left behind: lead pictures, which are not in the export: 1\n",
        "left behind: posts with status `draft`: 1 (line 22: Rancangan)\n",
        "left behind: items of type `page`: 1 (line 32: Tentang)\n",
        "left behind: posts with a password: 1 (line 42: Rahasia)\n",
        "left behind: blocks `latest-posts`, which WordPress fills in: 1 (line 12)\n",
        "left behind: shortcodes `kotak`, which stay in the text: 1 (line 12)\n",
        "created 1, updated 0, unchanged 0, rejected 0\n",
    ] {
        assert!(ran.stdout.contains(line), "{line}\n{}", ran.stdout);
    }
    assert!(!ran.stdout.contains("_edit_last"), "{}", ran.stdout);
    assert!(articles(&newsroom)[0]["body_html"].as_str().unwrap().contains("[kotak a=1]isi[/kotak]"));
}

#[test]
fn a_dry_run_saves_nothing_and_a_mapping_decides() {
    let newsroom = Newsroom::new();
    let more = "<category domain=\"category\" nicename=\"premium\">Premium</category>";
    newsroom.write("lama.xml", export(&post(7, "Judul", "Isi.", &format!("{more}{LABELS}"))));
    let dry = newsroom.run(&["import", "wordpress", "lama.xml", "--dry-run"]);
    assert_eq!(
        (dry.code, dry.stdout.as_str()),
        (Some(0), "created 1, updated 0, unchanged 0, rejected 0\n"),
        "{dry:?}"
    );
    assert!(dry.stderr.contains("dry run"), "{dry:?}");
    assert!(articles(&newsroom).is_empty());

    let suggest = newsroom.run(&["import", "wordpress", "lama.xml", "--suggest", "map.toml"]);
    assert_eq!(suggest.code, Some(0), "{suggest:?}");
    let text = std::fs::read_to_string(newsroom.path("map.toml")).unwrap();
    for line in [
        "\"Dunia\" = \"Dunia\" # 1\n",
        "\"Premium\" = \"Premium\" # 1\n",
        "\"Nadira Kusuma\" = \"Nadira Kusuma\" # 1\n",
    ] {
        assert!(text.contains(line), "{text}");
    }
    let again = newsroom.run(&["import", "wordpress", "lama.xml", "--suggest", "map.toml"]);
    assert_eq!(again.code, Some(1), "a file that somebody may have changed is not overwritten");
    // What is suggested does the same as no mapping.
    newsroom.run(&["import", "wordpress", "lama.xml"]);
    let mapped = newsroom.run(&["import", "wordpress", "lama.xml", "--mapping", "map.toml"]);
    assert_eq!(mapped.stdout, "created 0, updated 0, unchanged 1, rejected 0\n", "{mapped:?}");

    let decided = text
        .replace("\"Premium\" = \"Premium\"", "\"Premium\" = \"\"")
        .replace("# \"Premium\" = \"online\"", "\"Premium\" = \"laput\"")
        .replace("\"Dunia\" = \"Dunia\"", "\"Dunia\" = \"Mancanegara\"")
        .replace("\"Nadira Kusuma\" = \"Nadira Kusuma\"", "\"Nadira Kusuma\" = \"Nadira\"");
    newsroom.write("map.toml", decided);
    let mapped = newsroom.run(&["import", "wordpress", "lama.xml", "--mapping", "map.toml"]);
    assert_eq!(mapped.stdout, "created 0, updated 1, unchanged 0, rejected 0\n", "{mapped:?}");
    let article = &articles(&newsroom)[0];
    assert_eq!((&article["section"], &article["edition"]), (&"Mancanegara".into(), &"majalah".into()));
    assert_eq!(article["cover_story"], true);
    assert_eq!(article["tags"], serde_json::json!(["Premium", "Dunia", "Korea & Utara"]));
    assert_eq!(article["reporters"], serde_json::json!(["Nadira"]));

    newsroom.write("bad.toml", "[editions]\n\"Premium\" = \"gratis\"\n");
    let bad = newsroom.run(&["import", "wordpress", "lama.xml", "--mapping", "bad.toml"]);
    assert_eq!(bad.code, Some(1));
    assert!(bad.stderr.contains("bad.toml: the edition of `Premium` is `gratis`"), "{bad:?}");
}

#[test]
fn bad_posts_are_rejected_by_line_and_the_others_imported() {
    let newsroom = Newsroom::new();
    let items = [
        post(1, "", "Isi.", ""),
        post(2, "Dua", "", ""),
        post(3, "Tiga", "Isi.", "")
            .replace("2024-06-19 12:00:00", "0000-00-00 00:00:00")
            .replace("2024-06-19 05:00:00", "0000-00-00 00:00:00")
            .replace("Wed, 19 Jun 2024", "Wed, 30 Nov -0001"),
        post(4, "Empat", "Isi.", ""),
        post(4, "Empat lagi", "Isi.", ""),
        post(5, "Lima", "Isi.", "").replace("<wp:post_id>5</wp:post_id>", ""),
    ];
    let ran = import(&newsroom, &items.concat());
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stdout.ends_with("created 1, updated 0, unchanged 0, rejected 5\n"), "{ran:?}");
    let rejected = newsroom.rejected("lama.xml");
    let reasons: Vec<_> =
        rejected.iter().map(|one| format!("{} {}", one["line"], one["reason"].as_str().unwrap())).collect();
    for reason in [
        "12 title is missing",
        "22 the body is empty",
        "32 published_at is missing",
        "52 id wp-4 stands on line 42",
        "62 id is missing",
    ] {
        assert!(reasons.iter().any(|known| known.starts_with(reason)), "{reason}: {reasons:?}");
    }
    assert_eq!(rejected[0]["record"]["id"], "wp-1", "what is rejected can be corrected and imported as JSON");
}

#[test]
fn what_is_no_export_is_refused_by_name() {
    let newsroom = Newsroom::new();
    let whole = export(&post(1, "Satu", "Isi.", ""));
    for (name, bytes, reason) in [
        ("empty.xml", String::new(), "no <rss><channel>"),
        ("text.xml", "halo".into(), "no <rss><channel>"),
        ("html.xml", "<html><body>x</body></html>".into(), "no <rss><channel>"),
        (
            "feed.xml",
            "<rss version=\"2.0\"><channel><item><title>x</title></item></channel></rss>".into(),
            "no export of WordPress",
        ),
        ("latin.xml", whole.replace("UTF-8", "ISO-8859-1"), "ISO-8859-1"),
        ("zip.xml", "PK\u{3}\u{4}x".into(), "zip"),
    ] {
        newsroom.write(name, bytes);
        let ran = newsroom.run(&["import", "wordpress", name]);
        assert_eq!(ran.code, Some(1), "{name}: {ran:?}");
        assert!(ran.stderr.contains(name) && ran.stderr.contains(reason), "{ran:?}");
        assert_eq!(ran.stderr.lines().count(), 1, "{ran:?}");
    }
}

#[test]
fn hostile_files_end_with_a_reason_and_what_stands_before_is_kept() {
    let newsroom = Newsroom::new();
    let (good, after) = (post(1, "Satu", "Isi.", ""), post(2, "Dua", "Isi.", ""));
    let whole = export(&(good.clone() + &after));
    let cut = |place: &str| whole[..whole.find(place).unwrap()].to_owned();
    let bomb = whole.replace(
        "<rss ",
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n<rss ",
    );
    let bomb = bomb.replace("<![CDATA[Isi.]]>", "Isi &b; &f; &#x2013;");
    let huge = |text: &str| export(&(good.clone() + text + &after));
    for (name, text, code, count, reason) in [
        ("cut.xml", cut("Dua"), Some(2), 1, "from here on the file cannot be read"),
        ("tag.xml", whole.replace("</guid>", "</guide>"), Some(2), 0, "not well-formed"),
        ("bomb.xml", bomb, Some(0), 2, ""),
        (
            "attribute.xml",
            huge(&format!("<item a=\"{}\"></item>", "x".repeat(40_000_000))),
            Some(2),
            1,
            "more than",
        ),
        ("text.xml", huge(&post(3, "Tiga", &"y ".repeat(20_000_000), "")), Some(2), 1, "more than"),
        ("long.xml", huge(&post(3, "Tiga", &"y ".repeat(5_000_000), "")), Some(2), 2, "more than"),
        ("deep.xml", huge(&("<b>".repeat(100_000) + &"</b>".repeat(100_000))), Some(0), 2, ""),
        ("brackets.xml", huge(&post(3, "Tiga", &"[caption]".repeat(20_000), "")), Some(0), 3, ""),
    ] {
        let newsroom = Newsroom::new();
        newsroom.write(name, text);
        let ran = newsroom.run(&["import", "wordpress", name]);
        assert_eq!(ran.code, code, "{name}: {ran:?}");
        assert!(ran.stdout.contains(&format!("created {count},")), "{name}: {ran:?}");
        assert!(ran.stderr.contains(reason), "{name}: {ran:?}");
        for article in articles(&newsroom) {
            let html = article["body_html"].as_str().unwrap().to_owned();
            assert!(!html.contains("aaaaaaaaaa") && !html.contains("root:"), "{html}");
        }
    }
    let mut bytes = whole.into_bytes();
    let place = bytes.windows(3).position(|part| part == b"Dua").unwrap();
    bytes[place] = 0xff;
    newsroom.write("latin.xml", bytes);
    let ran = newsroom.run(&["import", "wordpress", "latin.xml"]);
    assert!(ran.stdout.contains("created 1, updated 0, unchanged 0, rejected 1"), "{ran:?}");
    assert!(ran.stderr.contains("not UTF-8"), "{ran:?}");
}

#[test]
fn names_and_pictures_may_be_in_another_packed_file() {
    let newsroom = Newsroom::new();
    let lead =
        "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>";
    newsroom.write("1.xml", export(&post(7, "Judul", "Isi.", lead)));
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(export(FOTO).as_bytes()).unwrap();
    newsroom.write("2.xml.gz", packer.finish().unwrap());
    let ran = newsroom.run(&["import", "wordpress", "1.xml", "2.xml.gz"]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(0), "created 1, updated 0, unchanged 0, rejected 0\n"),
        "{ran:?}"
    );
    assert_eq!(articles(&newsroom)[0]["image"]["src"], "https://lama.example/wp-content/foto.jpg");
}

#[test]
fn old_addresses_of_articles_and_lists_are_kept() {
    let newsroom = Newsroom::new();
    let old = "<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>judul-lama</wp:meta_value></wp:postmeta>";
    let bad = post(8, "", "Isi.", "");
    let ran = import(&newsroom, &(post(7, "Judul", "Isi.", &format!("{LABELS}{old}")) + &bad));
    assert_eq!(ran.code, Some(2), "{ran:?}");
    articles(&newsroom);
    let table = std::fs::read_to_string(newsroom.path("out/all.redirects.csv")).unwrap();
    assert_eq!(
        table,
        "from,to\n/2024/06/judul-7,/read/wp-7/judul\n/2024/06/judul-lama,/read/wp-7/judul\n/?cat=3,/rubrik/dunia\n\
         /?p=7,/read/wp-7/judul\n/author/nadira,/penulis/nadira-kusuma\n/category/dunia,/rubrik/dunia\n/feed,/rss.xml\n\
         /tag/korut,/topik/korea-utara\n"
    );
}
