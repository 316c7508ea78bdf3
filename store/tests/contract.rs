//! Every promise of the storage traits, tested once against every database.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "contract/sample.rs"]
mod sample;

use chrono::TimeDelta;
use domain::article::{Correction, CorrectionKind, CoverStory, Edition, PictureSource, VideoSource};
use domain::body::LockedBody;
use domain::label::Topic;
use domain::list::{Cursor, List};
use domain::newsroom::{ArticleRepository, ArticleStore, Fingerprint, Rewrite, id_of};
use store::{Database, Schema, SeenIds};

use sample::{draft, id, noon};

contract! {
    an_article_comes_back_as_it_was_saved
    saving_again_replaces_all_of_it
    a_walk_meets_every_article_once
    fingerprints_are_those_of_present_articles
    only_outdated_bodies_are_rewritten
    corrections_are_listed_and_linked_both_ways
    a_fresh_schema_is_ready_and_without_fault
    writers_at_once_wait_for_each_other
    strange_text_is_kept_to_the_letter
    a_large_batch_is_saved_whole
}

async fn an_article_comes_back_as_it_was_saved(database: Database) {
    let mut full = draft(1, noon());
    full.article.updated_at = Some(noon() + TimeDelta::hours(2));
    full.article.cover_story = CoverStory::Yes;
    full.article.edition = Edition::Majalah;
    let mut bare = draft(2, noon());
    bare.article.summary = None;
    bare.article.section = None;
    bare.article.topics.clear();
    bare.article.byline = domain::article::Byline::default();
    bare.article.picture = None;
    bare.videos.clear();
    let mut remote = draft(3, noon());
    remote.article.picture.as_mut().unwrap().src = PictureSource::Origin("https://example.com/a.jpg".into());
    remote.videos[0].src = VideoSource::Elsewhere("https://example.com/v".into());
    remote.videos[0].poster = Some(PictureSource::Origin("https://example.com/p.jpg".into()));
    database.save(&[full.clone(), bare.clone(), remote.clone()]).await.unwrap();
    for draft in [full, bare, remote] {
        let (article, body) = database.find(&draft.article.id).await.unwrap().unwrap();
        assert_eq!(article, draft.article);
        let stored = LockedBody::new(article.id.clone(), draft.body_html).with_videos(draft.videos);
        assert_eq!(body, stored);
        let card = database.card(&article.id, noon()).await.unwrap().unwrap();
        assert_eq!((card.title, card.picture), (article.title, article.picture));
    }
    assert!(database.find(&id(99)).await.unwrap().is_none());
    assert!(database.card(&id(99), noon()).await.unwrap().is_none());
}

async fn corrections_are_listed_and_linked_both_ways(database: Database) {
    let noted = |hours, told_in| Correction {
        kind: CorrectionKind::Koreksi,
        noted_at: noon() + TimeDelta::hours(hours),
        text: format!("Jam {hours}."),
        told_in,
    };
    let mut drafts: Vec<_> = (1..=4).map(|n| draft(n, noon())).collect();
    drafts[0].article.corrections = vec![noted(4, Some(id(3))), noted(1, None)];
    drafts[1].article.corrections = vec![noted(4, Some(id(3))), noted(2, Some(id(99)))];
    drafts[2].article.corrections = vec![noted(9, None)];
    drafts[3].article.published_at = noon() + TimeDelta::days(1);
    drafts[3].article.corrections = vec![noted(3, Some(id(3)))];
    database.save(&drafts).await.unwrap();
    assert_eq!(database.find(&id(1)).await.unwrap().unwrap().0, drafts[0].article);

    // A page at a time; two of the same moment are parted by their articles; nothing of the future, no hidden article.
    let now = noon() + TimeDelta::hours(5);
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let found = database.corrections(cursor.as_ref(), now, 1).await.unwrap();
        let Some((card, correction)) = found.first() else { break };
        cursor = Some(Cursor { at: correction.noted_at, id: card.id.clone() });
        seen.push((card.id.as_str().to_owned(), correction.text.clone()));
    }
    let seen: Vec<_> = seen.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    assert_eq!(seen, [("2", "Jam 4."), ("1", "Jam 4."), ("2", "Jam 2."), ("1", "Jam 1.")]);
    let told = async |at| database.told_in(&id(3), noon() + TimeDelta::hours(at)).await.unwrap();
    assert_eq!(told(5).await.into_iter().map(|card| card.id).collect::<Vec<_>>(), [id(2), id(1)]);
    assert!(told(3).await.is_empty());

    // Saved anew without them, they are gone.
    drafts[0].article.corrections.clear();
    database.save(&drafts[..1]).await.unwrap();
    assert_eq!(database.corrections(None, now, 9).await.unwrap().len(), 2);
}

async fn saving_again_replaces_all_of_it(database: Database) {
    database.save(&[draft(1, noon())]).await.unwrap();
    let mut changed = draft(1, noon() - TimeDelta::days(1));
    changed.article.title = "Judul lain".into();
    changed.article.topics = vec![Topic::named("Lain").unwrap()];
    changed.article.byline.reporters.clear();
    changed.article.picture = None;
    changed.body_html = "<p>Lain.</p>".into();
    changed.fingerprint = Fingerprint("lain".into());
    database.save(&[changed.clone()]).await.unwrap();
    let (article, _) = database.find(&id(1)).await.unwrap().unwrap();
    assert_eq!(article, changed.article);
    assert_eq!(database.count().await.unwrap(), 1);
    let old_topic = List::Topic(draft(1, noon()).article.topics[0].slug.clone());
    assert!(database.cards(&old_topic, None, noon(), 9).await.unwrap().is_empty());
    assert_eq!(database.integrity_errors().await.unwrap(), [""; 0]);
}

