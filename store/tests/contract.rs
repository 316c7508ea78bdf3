//! Every promise of the storage traits, tested once against every database.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "contract/sample.rs"]
mod sample;

use chrono::TimeDelta;
use domain::article::{CoverStory, Edition, PictureSource, VideoSource};
use domain::body::LockedBody;
use domain::correction::{Correction, Kind};
use domain::label::{Person, Section, Topic};
use domain::list::{Cursor, List};
use domain::newsroom::{ArticleStore, Fingerprint, Newsroom, Rewrite};
use domain::slug::Slug;
use store::{Database, Sightings};

use sample::{draft, id, noon};

contract! {
    an_article_comes_back_as_it_was_saved
    saving_again_replaces_all_of_it
    every_list_is_newest_first_and_pages_without_gap
    nothing_of_the_future_is_seen
    articles_that_share_most_topics_come_first
    picks_come_by_the_newest_picking_article
    the_first_name_of_a_slug_stays
    sections_keep_their_order
    a_walk_meets_every_article_once
    fingerprints_are_those_of_present_articles
    only_outdated_bodies_are_rewritten
    corrections_are_listed_and_linked_both_ways
    what_was_withdrawn_is_on_no_list
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
        let kept = LockedBody::new(article.id.clone(), draft.body_html).with_videos(draft.videos);
        assert_eq!(body, kept);
        let card = database.card(&article.id, noon()).await.unwrap().unwrap();
        assert_eq!((card.title, card.picture), (article.title, article.picture));
    }
    assert!(database.find(&id(99)).await.unwrap().is_none());
    assert!(database.card(&id(99), noon()).await.unwrap().is_none());
}

