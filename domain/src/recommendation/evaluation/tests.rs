//! A stream and a paper small enough to know the answer.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Click, Pair, Record, Row, Window, next, related};
use crate::article::ArticleId;
use crate::recommendation::Settings;

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_506_902_400, 0).unwrap() + TimeDelta::minutes(minutes)
}

fn id(word: &str) -> ArticleId {
    ArticleId::parse(word).unwrap()
}

fn row<'a>(rows: &'a [Row], name: &str) -> &'a Row {
    rows.iter().find(|row| row.name == name).unwrap()
}

fn is(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 1e-9
}

/// Visits from the first minute on, one a minute: all open `a`, then `b`.
fn clicks() -> Vec<Click> {
    let visit = |session: u32| {
        let minute = i64::from(session);
        [("a", 0), ("b", 30)].map(|(word, seconds)| Click {
            at: at(minute) + TimeDelta::seconds(seconds),
            session,
            article: id(word),
        })
    };
    (0..180).flat_map(visit).collect()
}

#[test]
fn the_next_click_is_guessed_from_earlier_clicks_only() {
    let window = |from_hours, next_clicks| Window { from_hours, to_hours: 3, next_clicks, first_clicks: 5 };
    let rows = next(&clicks(), window(1, 20), &Settings::default(), &|| Duration::ZERO);
    let blend = row(&rows, "blend");
    assert_eq!((blend.asked, row(&rows, "blend, first click").asked), (20, 5));
    assert!(is(blend.hit_rate_10, 1.0) && is(blend.reciprocal_rank_10, 1.0), "{blend:?}");
    // Nobody could know of the very first visit.
    let rows = next(&clicks(), window(0, 180), &Settings::default(), &|| Duration::ZERO);
    assert!(is(row(&rows, "blend").hit_rate_10, 179.0 / 180.0), "{rows:?}");
}

fn record(word: &str, body: &str, publication: &str, minutes: i64) -> Record {
    Record {
        id: id(word),
        title: String::new(),
        body: body.into(),
        section: None,
        publication: publication.into(),
        published_at: Some(at(minutes)),
    }
}

#[test]
fn related_articles_are_those_of_the_publication_that_were_there() {
    let records = [
        record("dibaca", "banjir rob di semarang utara", "kita", 0),
        record("tertaut", "banjir rob di demak", "kita", -60),
        record("nanti", "banjir rob di semarang utara lagi", "kita", 60 * 24),
        record("orang", "banjir rob di semarang utara juga", "mereka", -60),
        record("lain", "harga beras naik", "kita", -60),
    ];
    let pairs = [
        Pair { query: id("dibaca"), relevant: vec![id("tertaut"), id("hilang")] },
        Pair { query: id("hilang"), relevant: vec![id("lain")] },
    ];
    let rows = related(&records, &pairs, &Settings::default(), &|| Duration::ZERO);
    for name in ["blend", "similar_text", "bm25"] {
        let row = row(&rows, name);
        assert!(row.asked == 1 && is(row.gain_10, 1.0) && is(row.gain_5, 1.0), "{row:?}");
    }
}

#[test]
fn the_protocols_differ_in_what_may_answer() {
    let records = [
        record("dibaca", "banjir rob di semarang utara", "kita", 0),
        record("tertaut", "banjir rob di demak", "kita", -60),
        record("susulan", "banjir rob di semarang utara lagi", "kita", 60 * 3),
        record("lama", "banjir rob di semarang utara dulu", "kita", -120),
        record("lain", "harga beras di demak naik", "kita", 60 * 6),
        record("pasar", "harga beras di pasar", "kita", 60 * 5),
    ];
    let pairs = [
        Pair { query: id("dibaca"), relevant: vec![id("tertaut")] },
        // What came later than six hours after is asked for in the first rows only, where nobody finds it.
        Pair { query: id("lama"), relevant: vec![id("pasar")] },
        Pair { query: id("lain"), relevant: vec![id("pasar")] },
    ];
    let rows = related(&records, &pairs, &Settings::default(), &|| Duration::ZERO);
    // Beside `dibaca` what was linked stands third, second and first, beside `lain` always first.
    let third = (3_f64.recip() + 1.0) / 3.0;
    for (name, asked, reciprocal_rank) in
        [("bm25", 3, third), ("bm25, earlier only", 2, 0.75), ("bm25, earlier linked only", 2, 1.0)]
    {
        let row = row(&rows, name);
        assert!(row.asked == asked && is(row.reciprocal_rank_10, reciprocal_rank), "{row:?}");
    }
}