async fn a_walk_meets_every_article_once(database: Database) {
    let drafts: Vec<_> = (0..25).map(|n| draft(n, noon() + TimeDelta::days(1))).collect();
    database.save(&drafts).await.unwrap();
    let mut met = Vec::new();
    loop {
        let stored = database.page_after(met.last(), 10).await.unwrap();
        if stored.is_empty() {
            break;
        }
        met.extend(stored.into_iter().map(|stored| stored.unwrap().article.id));
    }
    let mut expected: Vec<_> = drafts.iter().map(|draft| draft.article.id.clone()).collect();
    expected.sort();
    assert_eq!(met, expected);
    assert_eq!(database.count().await.unwrap(), 25);
}

async fn fingerprints_are_those_of_present_articles(database: Database) {
    database.save(&[draft(1, noon()), draft(2, noon())]).await.unwrap();
    let mut found = database.fingerprints(&[id(1), id(2), id(3)]).await.unwrap();
    found.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(found, [(id(1), draft(1, noon()).fingerprint), (id(2), draft(2, noon()).fingerprint)]);
    assert!(database.fingerprints(&[]).await.unwrap().is_empty());
}

async fn only_outdated_bodies_are_rewritten(database: Database) {
    let mut old = draft(1, noon());
    old.sanitiser = 1;
    let mut new = draft(2, noon());
    new.sanitiser = 2;
    database.save(&[old, new]).await.unwrap();
    let outdated = database.outdated(2, 0, 9).await.unwrap();
    assert_eq!(outdated.iter().map(id_of).collect::<Vec<_>>(), [&id(1)]);
    let teaser = domain::article::Teaser::from_text("Bersih.");
    let clean = Rewrite { id: id(1), body_html: "<p>Bersih.</p>".into(), teaser: teaser.clone() };
    database.rewrite(&[clean], 2).await.unwrap();
    assert!(database.outdated(2, 0, 9).await.unwrap().is_empty());
    let (article, body) = database.find(&id(1)).await.unwrap().unwrap();
    assert_eq!(article.teaser, teaser);
    assert_eq!(body, LockedBody::new(id(1), "<p>Bersih.</p>".into()).with_videos(draft(1, noon()).videos));
}

async fn a_fresh_schema_is_ready_and_without_fault(database: Database) {
    assert_eq!(database.schema().await.unwrap(), Schema::Usable);
    database.migrate().await.unwrap();
    assert_eq!(database.schema().await.unwrap(), Schema::Usable);
    assert_eq!(database.integrity_errors().await.unwrap(), [""; 0]);
}

async fn writers_at_once_wait_for_each_other(database: Database) {
    let writers = (0..8).map(|writer| {
        let database = database.clone();
        tokio::spawn(async move {
            for round in 0..5 {
                let drafts: Vec<_> =
                    (0..20).map(|n| draft((n * 7 + writer * 3 + round) % 40, noon())).collect();
                database.save(&drafts).await.unwrap();
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    assert_eq!(database.count().await.unwrap(), 40);
    assert_eq!(database.integrity_errors().await.unwrap(), [""; 0]);
}

async fn strange_text_is_kept_to_the_letter(database: Database) {
    for (n, text) in
        (0..).zip(["'; DROP TABLE articles; --", "\u{202e}terbalik", "emoji 🐉 é \t", "$1 ?1 %s {}"])
    {
        let mut strange = draft(n, noon());
        strange.article.title = text.into();
        strange.article.summary = Some(text.into());
        strange.body_html = text.into();
        database.save(&[strange.clone()]).await.unwrap();
        let (article, _) = database.find(&id(n)).await.unwrap().unwrap();
        assert_eq!(article, strange.article);
    }
}

async fn a_large_batch_is_saved_whole(database: Database) {
    // More values than one statement takes.
    let drafts: Vec<_> = (0..3_000).map(|n| draft(n, noon())).collect();
    database.save(&drafts).await.unwrap();
    assert_eq!(database.count().await.unwrap(), 3_000);
}

#[tokio::test]
async fn sightings_name_the_first_line_of_an_id() {
    let seen_ids = SeenIds::new().await.unwrap();
    let ids =
        |pairs: &[(&str, u64)]| pairs.iter().map(|(id, line)| ((*id).to_owned(), *line)).collect::<Vec<_>>();
    assert_eq!(seen_ids.record(&ids(&[("a", 1), ("b", 2), ("a", 3)])).await.unwrap(), [None, None, Some(1)]);
    assert_eq!(seen_ids.record(&ids(&[("b", 4), ("c", 5)])).await.unwrap(), [Some(2), None]);
    assert!(seen_ids.record(&[]).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_address_that_is_none_is_named_without_its_secrets() {
    let error = Database::open("mysql://root:secret@host/db", store::Workload::Command)
        .await
        .unwrap_err()
        .to_string();
    assert!(error.contains("mysql") && !error.contains("secret"), "{error}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_sqlite_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/warta.db");
    let database =
        Database::open(&format!("sqlite://{}", path.display()), store::Workload::Command).await.unwrap();
    database.migrate().await.unwrap();
    for ending in ["", "-wal", "-shm"] {
        let file = format!("{}{ending}", path.display());
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}