async fn corrections_are_listed_and_linked_both_ways(database: Database) {
    let noted = |hours, told_in| Correction {
        kind: Kind::Koreksi,
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

async fn what_was_withdrawn_is_on_no_list(database: Database) {
    let mut drafts: Vec<_> = (1..=3).map(|n| draft(n, noon())).collect();
    drafts[0].article.editor_pick = Some(id(2));
    drafts[1].article.corrections =
        vec![Correction { kind: Kind::Pencabutan, noted_at: noon(), text: "Dicabut.".into(), told_in: None }];
    database.save(&drafts).await.unwrap();
    let slug = |text| Slug::from_text(text).unwrap();
    for list in [
        List::Everything,
        List::Section(slug("Dunia")),
        List::Topic(slug("Korea Utara")),
        List::Person(slug("Nadira Kusuma")),
        List::Edition(Edition::Online),
    ] {
        let cards = database.cards(&list, None, noon(), 9).await.unwrap();
        assert_eq!(cards.into_iter().map(|card| card.id).collect::<Vec<_>>(), [id(3), id(1)], "{list:?}");
    }
    let others = database.sharing_topics(&id(1), noon(), 9).await.unwrap();
    assert_eq!(others.into_iter().map(|card| card.id).collect::<Vec<_>>(), [id(3)]);
    assert!(database.picks(noon(), 9).await.unwrap().is_empty());
    assert!(database.card(&id(2), noon()).await.unwrap().is_some(), "its own page stays");
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
    assert_eq!(database.faults().await.unwrap(), [""; 0]);
}

async fn every_list_is_newest_first_and_pages_without_gap(database: Database) {
    // Three share each instant, so that pages break between equals.
    let drafts: Vec<_> = (0..30).map(|n| draft(n, noon() - TimeDelta::minutes(i64::from(n / 3)))).collect();
    database.save(&drafts).await.unwrap();
    let mut expected: Vec<_> = drafts.iter().map(|draft| &draft.article).collect();
    expected.sort_by_key(|article| std::cmp::Reverse((article.published_at, article.id.clone())));
    let expected: Vec<_> = expected.iter().map(|article| article.id.clone()).collect();
    let slug = |text| Slug::from_text(text).unwrap();
    for list in [
        List::Everything,
        List::Section(slug("Dunia")),
        List::Topic(slug("Korea Utara")),
        List::Person(slug("Nadira Kusuma")),
        List::Edition(Edition::Online),
    ] {
        let mut seen = Vec::new();
        let mut cursor: Option<Cursor> = None;
        loop {
            let cards = database.cards(&list, cursor.as_ref(), noon(), 7).await.unwrap();
            let Some(last) = cards.last() else { break };
            cursor = Some(Cursor::after(last));
            seen.extend(cards.into_iter().map(|card| card.id));
        }
        assert_eq!(seen, expected, "{list:?}");
    }
    for list in [List::Edition(Edition::Koran), List::Section(slug("Lain")), List::Topic(slug("Lain"))] {
        assert!(database.cards(&list, None, noon(), 7).await.unwrap().is_empty(), "{list:?}");
    }
}

async fn nothing_of_the_future_is_seen(database: Database) {
    let mut past = draft(1, noon());
    past.article.editor_pick = Some(id(2));
    let mut future = draft(2, noon() + TimeDelta::milliseconds(1));
    future.article.section = Section::named("Embargo");
    future.article.editor_pick = Some(id(1));
    database.save(&[past, future]).await.unwrap();
    assert_eq!(database.cards(&List::Everything, None, noon(), 9).await.unwrap().len(), 1);
    // A cursor of the future does not reveal it either.
    let later = Cursor { at: noon() + TimeDelta::days(9), id: id(9) };
    assert_eq!(database.cards(&List::Everything, Some(&later), noon(), 9).await.unwrap().len(), 1);
    assert!(database.card(&id(2), noon()).await.unwrap().is_none());
    assert!(database.sharing_topics(&id(1), noon(), 9).await.unwrap().is_empty());
    assert!(database.picks(noon(), 9).await.unwrap().is_empty());
    assert_eq!(database.sections(noon(), 9).await.unwrap(), [Section::named("Dunia").unwrap()]);
    let tomorrow = noon() + TimeDelta::days(1);
    assert_eq!(database.cards(&List::Everything, None, tomorrow, 9).await.unwrap().len(), 2);
    assert_eq!(database.sections(tomorrow, 9).await.unwrap().len(), 2);
}

async fn articles_that_share_most_topics_come_first(database: Database) {
    let topics = |names: &[&str]| names.iter().map(|name| Topic::named(name).unwrap()).collect::<Vec<_>>();
    let mut drafts: Vec<_> = (1..=4).map(|n| draft(n, noon() - TimeDelta::hours(i64::from(n)))).collect();
    drafts[0].article.topics = topics(&["A", "B", "C"]);
    drafts[1].article.topics = topics(&["A"]);
    drafts[2].article.topics = topics(&["A", "B"]);
    drafts[3].article.topics = topics(&["D"]);
    database.save(&drafts).await.unwrap();
    let found = database.sharing_topics(&id(1), noon(), 9).await.unwrap();
    assert_eq!(found.into_iter().map(|card| card.id).collect::<Vec<_>>(), [id(3), id(2)]);
}

async fn picks_come_by_the_newest_picking_article(database: Database) {
    let mut drafts: Vec<_> = (1..=4).map(|n| draft(n, noon() - TimeDelta::hours(i64::from(n)))).collect();
    drafts[0].article.editor_pick = Some(id(4));
    drafts[1].article.editor_pick = Some(id(3));
    drafts[2].article.editor_pick = Some(id(4));
    drafts[3].article.editor_pick = Some(id(99));
    database.save(&drafts).await.unwrap();
    let picks = database.picks(noon(), 9).await.unwrap();
    assert_eq!(picks.into_iter().map(|card| card.id).collect::<Vec<_>>(), [id(4), id(3)]);
}

async fn the_first_name_of_a_slug_stays(database: Database) {
    database.save(&[draft(1, noon())]).await.unwrap();
    let mut other = draft(2, noon());
    other.article.topics = vec![Topic::named("KOREA UTARA").unwrap()];
    other.article.byline.reporters = vec![Person::named("NADIRA KUSUMA").unwrap()];
    database.save(&[other]).await.unwrap();
    let slug = |text| Slug::from_text(text).unwrap();
    for (list, expected) in [
        (List::Topic(slug("Korea Utara")), Some("Korea Utara")),
        (List::Person(slug("Nadira Kusuma")), Some("Nadira Kusuma")),
        (List::Section(slug("Dunia")), Some("Dunia")),
        (List::Section(slug("Lain")), None),
    ] {
        assert_eq!(database.list_name(&list).await.unwrap().as_deref(), expected, "{list:?}");
    }
}

async fn sections_keep_their_order(database: Database) {
    for (n, name) in [(1, "Nasional"), (2, "Dunia"), (3, "Bisnis")] {
        let mut draft = draft(n, noon() - TimeDelta::hours(i64::from(n)));
        draft.article.section = Section::named(name);
        database.save(&[draft]).await.unwrap();
    }
    let names: Vec<_> =
        database.sections(noon(), 9).await.unwrap().into_iter().map(|section| section.name).collect();
    assert_eq!(names, ["Nasional", "Dunia", "Bisnis"]);
    assert_eq!(database.sections(noon(), 2).await.unwrap().len(), 2);
}

async fn a_walk_meets_every_article_once(database: Database) {
    let drafts: Vec<_> = (0..25).map(|n| draft(n, noon() + TimeDelta::days(1))).collect();
    database.save(&drafts).await.unwrap();
    let mut met = Vec::new();
    loop {
        let kept = database.walk(met.last(), 10).await.unwrap();
        if kept.is_empty() {
            break;
        }
        met.extend(kept.into_iter().map(|kept| kept.article.id));
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
    let outdated = database.outdated(2, 9).await.unwrap();
    assert_eq!(outdated.iter().map(|kept| &kept.article.id).collect::<Vec<_>>(), [&id(1)]);
    let teaser = domain::body::Teaser::from_text("Bersih.");
    let clean = Rewrite { id: id(1), body_html: "<p>Bersih.</p>".into(), teaser: teaser.clone() };
    database.rewrite(&[clean], 2).await.unwrap();
    assert!(database.outdated(2, 9).await.unwrap().is_empty());
    let (article, body) = database.find(&id(1)).await.unwrap().unwrap();
    assert_eq!(article.teaser, teaser);
    assert_eq!(body, LockedBody::new(id(1), "<p>Bersih.</p>".into()).with_videos(draft(1, noon()).videos));
}

async fn a_fresh_schema_is_ready_and_without_fault(database: Database) {
    database.ready().await.unwrap();
    database.migrate().await.unwrap();
    database.ready().await.unwrap();
    assert_eq!(database.faults().await.unwrap(), [""; 0]);
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
    assert_eq!(database.faults().await.unwrap(), [""; 0]);
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
    let sightings = Sightings::new().await.unwrap();
    let ids =
        |pairs: &[(&str, u64)]| pairs.iter().map(|(id, line)| ((*id).to_owned(), *line)).collect::<Vec<_>>();
    assert_eq!(sightings.note(&ids(&[("a", 1), ("b", 2), ("a", 3)])).await.unwrap(), [None, None, Some(1)]);
    assert_eq!(sightings.note(&ids(&[("b", 4), ("c", 5)])).await.unwrap(), [Some(2), None]);
    assert!(sightings.note(&[]).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_address_that_is_none_is_named_without_its_secrets() {
    let error =
        Database::open("mysql://root:secret@host/db", store::Work::Command).await.unwrap_err().to_string();
    assert!(error.contains("mysql") && !error.contains("secret"), "{error}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_sqlite_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/warta.db");
    let database =
        Database::open(&format!("sqlite://{}", path.display()), store::Work::Command).await.unwrap();
    database.migrate().await.unwrap();
    for ending in ["", "-wal", "-shm"] {
        let file = format!("{}{ending}", path.display());
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}
