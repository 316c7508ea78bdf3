//! `warta import ghost`: what becomes of an export, and what is left behind.

use serde_json::{Value, json};

use crate::newsroom::{Newsroom, Ran};

fn export(posts: Value) -> Value {
    json!({"db": [{"meta": {"version": "5.80.0"}, "data": {
        "posts": posts,
        "tags": [{"id": "t1", "name": "Dunia", "slug": "dunia"}, {"id": "t2", "name": "Korea &amp; Utara", "slug": "korut"},
                 {"id": "t3", "name": "#dalam", "slug": "hash-dalam"}],
        "users": [{"id": "u1", "name": "Nadira", "slug": "nadira"}],
        "posts_tags": [{"post_id": "a", "tag_id": "t2", "sort_order": 1}, {"post_id": "a", "tag_id": "t1", "sort_order": 0},
                       {"post_id": "a", "tag_id": "t3", "sort_order": 2}],
        "posts_authors": [{"post_id": "a", "author_id": "u1", "sort_order": 0}],
        "posts_meta": [{"post_id": "a", "feature_image_alt": "Kapal", "feature_image_caption": "<b>Di</b> pelabuhan"}],
        "members": [{"id": "m"}]
    }}]})
}

fn post(id: &str, more: Value) -> Value {
    let mut post = json!({"id": id, "title": format!("Judul {id}"), "slug": format!("judul-{id}"), "html": "<p>Isi.</p>",
        "type": "post", "status": "published", "visibility": "public", "published_at": "2024-06-19T05:00:00.000Z"});
    post.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    post
}

fn import(newsroom: &Newsroom, posts: Value, more: &[&str]) -> Ran {
    newsroom.write("ghost.json", export(posts).to_string());
    newsroom.run(&[&["import", "ghost", "ghost.json"], more].concat())
}

fn articles(newsroom: &Newsroom) -> Vec<Value> {
    assert_eq!(newsroom.run(&["export", "out/all.jsonl"]).code, Some(0));
    let text = std::fs::read_to_string(newsroom.path("out/all.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn posts_of_all_editors_become_articles_and_importing_again_changes_nothing() {
    let newsroom = Newsroom::new();
    let lexical = json!({"root": {"children": [{"type": "paragraph", "children": [{"type": "text", "text": "Leksikal"}]}, {"type": "signup"}]}});
    let mobiledoc = json!({"sections": [[1, "p", [[0, [], 0, "Mobil"]]]]});
    let posts = json!([
        post(
            "a",
            json!({"visibility": "paid", "feature_image": "__GHOST_URL__/content/images/a.jpg",
            "html": "<p>Lihat <a href=\"__GHOST_URL__/judul-b/\">ini</a>.</p>", "custom_excerpt": "Ringkas"})
        ),
        post("b", json!({"html": null, "lexical": lexical.to_string(), "visibility": "members"})),
        post(
            "c",
            json!({"html": null, "mobiledoc": mobiledoc.to_string(), "published_at": 1_718_773_200_000_i64})
        ),
        post("d", json!({"status": "draft"})),
        post("e", json!({"type": "page"})),
    ]);
    let ran = import(&newsroom, posts, &["--site", "https://lama.example"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for line in [
        "left behind: cards `signup`: 1 (post 2)\n",
        "left behind: internal tags: 1\n",
        "left behind: posts with status `draft`: 1 (post 4: Judul d)\n",
        "left behind: items of type `page`: 1 (post 5: Judul e)\n",
        "left behind: members; `warta import readers` reads their list: 1\n",
        "created 3, updated 0, unchanged 0, rejected 0\n",
    ] {
        assert!(ran.stdout.contains(line), "{line}: {}", ran.stdout);
    }
    let again = newsroom.run(&["import", "ghost", "ghost.json", "--site", "https://lama.example"]);
    assert!(again.stdout.ends_with("created 0, updated 0, unchanged 3, rejected 0\n"), "{again:?}");
    let all = articles(&newsroom);
    let (a, b, c) = (&all[0], &all[1], &all[2]);
    assert_eq!(
        (&a["id"], &a["section"], &a["edition"]),
        (&"ghost-a".into(), &"Dunia".into(), &"majalah".into())
    );
    assert_eq!((&a["tags"], &a["reporters"]), (&json!(["Korea & Utara"]), &json!(["Nadira"])));
    assert_eq!(
        a["image"],
        json!({"src": "https://lama.example/content/images/a.jpg", "alt": "Kapal", "caption": "Di pelabuhan", "credit": null})
    );
    assert!(a["body_html"].as_str().unwrap().contains("href=\"/judul-b/\""), "{a}");
    assert_eq!((&b["edition"], &b["body_html"]), (&"koran".into(), &"<p>Leksikal</p>".into()));
    assert_eq!(
        (&c["published_at"], &c["body_html"]),
        (&"2024-06-19T05:00:00Z".into(), &"<p>Mobil</p>".into())
    );
}

#[test]
fn a_mapping_decides_who_may_read_and_bad_posts_are_rejected() {
    let newsroom = Newsroom::new();
    let posts = json!([
        post("a", json!({"visibility": "paid"})),
        post("b", json!({"title": ""})),
        post("a", json!({})),
        post("c", json!({"html": null, "lexical": "{"})),
        post("d", json!({"published_at": "0000-00-00 00:00:00"})),
    ]);
    newsroom.write("map.toml", "[editions]\npaid = \"laput\"\n");
    let ran = import(&newsroom, posts, &["--mapping", "map.toml"]);
    assert!(ran.stdout.ends_with("created 1, updated 0, unchanged 0, rejected 4\n"), "{ran:?}");
    for line in [
        "ghost.json:2: title is missing",
        "ghost.json:3: id ghost-a stands on line 1",
        "ghost.json:4: its text is no Lexical",
        "ghost.json:5: published_at is no date",
    ] {
        assert!(ran.stderr.contains(line), "{line}: {ran:?}");
    }
    assert_eq!(articles(&newsroom)[0]["cover_story"], true);
    let suggest = newsroom.run(&["import", "ghost", "ghost.json", "--suggest", "new.toml"]);
    assert_eq!(suggest.code, Some(0), "{suggest:?}");
    let text = std::fs::read_to_string(newsroom.path("new.toml")).unwrap();
    assert!(text.contains("\"paid\" = \"majalah\" # 1\n"), "{text}");
    for (name, bytes) in [("a.json", "{}"), ("b.json", "["), ("c.json", "{\"posts\":{}}"), ("d.json", "")] {
        newsroom.write(name, bytes);
        let ran = newsroom.run(&["import", "ghost", name]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.stderr.contains(&format!("{name}: it is no export of Ghost")), "{ran:?}");
    }
}
