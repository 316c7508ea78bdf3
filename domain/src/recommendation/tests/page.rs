//! Tests of all recommendations of one article together.

use std::collections::HashSet;

use chrono::TimeDelta;

use super::fixtures::{beside, features, five, id, index, now, set, words};
use crate::recommendation::{ArticleFeatures, Index, Settings};

/// Sixty articles of ten stories: those of one story share most of their words, and all share some.
fn stories() -> Vec<ArticleFeatures> {
    (0..60_i32)
        .map(|number| {
            let story = number % 10;
            let own: String = (0..6).map(|word| format!("cerita{story}kata{word} ")).collect();
            let text = format!("{own} nomor{number} dan{number} lagi{number} di kota pada hari senin");
            ArticleFeatures {
                published_at: now(0) - TimeDelta::hours(number.into()),
                ..features(&format!("a{number}"), &text)
            }
        })
        .collect()
}

/// Readers who go from each article to the one after it, and some who come for one.
fn read(index: &mut Index) {
    for number in 0..59 {
        let (from, to) = (id(&format!("a{number}")), id(&format!("a{}", number + 1)));
        index.record(Some(&from), &to, now(0), 1 + number % 5);
        index.record(None, &id("a7"), now(0), 1);
    }
}

#[test]
fn no_article_stands_twice_on_a_page_read_or_not() {
    let mut articles = stories();
    for (number, article) in articles.iter_mut().enumerate() {
        article.editor_pick = Some(id(&format!("a{}", (number + 10) % 60)));
    }
    for is_read in [false, true] {
        let mut index = index(&articles);
        if is_read {
            read(&mut index);
        }
        for article in &articles {
            let lists = beside(&index, article.id.as_str(), 0, 10, 20);
            let mut shown: Vec<&str> = words(&lists.related);
            assert!(!shown.is_empty() && lists.next.len() == 20, "{lists:?}");
            shown.extend(words(&lists.next));
            shown.extend([article.id.as_str(), article.editor_pick.as_ref().unwrap().as_str()]);
            assert_eq!(shown.iter().collect::<HashSet<_>>().len(), shown.len(), "{shown:?}");
        }
    }
}

#[test]
fn no_headline_picture_or_story_stands_in_both_lists() {
    let mut articles = five();
    articles.push(features("tiruan", "warga semarang utara mengungsi, rob dan banjir belum juga surut"));
    articles[2].title = articles[1].title.clone();
    articles[1].picture = Some("rob.jpg".into());
    articles[3].picture = Some("rob.jpg".into());
    let index = set(&articles, Settings { duplicate_similarity: 0.5, ..Settings::default() });
    let lists = beside(&index, "banjir", 0, 1, 9);
    assert_eq!((words(&lists.related), words(&lists.next)), (vec!["rob"], vec!["bola"]));
}

#[test]
fn related_are_by_relevance_and_the_newer_of_equals_first() {
    let mut articles = vec![
        features("dibaca", "banjir rob merendam pasar semarang utara pagi tadi"),
        features("sama", "banjir rob merendam pasar semarang utara malam kemarin"),
        features("dekat", "banjir rob kini surut lagi"),
        features("kembar", "banjir rob kini surut lagi"),
        features("lain", "timnas menang lewat gol akhir"),
    ];
    for (article, hours) in articles.iter_mut().zip([0, 90, 8, 5, 1]) {
        article.published_at = now(0) - TimeDelta::hours(hours);
    }
    // What is older than the article loses by that; here only the words are to count.
    let settings =
        Settings { age_floor: 1.0, duplicate_similarity: 2.0, least_related: 0.01, ..Settings::default() };
    let lists = beside(&set(&articles, settings), "dibaca", 0, 9, 9);
    assert_eq!(words(&lists.related), ["sama", "kembar", "dekat"], "{lists:?}");
}

#[test]
fn what_is_not_relevant_enough_has_no_card_and_the_list_is_not_filled_up() {
    let articles = five();
    let of = |least_related: f64| {
        let index = set(&articles, Settings { least_related, ..Settings::default() });
        let lists = beside(&index, "beras", 0, 9, 9);
        (lists.related.len(), lists.next.len())
    };
    assert_eq!(of(9.0), (0, 4), "what is not shown as related may be read next");
    assert_eq!(of(0.0), (4, 0), "all have a word of the headline in common");
    assert_eq!(of(Settings::default().least_related).0, 1);
}
