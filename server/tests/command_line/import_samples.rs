//! Imports with exports and feeds from outside the repository. If they are missing, the tests are skipped with a message.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use server::import::{Former, LeftBehind, Mapping, Subjects, feed, ghost, wordpress};
use tempfile::TempDir;

use crate::newsroom::{Newsroom, text};

/// Files of an archive, unpacked into a folder.
fn unpacked(name: &str) -> Option<(TempDir, Vec<PathBuf>)> {
    let archive = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data").join(name);
    if !archive.exists() {
        eprintln!(
            "SKIPPED: {} is not there; this test needs material that is no part of the project",
            archive.display()
        );
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new("tar").arg("xzf").arg(&archive).arg("-C").arg(folder.path()).status().unwrap();
    assert!(done.success());
    let (mut files, mut folders) = (Vec::new(), vec![folder.path().to_owned()]);
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Some((folder, files))
}

fn former() -> Arc<Former> {
    Arc::new(Former {
        survey: wordpress::Survey::default(),
        mapping: Mapping::default(),
        prefix: String::new(),
        language: None,
        site: String::new(),
        left: LeftBehind::default(),
        subjects: Subjects::default(),
    })
}

fn is(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|known| known == ending)
}

#[test]
fn every_sample_is_imported_or_refused_by_name() {
    let Some((_folder, files)) = unpacked("import_samples.tar.gz") else { return };
    let newsroom = Newsroom::new();
    let mut created = 0;
    for path in &files {
        let kinds: &[&str] = match path {
            path if is(path, "xml") => &["wordpress", "feed", "ghost"],
            path if is(path, "json") => &["ghost", "feed", "wordpress"],
            path if is(path, "csv") => &["readers"],
            _ => &["feed", "wordpress", "ghost"],
        };
        for kind in kinds {
            let ran = newsroom.run(&["import", kind, text(path)]);
            let all = format!("{kind} {}: {ran:?}", path.display());
            assert!(!ran.stderr.contains("panicked"), "{all}");
            match ran.code {
                Some(0 | 2) => {
                    let counts = ran.stdout.lines().last().unwrap();
                    let rejected: u64 = counts.rsplit(' ').next().unwrap().parse().unwrap();
                    assert_eq!(rejected > 0, ran.code == Some(2), "{all}");
                    assert!(
                        ran.stderr.matches(&format!("{}:", path.display())).count() as u64
                            >= rejected.min(20),
                        "{all}"
                    );
                    created += counts.split([' ', ',']).nth(1).unwrap().parse::<u64>().unwrap();
                }
                Some(1) => {
                    assert!(ran.stderr.contains(text(path)) && ran.stderr.lines().count() == 1, "{all}");
                }
                _ => panic!("{all}"),
            }
        }
    }
    assert!(created >= 60, "{created} of the samples are articles");
    assert_eq!(newsroom.run(&["check"]).code, Some(0));
}

#[test]
fn every_post_of_the_theme_unit_test_is_an_article_or_accounted_for() {
    let Some((_folder, files)) = unpacked("import_samples.tar.gz") else { return };
    for path in files.iter().filter(|path| path.components().any(|part| part.as_os_str() == "wxr")) {
        let newsroom = Newsroom::new();
        let ran = newsroom.run(&["import", "wordpress", text(path)]);
        let xml = std::fs::read_to_string(path).unwrap();
        let posts = xml
            .split("<item>")
            .skip(1)
            .filter(|item| {
                !item.contains("<wp:post_type>attachment")
                    && !item.contains("<wp:post_type><![CDATA[attachment")
            })
            .count() as u64;
        let number = |text: &str| text.trim().split([' ', ',']).next().unwrap().parse::<u64>().unwrap();
        let counts: Vec<_> = ran
            .stdout
            .lines()
            .last()
            .unwrap()
            .split(", ")
            .map(|part| number(part.split(' ').nth(1).unwrap()))
            .collect();
        let left =
            ran.stdout.lines().filter(|line| line.contains("items of type") || line.contains("posts with"));
        let left: u64 = left
            .map(|line| {
                number(
                    line.rsplit_once(": ").map_or("", |_| {
                        line.split("`: ").last().unwrap().split("password: ").last().unwrap()
                    }),
                )
            })
            .sum();
        assert_eq!(counts[0] + counts[3] + left, posts, "{}: {ran:?}", path.display());
        let again = newsroom.run(&["import", "wordpress", text(path)]);
        assert!(
            again.stdout.contains(&format!("created 0, updated 0, unchanged {}", counts[0])),
            "{again:?}"
        );
    }
}

#[test]
fn every_feed_is_read_or_refused() {
    let Some((_folder, files)) = unpacked("feeds_feedparser.tar.gz") else { return };
    let (mut read, mut found) = (0, 0);
    for path in &files {
        let open = || Box::new(File::open(path).unwrap());
        if let Ok(mut entries) = feed::entries(open(), former()) {
            read += 1;
            while let Ok(Some(_)) = entries.next_record() {
                found += 1;
            }
        }
        // What is of another kind is refused, too.
        assert!(ghost::posts(open(), former()).is_err());
        if let Ok(mut posts) = wordpress::posts(open(), former()) {
            while let Ok(Some(_)) = posts.next_record() {}
        }
    }
    assert!(read >= 700 && found >= 500, "{read} feeds with {found} entries");
}
