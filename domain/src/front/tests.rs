//! Layout of made-up papers, and of random ones.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::article::{Language, Picture, PictureFile, PictureSource};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap()
}

/// A story of so many hours ago, with the picture of this name if it is not empty.
fn card(id: u32, hours: i64, picture: &str) -> Card {
    let file = |name: &str| PictureFile { name: name.to_owned(), width: 3, height: 2, placeholder: None };
    Card {
        id: ArticleId::parse(&id.to_string()).unwrap(),
        title: format!("Judul {id}"),
        summary: None,
        published_at: now() - TimeDelta::hours(hours),
        edition: Edition::Online,
        cover_story: CoverStory::No,
        section: None,
        authors: Vec::new(),
        picture: (!picture.is_empty()).then(|| Picture {
            src: PictureSource::File(file(picture)),
            alt: None,
            caption: None,
            credit: None,
        }),
        language: Language::Indonesian,
    }
}

/// Stories of one hour each, the newest first; every picture is its own.
fn cards(ids: std::ops::RangeInclusive<u32>) -> Vec<Card> {
    ids.map(|id| card(id, i64::from(id), &format!("{id}.jpg"))).collect()
}

fn cover_story(id: u32, hours: i64) -> Card {
    let card = card(id, hours, &format!("{id}.jpg"));
    Card { edition: Edition::Majalah, cover_story: CoverStory::Yes, ..card }
}

fn ids(cards: &[Card]) -> Vec<&str> {
    cards.iter().map(|card| card.id.as_str()).collect()
}

fn about(ids: &[u32], name: &str) -> Vec<(ArticleId, Topic)> {
    let id = |id: &u32| ArticleId::parse(&id.to_string()).unwrap();
    ids.iter().map(|number| (id(number), Topic::named(name).unwrap())).collect()
}

fn top(paper: Paper) -> Top {
    arrange(paper, now()).top.unwrap()
}

#[test]
fn an_empty_paper_has_an_empty_front() {
    assert_eq!(arrange(Paper::default(), now()), Front::default());
}

#[test]
fn three_stories_of_one_topic_within_hours_are_breaking_news() {
    let topics = [about(&[1, 3, 4], "Gempa"), about(&[2, 4], "Kurs")].concat();
    let top = top(Paper { newest: cards(1..=20), topics, ..Paper::default() });
    assert_eq!(top.layout, TopLayout::Breaking(Topic::named("Gempa").unwrap()));
    assert_eq!((top.lead.id.as_str(), ids(&top.below)), ("1", vec!["3", "4"]));
}

#[test]
fn below_breaking_news_stand_the_stories_of_its_topic_of_the_last_day() {
    let newest = [1, 2, 3, 9, 23, 24, 25].map(|hours| card(hours, hours.into(), &format!("{hours}.jpg")));
    let topics = about(&[1, 2, 3, 9, 24, 25], "Gempa");
    let top = top(Paper { newest: newest.to_vec(), topics, ..Paper::default() });
    assert_eq!((top.lead.id.as_str(), ids(&top.below)), ("1", vec!["2", "3", "9", "24"]));
}

#[test]
fn two_of_a_topic_or_three_in_more_hours_are_not() {
    for (topics, hours) in [(about(&[1, 2], "Gempa"), 1), (about(&[1, 2, 3], "Gempa"), 9)] {
        let newest = (1..=5).map(|id| card(id, hours * i64::from(id), &format!("{id}.jpg"))).collect();
        assert_eq!(top(Paper { newest, topics, ..Paper::default() }).layout, TopLayout::Pair);
    }
}

#[test]
fn a_new_cover_story_or_pick_leads_alone() {
    let mut newest = cards(1..=9);
    newest[4] = cover_story(5, 5);
    let of_cover = top(Paper { newest: newest.clone(), picks: cards(7..=7), ..Paper::default() });
    assert_eq!((of_cover.layout, of_cover.lead.id.as_str()), (TopLayout::Story, "5"));
    assert_eq!(ids(&of_cover.below), ["1", "2", "3"]);
    let of_pick = top(Paper { newest: cards(1..=9), picks: cards(7..=7), ..Paper::default() });
    assert_eq!((of_pick.layout, of_pick.lead.id.as_str()), (TopLayout::Story, "7"));
}

