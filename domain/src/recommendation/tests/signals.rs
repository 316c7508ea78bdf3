//! Each signal puts one article before another, and says so.

use chrono::TimeDelta;

use super::fixtures::{features, first, five, id, index, now, set, slug, words};
use crate::recommendation::{ArticleFeatures, Index, Ranked, Reason, Settings, SignalName};

const FLOOD: &str = "banjir rob merendam semarang, warga mengungsi";

/// The two of `articles` besides `dibaca`, which is read.
fn related(articles: &[ArticleFeatures]) -> Vec<Ranked> {
    // Of three articles each word stands in many: nothing says much.
    let settings = Settings { least_related: 0.0, ..Settings::default() };
    super::fixtures::related(&set(articles, settings), "dibaca", 0)
}

fn next(index: &Index) -> Vec<Ranked> {
    super::fixtures::next(index, "banjir", 0)
}

#[test]
fn similar_text_comes_first() {
    let list = super::fixtures::related(&index(&five()), "banjir", 0);
    assert_eq!((words(&list)[0], &list[0].reason), ("rob", &Reason::SimilarText));
    let list = super::fixtures::related(&index(&five()), "panen", 0);
    assert_eq!(words(&list)[0], "beras");
}

#[test]
fn shared_topics_come_first_and_are_the_reason() {
    let mut articles =
        [features("dibaca", FLOOD), features("a", "harga beras naik"), features("b", "panen cabai turun")];
    articles[0].topics = vec![slug("cuaca"), slug("pangan")];
    articles[2].topics = vec![slug("pangan")];
    let list = related(&articles);
    assert_eq!((words(&list), &list[0].reason), (vec!["b", "a"], &Reason::SameSubject(slug("pangan"))));
}

#[test]
fn of_equally_similar_ones_that_of_the_same_section_comes_first() {
    let mut articles = [
        features("dibaca", FLOOD),
        features("a", "banjir semarang kini"),
        features("b", "banjir semarang lalu"),
    ];
    for (article, section) in articles.iter_mut().zip(["nasional", "dunia", "nasional"]) {
        article.section = Some(slug(section));
    }
    let list = related(&articles);
    assert_eq!(words(&list), ["b", "a"]);
    assert!(list[0].parts.iter().any(|(name, part)| *name == SignalName::SameSection && *part > 0.0));
}

#[test]
fn of_equally_similar_ones_the_older_comes_later_but_never_without_end() {
    let mut articles = [
        features("dibaca", FLOOD),
        features("a", "banjir semarang kini"),
        features("b", "banjir semarang lalu"),
    ];
    articles[1].published_at -= TimeDelta::days(3000);
    let list = related(&articles);
    assert_eq!(words(&list), ["b", "a"]);
    assert!(list[1].score > 0.19 * list[0].score, "{list:?}");
}

#[test]
fn what_readers_opened_next_comes_first() {
    let mut index = index(&five());
    index.record(None, &id("beras"), now(0), 9);
    index.record(Some(&id("banjir")), &id("bola"), now(0), 5);
    index.record(Some(&id("banjir")), &id("panen"), now(0), 4);
    let list = next(&index);
    assert_eq!((&words(&list)[..2], &list[0].reason), (&["bola", "panen"][..], &Reason::ReadNext));
}

#[test]
fn what_was_read_next_long_ago_counts_less() {
    let mut index = index(&five());
    index.record(Some(&id("banjir")), &id("bola"), now(-60), 5);
    index.record(Some(&id("banjir")), &id("panen"), now(0), 4);
    assert_eq!(&words(&next(&index))[..2], ["panen", "bola"]);
}

#[test]
fn where_many_went_of_late_decides_and_where_few_did_the_hours_before() {
    let went = |before: u32, of_late: u32| {
        let mut index = index(&five());
        index.record(Some(&id("banjir")), &id("bola"), now(-120), before);
        index.record(Some(&id("banjir")), &id("panen"), now(0), of_late);
        words(&next(&index))[0].to_owned()
    };
    assert_eq!(went(200, 60), "panen");
    assert_eq!(went(10, 1), "bola");
}

#[test]
fn what_is_read_now_comes_first_on_the_front_page() {
    let mut index = index(&five());
    index.record(None, &id("bola"), now(-40), 900);
    index.record(Some(&id("rob")), &id("beras"), now(0), 300);
    let list = first(&index);
    assert_eq!((&words(&list)[..2], &list[0].reason), (&["beras", "bola"][..], &Reason::ReadNow));
}

#[test]
fn without_readers_the_text_decides() {
    // All are as new.
    assert_eq!(words(&next(&index(&five())))[0], "rob");
}

#[test]
fn with_nothing_else_to_go_by_the_newest_comes_first() {
    let mut articles = five();
    articles[2].published_at = now(-1);
    let list = first(&index(&articles));
    assert_eq!((words(&list)[0], &list[0].reason), ("beras", &Reason::Newest));
}

#[test]
fn the_parts_add_up_to_the_score() {
    let mut index = index(&five());
    index.record(Some(&id("banjir")), &id("bola"), now(0), 1);
    for ranked in next(&index) {
        let sum: f64 = ranked.parts.iter().map(|(_, part)| part).sum();
        assert!((sum - ranked.score).abs() < 1e-9, "{ranked:?}");
    }
}

#[test]
fn every_signal_has_a_weight_of_its_name() {
    let weights = names_of_weights(&Settings::default());
    for name in SignalName::all() {
        assert!(weights.contains(&format!("{}:", name.as_str())), "{weights}");
    }
}

/// `Debug` prints the names of fields, which are those of the settings.
fn names_of_weights(settings: &Settings) -> String {
    format!("{:?}", settings.next)
}
