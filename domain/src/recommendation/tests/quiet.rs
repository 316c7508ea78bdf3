//! Simulation of false reads on a site with few readers.

use chrono::TimeDelta;

use super::fixtures::{beside, features, id, index, now, words};
use crate::recommendation::{ArticleFeatures, Index};

/// Forty articles of two days, each about something else; of readers there are a dozen in the last hour.
fn night() -> Index {
    let articles: Vec<ArticleFeatures> = (0..40_i64)
        .map(|number| {
            let text = format!("kabar{number} tentang{number} hal{number} ini{number} itu{number}");
            let published_at = now(0) - TimeDelta::minutes(72 * number);
            ArticleFeatures { published_at, ..features(&format!("a{number}"), &text) }
        })
        .collect();
    let mut index = index(&articles);
    for reader in 0..12_i64 {
        index.record(None, &id(&format!("a{}", reader * 3)), now(-reader * 5), 1);
    }
    index
}

/// Number of other pages on which the promoted article is first, and number of those where it is among the first four, which are
/// visible without scrolling.
fn led_and_seen(reads: u32) -> (usize, usize) {
    let mut index = night();
    // The twentieth: a day old.
    index.record(None, &id("a20"), now(0), reads);
    let places = (0..40).filter(|number| *number != 20).map(|number| {
        let list = beside(&index, &format!("a{number}"), 0, 10, 20).next;
        words(&list).iter().position(|word| *word == "a20")
    });
    let places: Vec<Option<usize>> = places.collect();
    let up_to = |most: usize| places.iter().filter(|place| place.is_some_and(|place| place < most)).count();
    (up_to(1), up_to(4))
}

#[test]
fn a_few_reads_lead_no_list_of_a_quiet_night() {
    assert_eq!(led_and_seen(0), (0, 0));
    assert_eq!(led_and_seen(1), (0, 0), "one");
    // The most that two networks can report in an hour is four.
    assert_eq!(led_and_seen(5), (0, 0), "five");
    // Twenty-five networks are many for a quiet night: that is what being read looks like.
    assert_eq!(led_and_seen(50), (39, 39), "fifty");
}

#[test]
fn what_is_pushed_is_forgotten_within_the_hour() {
    let mut index = night();
    index.record(None, &id("a20"), now(0), 50);
    let first = |minutes| words(&beside(&index, "a1", minutes, 10, 20).next)[0].to_owned();
    assert_eq!((first(0).as_str(), first(60).as_str()), ("a20", "a0"));
}

#[test]
fn where_many_read_what_they_read_leads_and_newness_says_nothing() {
    let mut index = night();
    for number in 0..40_u32 {
        index.record(None, &id(&format!("a{number}")), now(0), 100 + 10 * number);
    }
    assert_eq!(words(&beside(&index, "a1", 0, 10, 3).next), ["a39", "a38", "a37"]);
}