#[test]
fn an_opinion_is_on_top_only_where_there_is_no_news() {
    let opinion = |id| Card { section: Section::named("Opini"), ..card(id, 1, &format!("{id}.jpg")) };
    let newest = vec![opinion(1), card(2, 2, "b"), opinion(3), card(4, 4, "d")];
    let front = arrange(Paper { newest, ..Paper::default() }, now());
    let top = front.top.unwrap();
    assert_eq!((top.lead.id.as_str(), top.second.unwrap().id.as_str()), ("2", "4"));
    assert_eq!(ids(&front.newest), ["1", "3"]);
    assert_eq!(
        arrange(Paper { newest: vec![opinion(1)], ..Paper::default() }, now()).top.unwrap().lead.id.as_str(),
        "1"
    );
}

#[test]
fn what_was_great_two_days_ago_does_not_lead() {
    let newest = vec![card(1, 1, "a"), card(2, 2, "b"), cover_story(3, 48)];
    assert_eq!(top(Paper { newest, ..Paper::default() }).layout, TopLayout::Pair);
}

#[test]
fn without_pictures_the_newest_leads_in_words() {
    let newest = vec![card(1, 1, ""), card(2, 2, ""), card(3, 3, ""), card(4, 4, ""), card(5, 5, "")];
    let front = arrange(Paper { newest, ..Paper::default() }, now());
    let top = front.top.unwrap();
    assert_eq!(
        (top.layout, top.lead.id.as_str(), ids(&top.below)),
        (TopLayout::Story, "1", vec!["2", "3", "4"])
    );
    assert_eq!(ids(&front.newest), ["5"]);
}

#[test]
fn the_cover_story_has_a_band_with_its_issue_unless_it_is_on_top() {
    let magazine = vec![card(30, 100, ""), cover_story(31, 120), card(32, 130, "x"), card(33, 500, "")];
    let paper = Paper { newest: cards(1..=9), magazine: magazine.clone(), ..Paper::default() };
    let cover = arrange(paper, now()).cover.unwrap();
    assert_eq!((cover.story.id.as_str(), ids(&cover.of_issue)), ("31", vec!["30", "32"]));
    let on_top = Paper { newest: vec![cover_story(31, 1)], magazine, ..Paper::default() };
    assert_eq!(arrange(on_top, now()).cover, None);
}

#[test]
fn the_most_read_are_five_or_none() {
    for (read, expected) in [(4, 0), (5, 5), (9, 5)] {
        let most_read = cards(50..=(49 + read));
        let front = arrange(Paper { newest: cards(1..=9), most_read, ..Paper::default() }, now());
        assert_eq!(front.most_read.len(), expected, "{read}");
    }
}

#[test]
fn a_block_takes_the_form_of_what_it_holds() {
    let section = |name| Section::named(name).unwrap();
    let words = |from: u32| (from..from + 3).map(|id| card(id, 1, "")).collect::<Vec<_>>();
    let one_picture = [words(70), cards(79..=79)].concat();
    let sections = vec![
        (section("Dunia"), cards(40..=49)),
        (section("Ekonomi"), cards(50..=59)),
        (section("Sains"), words(60)),
        (section("Budaya"), one_picture),
        (section("Opini"), cards(80..=85)),
        (section("Kosong"), cards(40..=43)),
    ];
    let front = arrange(Paper { sections, ..Paper::default() }, now());
    let forms: Vec<_> = front.sections.iter().map(|(_, block)| (block.form, ids(&block.cards))).collect();
    assert_eq!(
        forms,
        [
            (BlockForm::Row, vec!["40", "41", "42", "43"]),
            (BlockForm::Feature, vec!["50", "51", "52", "53"]),
            (BlockForm::Text, vec!["60", "61", "62"]),
            (BlockForm::Feature, vec!["79", "70", "71", "72"]),
            (BlockForm::Opinion, vec!["80", "81", "82", "83"]),
        ]
    );
}

