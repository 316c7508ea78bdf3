//! `warta recommend` and `warta import sponsored`.

use serde_json::{Value, json};

use crate::newsroom::{Newsroom, PIXEL, article, with};

#[test]
fn every_candidate_is_explained_by_signal() {
    let newsroom = Newsroom::new();
    let about = |id: &str, body: &str, more: Value| with(with(article(id), json!({"body": body})), more);
    let records = [
        about("satu", "Banjir rob merendam pasar ikan di pesisir utara.", json!({"editor_pick": "tiga"})),
        about("dua", "Pasar ikan di pesisir kembali terendam banjir rob semalam.", json!({})),
        about("tiga", "Tim bulu tangkis pulang membawa piala dari Odense.", json!({})),
        about("empat", "Gunung meletus lagi pada pagi hari.", json!({})),
    ];
    assert_eq!(newsroom.import("a.jsonl", &records).code, Some(0));
    let ran = newsroom.run(&["recommend", "explain", "--article", "satu"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let (related, next) = ran.stdout.split_once("next (Rekomendasi Artikel)").unwrap();
    assert!(related.contains("related (Berita Terkait)") && related.contains("similar_text"), "{ran:?}");
    assert!(next.contains(" empat ") && next.contains("newest"), "{ran:?}");
    // Each stands in one of them, and the editors' pick, which has a place of its own, in none.
    assert!(
        related.contains(" dua ") && !next.contains(" dua ") && !ran.stdout.contains(" tiga "),
        "{ran:?}"
    );
    for (id, told) in [("lima", "no article lima"), ("a b", "`a b`")] {
        let ran = newsroom.run(&["recommend", "explain", "--article", id]);
        assert!(ran.code == Some(1) && ran.stderr.contains(told), "{ran:?}");
    }
}

/// Four stories, each told twice, with the editors' links between the two.
fn links(newsroom: &Newsroom) {
    let stories = [
        "banjir rob pesisir utara",
        "piala bulu tangkis odense",
        "harga beras gudang bulog",
        "gunung api lereng awan",
    ];
    let mut records = String::new();
    let mut pairs = String::new();
    for (number, story) in stories.iter().enumerate() {
        for (telling, more) in
            [("a", "warga mengungsi malam hari"), ("b", "bantuan datang keesokan paginya lewat laut")]
        {
            let record = json!({
                "id": format!("{number}{telling}"), "title": format!("{story} {telling}"), "source": "uji",
                "body": format!("{story}, {more} menurut catatan {telling}{number}"),
                "section": "Nasional", "published_at": format!("2025-06-0{}T0{}:00:00Z", number + 1, telling.len()),
            });
            records.extend([record.to_string(), "\n".into()]);
        }
        let pair = json!({"query": format!("{number}a"), "relevant": [format!("{number}b")]});
        pairs.extend([pair.to_string(), "\n".into()]);
    }
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, records.as_bytes()).unwrap();
    newsroom.write("data/id_news.jsonl.gz", packed.finish().unwrap());
    newsroom.write("data/id_related_pairs.jsonl", pairs);
}

fn rows(newsroom: &Newsroom, arguments: &[&str]) -> Vec<Value> {
    let ran = newsroom.run(arguments);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    told["rows"].as_array().unwrap().clone()
}

#[test]
fn the_harness_measures_every_signal_the_blend_and_the_baselines() {
    let newsroom = Newsroom::new();
    links(&newsroom);
    let data = newsroom.path("data");
    let data = data.to_str().unwrap();
    let rows = rows(&newsroom, &["recommend", "eval", "related", "--data", data, "--json"]);
    let row = |name: &str| {
        rows.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("{name}: {rows:?}"))
    };
    for key in ["hr@10", "mrr@10", "ndcg@5", "ndcg@10", "coverage", "p50_us", "p99_us"] {
        assert!(row("blend")[key].is_number(), "{key}");
    }
    assert!((row("blend")["mrr@10"].as_f64().unwrap() - 1.0).abs() < 1e-9, "{rows:?}");
    for name in ["similar_text", "same_section", "recency", "popularity", "bm25", "tf-idf"] {
        row(name);
    }
    for name in ["blend, earlier only", "bm25, earlier only", "blend, earlier linked only"] {
        row(name);
    }
    let told = newsroom.run(&["recommend", "eval", "related", "--data", data]).stdout;
    assert!(told.lines().next().unwrap().contains("ndcg@10") && told.contains("\nblend"), "{told}");
}

