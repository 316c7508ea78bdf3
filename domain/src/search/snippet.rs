//! The passage of a text that a result shows.

use std::collections::HashSet;

use super::language::{stem, words};

/// Length of a passage in words.
const WORDS: usize = 30;
/// Words before the first one that was looked for.
const BEFORE: usize = 6;
/// Words of a text that are looked at: no passage is behind them.
const FARTHEST: usize = 20_000;

/// A part of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Plain(String),
    /// It was looked for.
    Found(String),
}

/// The passage with most of the words that were looked for; the beginning if there are none. `sought` are words as the index has them.
pub fn snippet(text: &str, sought: &[String]) -> Vec<Piece> {
    let sought: HashSet<&str> = sought.iter().map(String::as_str).collect();
    let stems: HashSet<String> =
        sought.iter().map(|word| stem(word).unwrap_or_else(|| (*word).to_owned())).collect();
    let all: Vec<_> = words(text).take(FARTHEST).collect();
    let is_found = |word: &str| {
        sought.contains(word) || stems.contains(word) || stem(word).is_some_and(|stem| stems.contains(&stem))
    };
    let found: Vec<usize> =
        all.iter().enumerate().filter(|(_, word)| is_found(&word.text)).map(|(at, _)| at).collect();
    let kinds = |from: usize| {
        let within = found.iter().filter(|at| (from..from + WORDS).contains(at));
        within.map(|at| all[*at].text.as_str()).collect::<HashSet<_>>().len()
    };
    // The first of those that are equally good.
    let best = found.iter().take(200).fold((0, 0), |best, at| {
        let count = kinds(*at);
        if count > best.1 { (*at, count) } else { best }
    });
    let from = best.0.saturating_sub(BEFORE);
    let until = (from + WORDS).min(all.len());
    let Some((first, last)) = all.get(from).zip(until.checked_sub(1).and_then(|last| all.get(last))) else {
        return Vec::new();
    };
    let mut pieces = Vec::new();
    let mut at = if from == 0 { 0 } else { first.place.start };
    let mut plain = if from == 0 { String::new() } else { "…".to_owned() };
    for place in found.into_iter().filter(|place| (from..until).contains(place)) {
        let word = &all[place];
        plain.push_str(&text[at..word.place.start]);
        if !plain.is_empty() {
            pieces.push(Piece::Plain(std::mem::take(&mut plain)));
        }
        pieces.push(Piece::Found(text[word.place.clone()].to_owned()));
        at = word.place.end;
    }
    if until == all.len() {
        plain.push_str(&text[at..]);
    } else {
        plain.push_str(&text[at..last.place.end]);
        plain.push('…');
    }
    if !plain.is_empty() {
        pieces.push(Piece::Plain(plain));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, sought: &[&str]) -> String {
        let sought: Vec<String> = sought.iter().map(|word| (*word).to_owned()).collect();
        let pieces = snippet(text, &sought).into_iter().map(|piece| match piece {
            Piece::Plain(text) => text,
            Piece::Found(text) => format!("[{text}]"),
        });
        pieces.collect()
    }

    #[test]
    fn what_was_looked_for_stands_out_in_every_form() {
        for (sought, expected) in [
            (&["banjir"][..], "“[Banjir]” di Café: dibaca."),
            (&["baca", "cafe"], "“Banjir” di [Café]: [dibaca]."),
            (&["rob"], "“Banjir” di Café: dibaca."),
            (&[], "“Banjir” di Café: dibaca."),
        ] {
            assert_eq!(marked("“Banjir” di Café: dibaca.", sought), expected);
        }
        assert_eq!(marked("", &["a"]), "");
        assert_eq!(marked("… —", &["a"]), "");
    }

    #[test]
    fn the_passage_has_most_of_what_was_looked_for() {
        let text = format!("banjir {} banjir rob {}", "kata ".repeat(100), "akhir ".repeat(100));
        let passage = marked(&text, &["banjir", "rob"]);
        assert!(passage.starts_with("…kata") && passage.ends_with("akhir…"), "{passage}");
        assert!(passage.contains("[banjir] [rob]"), "{passage}");
    }
}
