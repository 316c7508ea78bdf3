//! The place for what has just come.

use std::collections::HashMap;

use super::fixtures::{beside, features, five, id, next, now, set, slug, words};
use crate::recommendation::{ArticleFeatures, Index, Settings, SignalName};

const PLACE: u32 = 4;

/// Thirty articles, of which the first leads its readers to all others, and some of the last minutes that nobody has read yet.
fn paper(fresh: &[(&str, &str)]) -> (Vec<ArticleFeatures>, Index) {
    let read = (0..30)
        .map(|number| features(&format!("lama{number}"), &format!("kabar{number} lama{number} sekali")));
    let mut articles: Vec<ArticleFeatures> = read.collect();
    articles[0].body = "banjir rob merendam pasar semarang".into();
    articles.extend(
        fresh.iter().map(|(word, text)| ArticleFeatures { published_at: now(-5), ..features(word, text) }),
    );
    let mut index =
        set(&articles, Settings { fresh_place: PLACE, most_of_section: 99, ..Settings::default() });
    for number in 1..30 {
        index.record(Some(&id("lama0")), &id(&format!("lama{number}")), now(0), 1000 + number);
    }
    (articles, index)
}

fn listed(index: &Index, minutes: i64) -> Vec<String> {
    let lists = beside(index, "lama0", minutes, 0, 20);
    words(&lists.next).into_iter().map(str::to_owned).collect()
}

#[test]
fn one_that_has_just_come_and_is_close_in_subject_has_a_place() {
    let fresh = [("dekat", "rob surut, pasar semarang buka"), ("jauh", "timnas menang lewat gol")];
    let (_, index) = paper(&fresh);
    let list = listed(&index, 0);
    assert_eq!((list[PLACE as usize - 1].as_str(), list.len()), ("dekat", 20), "{list:?}");
    assert_eq!(
        list.iter().filter(|word| fresh.iter().any(|(fresh, _)| fresh == word)).count(),
        1,
        "{list:?}"
    );
    // An hour later it has had its time, and what everybody reads is as it was.
    let before: Vec<_> = list.iter().filter(|word| *word != "dekat").cloned().collect();
    assert_eq!(listed(&index, 60)[..19], before[..]);
}

#[test]
fn where_nothing_that_came_is_close_nothing_is_put_in() {
    let (_, index) = paper(&[("jauh", "timnas menang lewat gol"), ("lebih-jauh", "harga cabai turun")]);
    assert!(listed(&index, 0).iter().all(|word| word.starts_with("lama")));
}

#[test]
fn each_has_its_chance_by_closeness_and_a_page_stays_the_same_for_a_while() {
    let near = ["satu", "dua", "tiga"].map(|word| (word, "rob di pasar semarang"));
    let (_, index) = paper(&near);
    let mut drawn: HashMap<String, u32> = HashMap::new();
    // A new draw every five minutes, and always the same one for these.
    for draw in 0..9 {
        let of = |minute: i64| listed(&index, minute)[PLACE as usize - 1].clone();
        let first = (0..5).find(|offset| (now(draw * 5 + offset).timestamp() / 60) % 5 == 0).unwrap();
        assert_eq!(of(draw * 5 + first), of(draw * 5 + first + 4));
        *drawn.entry(of(draw * 5 + first)).or_default() += 1;
    }
    assert!(drawn.len() == 3, "{drawn:?}");
}

#[test]
fn where_it_stands_further_up_already_it_stays_there() {
    let (articles, mut index) = paper(&[("dekat", "rob di pasar semarang")]);
    index.record(Some(&id("lama0")), &id("dekat"), now(0), 90_000);
    let list = listed(&index, 0);
    assert_eq!((list[0].as_str(), list.iter().filter(|word| *word == "dekat").count()), ("dekat", 1));
    // No section has more than its share by it, no picture comes twice, and an empty list stays empty.
    let mut same = articles;
    let newest = same.len() - 1;
    for at in [1, newest] {
        same[at].picture = Some("rob.jpg".into());
        same[at].section = Some(slug("nasional"));
    }
    let mut index = set(&same, Settings { fresh_place: PLACE, ..Settings::default() });
    for number in 1..30 {
        index.record(Some(&id("lama0")), &id(&format!("lama{number}")), now(0), 2000 - number);
    }
    assert!(!listed(&index, 0).contains(&"dekat".to_owned()));
}

#[test]
fn what_has_just_come_is_counted_by_the_time_that_it_had() {
    let mut articles = five();
    for article in &mut articles {
        article.published_at = now(-600);
    }
    articles[3].published_at = now(-20);
    let mut index = set(&articles, Settings::default());
    for minutes in [-100, -60, -20] {
        index.record(Some(&id("banjir")), &id("bola"), now(minutes), 6);
    }
    index.record(Some(&id("banjir")), &id("panen"), now(-10), 4);
    assert_eq!(words(&next(&index, "banjir", 0))[0], "panen");
    // But one reader is one reader: nothing is believed the more for being new.
    let believed = |word: &str| {
        let mut index = set(&articles, Settings::default());
        index.record(Some(&id("banjir")), &id(word), now(0), 1);
        let first = next(&index, "banjir", 0).swap_remove(0);
        first.parts.iter().find(|(name, _)| *name == SignalName::ReadNext).unwrap().1
    };
    assert!((believed("panen") - believed("bola")).abs() < 1e-9);
}