/// Stories of a random paper: with few pictures, so that some stand under several stories.
fn random_cards() -> impl Strategy<Value = Vec<Card>> {
    let one = (1..200u32, 0..400i64, 0..40u8, any::<bool>()).prop_map(|(id, hours, picture, is_cover)| {
        let name = if picture < 15 { String::new() } else { format!("{picture}.jpg") };
        let card = if is_cover && id % 7 == 0 { cover_story(id, hours) } else { card(id, hours, &name) };
        Card { picture: card.picture.filter(|_| picture >= 15), ..card }
    });
    prop::collection::vec(one, 0..60).prop_map(|mut cards| {
        cards.sort_by_key(|card| std::cmp::Reverse(card.published_at));
        let mut known = HashSet::new();
        cards.retain(|card| known.insert(card.id.clone()));
        cards
    })
}

fn random_paper() -> impl Strategy<Value = Paper> {
    let lists = (random_cards(), random_cards(), random_cards(), random_cards());
    let sections = prop::collection::vec(random_cards(), 0..9);
    (lists, sections, prop::collection::vec((1..200u32, 0..4u8), 0..60)).prop_map(
        |(lists, sections, topics)| {
            let (newest, picks, most_read, magazine) = lists;
            let topics = topics.into_iter().flat_map(|(id, topic)| about(&[id], &format!("Topik {topic}")));
            let names = ["Nasional", "Opini", "Dunia", "Ekonomi", "Sains", "Budaya", "Olahraga", "Kota"];
            let sections =
                names.iter().zip(sections).map(|(name, cards)| (Section::named(name).unwrap(), cards));
            let (topics, sections) = (topics.collect(), sections.collect());
            Paper { newest, topics, picks, most_read, magazine, sections }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_story_and_no_picture_stands_twice_and_no_form_has_a_hole(paper in random_paper()) {
        let had_news = !paper.newest.is_empty();
        let front = arrange(paper, now());
        prop_assert_eq!(front.top.is_some(), had_news);
        let mut all: Vec<Card> = Vec::new();
        if let Some(top) = front.top {
            prop_assert_eq!(top.second.is_some(), top.layout == TopLayout::Pair);
            let pictured = top.below.iter().filter(|card| card.picture.is_some()).count();
            prop_assert!(pictured == 0 || pictured == 3, "ragged below the lead: {pictured}");
            all.push(top.lead);
            all.extend(top.second);
            all.extend(top.below);
        }
        for card in front.newest.iter().chain(&front.most_read) {
            prop_assert!(card.picture.is_none());
        }
        prop_assert!(matches!(front.most_read.len(), 0 | MOST_READ));
        all.extend(front.newest);
        all.extend(front.most_read);
        if let Some(cover) = front.cover {
            prop_assert!(cover.of_issue.iter().all(|card| card.picture.is_none()));
            all.push(cover.story);
            all.extend(cover.of_issue);
        }
        for block in front.picks.into_iter().chain(front.sections.into_iter().map(|(_, block)| block)) {
            let pictures: Vec<bool> = block.cards.iter().map(|card| card.picture.is_some()).collect();
            match block.form {
                BlockForm::Row => prop_assert_eq!(&pictures, &[true; 4]),
                BlockForm::Feature => {
                    prop_assert!(pictures[0] && !pictures[1..].contains(&true));
                }
                BlockForm::Text => prop_assert!(!pictures.is_empty() && !pictures.contains(&true)),
                BlockForm::Opinion => prop_assert!(!pictures.is_empty()),
            }
            prop_assert!(pictures.len() <= 4);
            all.extend(block.cards);
        }
        let stories: HashSet<_> = all.iter().map(|card| &card.id).collect();
        prop_assert_eq!(stories.len(), all.len());
        let pictures: Vec<_> = all.iter().filter_map(|card| card.picture.as_ref()).map(|picture| format!("{:?}", picture.src)).collect();
        prop_assert_eq!(pictures.iter().collect::<HashSet<_>>().len(), pictures.len());
    }
}
