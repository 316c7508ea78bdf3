//! Tests with data outside the repository: real articles and thousands of hostile texts. If the folder
//! is missing, the tests are skipped with a message.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

use std::cell::RefCell;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::Command;

use flate2::read::GzDecoder;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use server::content::{Media, Source, resanitise, to_html};

/// Elements that the sanitiser allows, listed a second time to check it.
const TAGS: &str = " a abbr aside b blockquote br caption cite code em figcaption figure h2 h3 h4 hr i img li ol p pre q s small \
                    strong sub sup table tbody td tfoot th thead tr u ul ";
const ATTRIBUTES: &str =
    " alt class colspan dir height href lang loading rel rowspan scope src start title width ";
const CLASSES: &str =
    " a.click-to-view blockquote.pull-quote figure.gallery p.further-reading small.footnote sup.footnote ";

/// Lines of a file in the folder; `None` if the folder is missing.
fn lines(name: &str) -> Option<impl Iterator<Item = String>> {
    let path = path(name);
    let Ok(file) = File::open(&path) else {
        eprintln!(
            "SKIPPED: {} is not there; this test needs material that is no part of the project",
            path.display()
        );
        return None;
    };
    Some(BufReader::new(GzDecoder::new(file)).lines().map(Result::unwrap))
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data").join(name)
}

struct NoMedia;

impl Media for NoMedia {
    fn picture(&self, _: &str) -> Option<(String, u32, u32)> {
        None
    }
}

/// Scheme of an address as a browser may read it: browsers ignore control characters, and so does this function.
fn scheme(address: &str) -> Option<String> {
    let (before, _) = address.split(['/', '?', '#']).next()?.split_once([':', '&'])?;
    let before: String = before.chars().filter(|sign| *sign > ' ').collect();
    before
        .chars()
        .all(|sign| sign.is_ascii_alphanumeric() || "+-.".contains(sign))
        .then(|| before.to_ascii_lowercase())
}

/// Elements and attributes that are not allowed in the HTML, found by another parser than the sanitiser's.
fn faults(html: &str) -> Vec<String> {
    let found = RefCell::new(Vec::new());
    let look = element!("*", |element| {
        let tag = element.tag_name();
        if !TAGS.contains(&format!(" {tag} ")) {
            found.borrow_mut().push(format!("<{tag}>"));
        }
        for attribute in element.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            if !ATTRIBUTES.contains(&format!(" {name} ")) {
                found.borrow_mut().push(format!("{tag} {name}"));
            }
            if name == "class" && !CLASSES.contains(&format!(" {tag}.{value} ")) {
                found.borrow_mut().push(format!("class {value}"));
            }
            let safe = ["http", "https", "mailto", "tel"];
            if matches!(name.as_str(), "href" | "src" | "cite")
                && scheme(&value).is_some_and(|scheme| !safe.contains(&scheme.as_str()))
            {
                found.borrow_mut().push(format!("{name}={value}"));
            }
        }
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(look)).unwrap();
    found.into_inner()
}

#[test]
fn nothing_hostile_comes_through_the_sanitiser() {
    let Some(lines) = lines("xss_vectors.jsonl.gz") else { return };
    let mut count = 0;
    for line in lines {
        let payload = serde_json::from_str::<serde_json::Value>(&line).unwrap();
        let payload = payload["payload"].as_str().unwrap();
        let around = format!("<p>a</p>{payload}<p>b</p>");
        for source in [
            Source::Html(payload.into()),
            Source::Html(around),
            Source::Markdown(payload.into()),
            Source::Markdown(format!("[x]({payload}) ![y]({payload})")),
            Source::Plain(payload.into()),
        ] {
            let html = to_html(&source, &NoMedia);
            assert_eq!(faults(&html), Vec::<String>::new(), "{source:?} became {html}");
            assert_eq!(resanitise(&html), html, "{source:?} is not stable");
        }
        count += 1;
    }
    assert!(count > 5000, "{count}");
}

#[test]
fn the_judge_of_the_test_above_sees_what_is_wrong() {
    for html in [
        "<script>x</script>",
        "<p onclick=x>",
        "<a href=\"javascript:x\">",
        "<a href=\"java&#10;script:x\">",
        "<img src=\"data:x\">",
        "<p class=x>",
        "<svg>",
    ] {
        assert!(!faults(html).is_empty(), "{html}");
    }
    assert!(faults("<p>a <a href=\"/x\">b</a> <a href=\"c/d:e\">f</a></p>").is_empty());
}

#[test]
fn thousands_of_real_articles_come_in() {
    let Some(lines) = lines("id_news.jsonl.gz") else { return };
    let dated = lines.filter(|line| !line.contains("\"published_at\": null")).count();
    let folder = tempfile::tempdir().unwrap();
    // The rejected records are written beside the file, and that folder is read-only for tests.
    std::fs::copy(path("id_news.jsonl.gz"), folder.path().join("news.jsonl.gz")).unwrap();
    let warta = |arguments: &[&str]| {
        let ran = Command::new(env!("CARGO_BIN_EXE_warta"))
            .args(arguments)
            .current_dir(folder.path())
            .env_clear()
            .output()
            .unwrap();
        (ran.status.code(), String::from_utf8(ran.stdout).unwrap())
    };
    let (code, told) = warta(&["import", "jsonl", "news.jsonl.gz"]);
    assert_eq!(code, Some(2), "some have no date");
    assert!(told.starts_with(&format!("created {dated}, updated 0, unchanged 0, ")), "{told}");
    assert_eq!(warta(&["check"]), (Some(0), format!("checked {dated} articles: all is well\n")));
}