#[test]
fn clicks_are_measured_in_the_order_of_their_time() {
    let newsroom = Newsroom::new();
    let mut lines = "dt,session,user,article,device,referrer\n".to_owned();
    // A click a minute for eight hours: who reads 1 reads 2 next.
    for session in 0..240 {
        for article in [1, 2] {
            lines.extend([format!("60,{session},{session},{article},1,1\n")]);
        }
    }
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, lines.as_bytes()).unwrap();
    newsroom.write("data/globo_clicks.csv.gz", packed.finish().unwrap());
    let data = newsroom.path("data");
    let arguments =
        ["recommend", "eval", "next", "--data", data.to_str().unwrap(), "--json", "--hours", "4", "7"];
    let rows = rows(&newsroom, &arguments);
    let blend = rows.iter().find(|row| row["name"] == "blend").unwrap();
    assert!((blend["mrr@10"].as_f64().unwrap() - 1.0).abs() < 1e-9, "{rows:?}");
    for name in [
        "blend, first click",
        "blend, 1 h to 1 day",
        "sequential rules, half-life 2 h",
        "item-kNN",
        "session kNN (VMIS)",
        "STAN",
    ] {
        assert!(rows.iter().any(|row| row["name"] == name), "{name}: {rows:?}");
    }
    // What is shown can be more than what is opened; the share of what is opened cannot be more than all.
    assert!(rows.iter().all(|row| row["coverage"].as_f64().unwrap() <= 1.0), "{rows:?}");
}

#[test]
fn what_is_wrong_with_the_data_is_named() {
    let newsroom = Newsroom::new();
    let eval = |list: &str| {
        let data = newsroom.path("data");
        newsroom.run(&["recommend", "eval", list, "--data", data.to_str().unwrap()])
    };
    for (list, file) in [("related", "id_news.jsonl.gz"), ("next", "globo_clicks.csv.gz")] {
        let ran = eval(list);
        assert!(
            ran.code == Some(1) && ran.stderr.contains(file) && ran.stderr.lines().count() == 1,
            "{ran:?}"
        );
    }
    links(&newsroom);
    newsroom
        .write("data/id_related_pairs.jsonl", "{\"query\":\"0a\",\"relevant\":[\"0b\"]}\n{\"query\":7}\n");
    let ran = eval("related");
    assert!(ran.code == Some(1) && ran.stderr.contains("id_related_pairs.jsonl, line 2"), "{ran:?}");
}

const ITEM: &str = r#"{"id":"a","sponsor":"Toko","title":"T","href":"https://toko.example/","starts_at":"2026-01-01","ends_at":"2026-02-01","image":{"src":"a.gif","alt":"Satu titik."}}"#;

#[test]
fn sponsored_items_are_made_changed_and_left_and_bad_ones_are_named() {
    let newsroom = Newsroom::new();
    newsroom.write("a.gif", PIXEL);
    let run = || newsroom.run(&["import", "sponsored", "s.jsonl"]);
    newsroom.write("s.jsonl", format!("{ITEM}\n{}\n", ITEM.replace("\"a\"", "\"b\"")));
    assert_eq!(run().stdout, "created 2, updated 0, unchanged 0, rejected 0\n");
    let wrong = [
        (ITEM.replace("https://toko.example/", "javascript:x"), "href `javascript:x`"),
        (ITEM.replace("a.gif", "b.gif"), "picture b.gif"),
        (ITEM.replace("a.gif", "../a.gif"), "leads out of the folder"),
        (ITEM.replace("2026-02-01", "2025-02-01"), "ends_at is not after starts_at"),
        (ITEM.replace("\"title\"", "\"cap_a_day\":0,\"title\""), "cap_a_day is 0"),
        (ITEM.replace("\"title\"", "\"cap_a_day\":-1,\"title\""), "not a sponsored record"),
        (ITEM.replace("\"title\"", "\"titel\""), "unknown field `titel`"),
        (ITEM.replace("\"sponsor\":\"Toko\",", ""), "sponsor is missing"),
        (ITEM.to_owned(), "id a stands on an earlier line"),
    ];
    let lines = wrong.iter().map(|(line, _)| line.as_str());
    let good = ITEM.replace("\"T\"", "\"U\"").replace("\"title\"", "\"cap_a_day\":9,\"weight\":2,\"title\"");
    newsroom.write("s.jsonl", [good.as_str()].into_iter().chain(lines).collect::<Vec<_>>().join("\n"));
    let ran = run();
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), "created 0, updated 1, unchanged 0, rejected 9\n"));
    for (_, told) in wrong {
        assert!(ran.stderr.contains(told), "{told}: {}", ran.stderr);
    }
}
