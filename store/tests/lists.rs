//! Lists of articles: their order, and who is on them.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "contract/sample.rs"]
mod sample;

use chrono::TimeDelta;
use domain::article::{Correction, CorrectionKind, Edition};
use domain::label::{Person, Section, Topic};
use domain::list::{Cursor, List};
use domain::newsroom::{ArticleRepository, ArticleStore};
use domain::slug::Slug;
use store::Database;

use sample::{draft, id, noon};

contract! {
    what_was_withdrawn_is_on_no_list
    every_list_is_newest_first_and_pages_without_gap
    nothing_of_the_future_is_seen
    articles_that_share_most_topics_come_first
    picks_come_by_the_newest_picking_article
    the_first_name_of_a_slug_stays
    sections_keep_their_order
    topics_of_many_articles_come_in_the_order_of_the_articles
}

async fn what_was_withdrawn_is_on_no_list(database: Database) {
    let mut drafts: Vec<_> = (1..=3).map(|n| draft(n, noon())).collect();
    drafts[0].article.editor_pick = Some(id(2));
    drafts[1].article.corrections = vec![Correction {
        kind: CorrectionKind::Pencabutan,
        noted_at: noon(),
        text: "Dicabut.".into(),
        told_in: None,
    }];
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

async fn topics_of_many_articles_come_in_the_order_of_the_articles(database: Database) {
    let mut drafts: Vec<_> = (1..=3).map(|n| draft(n, noon())).collect();
    let topic = |name| Topic::named(name).unwrap();
    drafts[0].article.topics = vec![topic("Gempa"), topic("Air")];
    drafts[1].article.topics = vec![];
    drafts[2].article.topics = vec![topic("Air")];
    database.save(&drafts).await.unwrap();
    let found = database.topics_of(&[id(3), id(9), id(2), id(1)]).await.unwrap();
    assert_eq!(found, [(id(3), topic("Air")), (id(1), topic("Gempa")), (id(1), topic("Air"))]);
    assert_eq!(database.topics_of(&[]).await.unwrap(), []);
}
