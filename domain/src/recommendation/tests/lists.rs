//! An index that is kept current.

use chrono::TimeDelta;

use super::fixtures::{beside, features, first, five, id, index, next, now, related, words};
use crate::recommendation::{ArticleFeatures, Index, Settings};

#[test]
fn articles_of_the_future_are_not_there_yet() {
    let mut articles = five();
    articles[1].published_at = now(10);
    let mut index = index(&articles);
    index.record(Some(&id("banjir")), &id("rob"), now(0), 99);
    for (minutes, expected) in [(9, false), (10, true)] {
        for list in [related(&index, "banjir", minutes), next(&index, "banjir", minutes)] {
            assert_eq!(words(&list).contains(&"rob"), expected, "{minutes} {list:?}");
        }
    }
}

#[test]
fn a_removed_article_is_gone_and_may_come_back() {
    let mut index = index(&five());
    index.record(Some(&id("banjir")), &id("rob"), now(0), 99);
    index.remove(&id("rob"));
    index.remove(&id("rob"));
    index.record(Some(&id("banjir")), &id("rob"), now(0), 99);
    assert_eq!(index.len(), 4);
    assert!(!words(&related(&index, "banjir", 0)).contains(&"rob"));
    assert!(!words(&next(&index, "banjir", 0)).contains(&"rob"));
    assert!(related(&index, "rob", 0).is_empty());
    index.insert(&five()[1]);
    assert_eq!(words(&related(&index, "banjir", 0))[0], "rob");
}

#[test]
fn a_replaced_article_is_found_by_its_new_words_and_keeps_its_readers() {
    let mut index = index(&five());
    index.record(Some(&id("banjir")), &id("bola"), now(0), 99);
    index.insert(&ArticleFeatures {
        published_at: now(-30),
        ..features("bola", "harga beras melonjak di cipinang")
    });
    assert_eq!(index.len(), 5);
    assert_eq!(words(&related(&index, "panen", 0))[0], "beras");
    assert!(words(&related(&index, "beras", 0)).contains(&"bola"));
    assert_eq!(words(&next(&index, "banjir", 0))[0], "bola");
}

#[test]
fn one_by_one_or_all_at_once_gives_the_same_lists() {
    let at_once = index(&five());
    let mut one_by_one = Index::new(Settings::default());
    for features in &five() {
        one_by_one.insert(features);
    }
    for word in ["banjir", "rob", "beras", "panen"] {
        let lists = [&at_once, &one_by_one].map(|index| related(index, word, 0));
        assert_eq!(words(&lists[0]), words(&lists[1]), "{word}");
    }
}

#[test]
fn of_two_with_one_id_the_later_one_is_loaded() {
    let mut articles = five();
    articles.push(features("bola", "banjir rob di semarang, warga mengungsi"));
    articles[4].published_at += TimeDelta::minutes(30);
    let index = index(&articles);
    assert_eq!(index.len(), 5);
    assert!(words(&related(&index, "rob", 0)).contains(&"bola"));
}

#[test]
fn as_many_as_wanted_and_none_where_nothing_is_known() {
    let index = index(&five());
    for wanted in [0, 1, 3] {
        let lists =
            [beside(&index, "banjir", 0, wanted, wanted), beside(&index, "tak-ada", 0, wanted, wanted)];
        assert_eq!(lists[0].related.len(), wanted.min(1) as usize, "one other tells of the flood");
        assert_eq!(lists.map(|lists| lists.next.len()), [wanted as usize; 2]);
    }
    assert!(related(&index, "tak-ada", 0).is_empty());
    assert!(first(&Index::new(Settings::default())).is_empty());
}
