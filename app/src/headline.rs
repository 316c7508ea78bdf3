//! Line breaks of headlines.

const NO_BREAK_SPACE: char = '\u{a0}';
/// Between two characters it forbids a line break; it has no width.
const WORD_JOINER: char = '\u{2060}';
/// A longer word may begin a line of its own: with its number it might not fit into a narrow window.
const LONGEST: usize = 12;

/// A headline that does not break between a number and what it counts ("50 menit"), nor within a doubled word ("sama-sama").
pub fn unbroken(headline: &str) -> String {
    let mut words = headline.split(' ').peekable();
    let mut out = String::with_capacity(headline.len() + 8);
    while let Some(word) = words.next() {
        out.push_str(&doubled(word));
        if let Some(next) = words.peek() {
            out.push(if counts(word, next) { NO_BREAK_SPACE } else { ' ' });
        }
    }
    out
}

/// Whether a word is a number of the next one.
fn counts(word: &str, next: &str) -> bool {
    let is_number = word.starts_with(|first: char| first.is_ascii_digit())
        && word.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','))
        && !word.ends_with(['.', ',']);
    is_number && next.starts_with(char::is_alphabetic) && next.chars().count() <= LONGEST
}

/// The word, with its hyphen joined to both halves where they are one word twice.
fn doubled(word: &str) -> String {
    let halves = word.split_once('-').filter(|(first, second)| {
        let second = second.trim_end_matches(|sign: char| !sign.is_alphabetic());
        first.chars().count() <= LONGEST / 2
            && !first.is_empty()
            && first.to_lowercase() == second.to_lowercase()
    });
    halves.map_or_else(
        || word.to_owned(),
        |(first, second)| format!("{first}{WORD_JOINER}-{WORD_JOINER}{second}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_with_what_it_counts_and_a_doubled_word_whole() {
        for (headline, expected) in [
            ("Antre 50 Menit di Loket", "Antre 50\u{a0}Menit di Loket"),
            ("Rp1,5 triliun dalam 2.500 hari", "Rp1,5 triliun dalam 2.500\u{a0}hari"),
            ("Mereka Sama-sama Menang", "Mereka Sama\u{2060}-\u{2060}sama Menang"),
            ("Apa-apa, 3, dan warna-warni", "Apa\u{2060}-\u{2060}apa, 3, dan warna-warni"),
            ("Sejak 2024 Pertanggungjawaban ditunda", "Sejak 2024 Pertanggungjawaban ditunda"),
            ("-", "-"),
            ("7", "7"),
            ("", ""),
        ] {
            assert_eq!(unbroken(headline), expected);
        }
    }
}
