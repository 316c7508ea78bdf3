//! Tests of the articles that never appear together in a list.

use super::fixtures::{features, first, five, id, index, next, now, related, set, slug, words};
use crate::recommendation::{ArticleFeatures, Settings};

const FLOOD: &str = "banjir rob merendam semarang, warga mengungsi ke masjid";

fn front(articles: &[ArticleFeatures]) -> Vec<String> {
    let list = first(&index(articles));
    words(&list).into_iter().map(str::to_owned).collect()
}

#[test]
fn never_the_article_itself() {
    let mut index = index(&five());
    for word in ["banjir", "rob", "bola"] {
        index.record(Some(&id("banjir")), &id(word), now(0), 9);
    }
    let list = next(&index, "banjir", 0);
    assert!(!list.is_empty() && !words(&list).contains(&"banjir"), "{list:?}");
    assert!(!words(&related(&index, "banjir", 0)).contains(&"banjir"));
}

#[test]
fn no_two_with_one_headline() {
    let mut articles = five();
    articles[2].title = "Banjir, lagi!".into();
    articles[3].title = "BANJIR lagi".into();
    assert_eq!(front(&articles).len(), 4);
}

#[test]
fn no_two_with_one_text() {
    let articles =
        [features("a", FLOOD), features("b", &format!("{FLOOD}.")), features("c", "harga beras naik lagi")];
    assert_eq!(front(&articles).len(), 2);
}

#[test]
fn no_two_with_one_picture() {
    let mut articles = five();
    articles[0].picture = Some("rob.jpg".into());
    articles[1].picture = Some("rob.jpg".into());
    articles[2].picture = Some("beras.jpg".into());
    assert_eq!(front(&articles).len(), 4);
    // Nor that of the article itself.
    assert!(!words(&related(&index(&articles), "banjir", 0)).contains(&"rob"));
}

#[test]
fn not_too_many_of_one_section_to_read_next() {
    let mut articles = five();
    articles.iter_mut().take(4).for_each(|article| article.section = Some(slug("nasional")));
    for (most, expected) in [(0, 1), (2, 3), (9, 5)] {
        let index = set(&articles, Settings { most_of_section: most, ..Settings::default() });
        assert_eq!(first(&index).len(), expected, "{most}");
        assert_eq!(words(&related(&index, "rob", 0)), ["banjir"], "related ones are of one section often");
    }
}
