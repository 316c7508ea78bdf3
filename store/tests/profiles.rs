//! Profiles on both databases, and what lists take from them.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "contract/sample.rs"]
mod sample;

use chrono::TimeDelta;
use domain::ad::Placed;
use domain::article::{ArticleId, Correction, CorrectionKind, PictureFile};
use domain::label::{Person, Section, Topic};
use domain::list::List;
use domain::newsroom::{ArticleRepository, ArticleStore};
use domain::profile::{Contact, Portrait, Profile, ProfileContent, ProfileKind, ProfileStore};
use domain::slug::Slug;
use store::Database;

use sample::{draft, id, noon};

contract! {
    saving_again_changes_what_has_changed
    what_is_most_frequent_comes_first
    an_opinion_names_its_authors_and_shows_the_portrait_of_the_first
}

fn slug(text: &str) -> Slug {
    Slug::from_text(text).unwrap()
}

fn profile(kind: ProfileKind, name: &str) -> Profile {
    let file = PictureFile { name: format!("{name}.jpg"), width: 3, height: 2, placeholder: None };
    let content = ProfileContent {
        about_html: format!("<p>Tentang {name}.</p>"),
        description: format!("Tentang {name}."),
        role: Some("Redaktur".into()),
        contact: Some(Contact::Email("redaksi@example.com".into())),
        portrait: Some(Portrait { file, alt: Some("Wajahnya".into()), credit: None }),
        ..ProfileContent::default()
    };
    Profile { kind, slug: slug(name), name: name.to_owned(), content, sanitiser: 1 }
}

async fn saving_again_changes_what_has_changed(database: Database) {
    let placed = |created, updated, unchanged| Placed { created, updated, unchanged };
    let mut all = vec![profile(ProfileKind::Person, "Sita"), profile(ProfileKind::Topic, "Sita")];
    assert_eq!(database.save_profiles(&all).await.unwrap(), placed(2, 0, 0));
    assert_eq!(database.save_profiles(&all).await.unwrap(), placed(0, 0, 2));
    all[1].content.role = None;
    all.push(profile(ProfileKind::Person, "Nadira Kusuma"));
    assert_eq!(database.save_profiles(&all).await.unwrap(), placed(1, 1, 1));
    let found = database.profile(ProfileKind::Topic, &slug("Sita")).await.unwrap();
    assert_eq!(found, Some(all[1].clone()), "a person and a topic may have one name");
    assert_eq!(database.profile(ProfileKind::Topic, &slug("Lain")).await.unwrap(), None);
    let kept: Vec<_> = database.profiles().await.unwrap().into_iter().map(Result::unwrap).collect();
    assert_eq!(kept, [all[2].clone(), all[0].clone(), all[1].clone()]);
}

async fn what_is_most_frequent_comes_first(database: Database) {
    let mut drafts: Vec<_> = (1..=5).map(|n| draft(n, noon())).collect();
    let topics = |names: &[&str]| names.iter().map(|name| Topic::named(name).unwrap()).collect::<Vec<_>>();
    for draft in &mut drafts {
        draft.article.topics = topics(&["Air"]);
    }
    drafts[0].article.topics = topics(&["Gempa", "Air"]);
    drafts[1].article.section = Section::named("Sains");
    // Neither an article of the future nor one that was withdrawn counts, nor one by somebody else.
    drafts[2].article.topics = topics(&["Nanti"]);
    drafts[2].article.published_at = noon() + TimeDelta::hours(1);
    drafts[3].article.topics = topics(&["Dicabut"]);
    drafts[3].article.corrections = vec![Correction {
        kind: CorrectionKind::Pencabutan,
        noted_at: noon(),
        text: "Dicabut.".into(),
        told_in: None,
    }];
    drafts[4].article.byline.reporters = Person::named("Lain").into_iter().collect();
    drafts[4].article.byline.editors = Vec::new();
    database.save(&drafts).await.unwrap();
    let covered = database.coverage(&slug("Nadira Kusuma"), noon(), 9).await.unwrap();
    assert_eq!(covered.topics, topics(&["Air", "Gempa"]));
    assert_eq!(covered.sections, [Section::named("Dunia").unwrap(), Section::named("Sains").unwrap()]);
    let covered = database.coverage(&slug("Nadira Kusuma"), noon(), 1).await.unwrap();
    assert_eq!((covered.topics.len(), covered.sections.len()), (1, 1));
    assert_eq!(database.coverage(&slug("Tidak Ada"), noon(), 9).await.unwrap().topics, []);
    let person = |name| Person::named(name).unwrap();
    let reporters = database.reporters(&slug("Air"), noon(), 9).await.unwrap();
    assert_eq!(reporters, [person("Nadira Kusuma"), person("Lain")], "who edits does not report");
    assert_eq!(database.reporters(&slug("Air"), noon(), 1).await.unwrap().len(), 1);
}

async fn an_opinion_names_its_authors_and_shows_the_portrait_of_the_first(database: Database) {
    let mut drafts: Vec<_> = (1..=3).map(|n| draft(n, noon())).collect();
    for draft in &mut drafts {
        draft.article.byline.reporters = ["Sita", "Anton"].into_iter().filter_map(Person::named).collect();
    }
    for draft in &mut drafts[..2] {
        draft.article.section = Section::named("Opini");
    }
    drafts[0].article.picture = None;
    database.save(&drafts).await.unwrap();
    let authors = ["Sita", "Anton"].map(|name| Person::named(name).unwrap());
    let card = |id: ArticleId| {
        let database = database.clone();
        async move { database.card(&id, noon()).await.unwrap().unwrap() }
    };
    assert_eq!((card(id(1)).await.authors, card(id(1)).await.picture), (authors.to_vec(), None));
    let sita = profile(ProfileKind::Person, "Sita");
    let topic = profile(ProfileKind::Topic, "Anton");
    database.save_profiles(&[sita.clone(), topic]).await.unwrap();
    let portrait = sita.content.portrait.unwrap().picture();
    assert_eq!(card(id(1)).await.picture, Some(portrait.clone()));
    assert_ne!(card(id(2)).await.picture, Some(portrait), "its own picture stays");
    assert_eq!(card(id(3)).await.authors, [], "what is no opinion names nobody");
    let listed = database.cards(&List::Section(slug("Opini")), None, noon(), 9).await.unwrap();
    assert!(listed.len() == 2 && listed.iter().all(|card| card.authors == authors), "{listed:?}");
}
