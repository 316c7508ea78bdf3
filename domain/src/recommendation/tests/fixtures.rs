//! A small paper to rank.

use chrono::{DateTime, TimeDelta, Utc};

use crate::article::ArticleId;
use crate::recommendation::{ArticleFeatures, Beside, Index, ListLengths, Loader, Ranked, Settings};
use crate::slug::Slug;

pub(super) fn id(word: &str) -> ArticleId {
    ArticleId::parse(word).unwrap()
}

pub(super) fn slug(word: &str) -> Slug {
    Slug::parse(word).unwrap()
}

/// The time of reading, or so many minutes later.
pub(super) fn now(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_780_000_000, 0).unwrap() + TimeDelta::minutes(minutes)
}

/// An article of an hour ago with these words.
pub(super) fn features(word: &str, text: &str) -> ArticleFeatures {
    ArticleFeatures {
        id: id(word),
        title: format!("Judul {word}"),
        summary: None,
        body: text.to_owned(),
        section: None,
        topics: vec![],
        published_at: now(-60),
        picture: None,
        editor_pick: None,
    }
}

/// Five articles: two about a flood, two about rice, and one about football.
pub(super) fn five() -> Vec<ArticleFeatures> {
    [
        ("banjir", "banjir rob merendam semarang, warga mengungsi ke masjid"),
        ("rob", "warga semarang utara mengungsi, rob dan banjir belum surut"),
        ("beras", "harga beras naik di pasar induk cipinang"),
        ("panen", "panen raya, harga beras di pasar turun"),
        ("bola", "timnas menang lewat gol di menit akhir"),
    ]
    .map(|(word, text)| features(word, text))
    .into()
}

pub(super) fn index(articles: &[ArticleFeatures]) -> Index {
    set(articles, Settings::default())
}

pub(super) fn set(articles: &[ArticleFeatures], settings: Settings) -> Index {
    let mut loader = Loader::new(settings);
    for features in articles {
        loader.add(features);
    }
    loader.finish()
}

pub(super) fn words(list: &[Ranked]) -> Vec<&str> {
    list.iter().map(|ranked| ranked.id.as_str()).collect()
}

/// Recommendations for an article, with these lengths of the lists.
pub(super) fn beside(index: &Index, word: &str, minutes: i64, related: u32, next: u32) -> Beside {
    index.beside(Some(&id(word)), now(minutes), ListLengths { related, next })
}

pub(super) fn related(index: &Index, word: &str, minutes: i64) -> Vec<Ranked> {
    beside(index, word, minutes, 9, 0).related
}

/// Articles to read after an article whose page shows nothing else.
pub(super) fn next(index: &Index, word: &str, minutes: i64) -> Vec<Ranked> {
    beside(index, word, minutes, 0, 9).next
}

/// Articles to read first.
pub(super) fn first(index: &Index) -> Vec<Ranked> {
    index.beside(None, now(0), ListLengths { related: 9, next: 20 }).next
}
