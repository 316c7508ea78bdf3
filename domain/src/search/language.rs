//! Words of a text as the index has them, and a light stem of Indonesian ones.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest word in bytes; what is longer is no word.
const LONGEST: usize = 40;
/// Letters that a stem has at least.
const SHORTEST_STEM: usize = 4;

/// Words that nearly every text has: they say little about what is looked for.
const FUNCTION_WORDS: &[&str] = &[
    "ada", "adalah", "agar", "akan", "and", "atau", "bagi", "bahwa", "bisa", "dalam", "dan", "dari",
    "dengan", "di", "dia", "for", "hal", "ia", "in", "ini", "itu", "jika", "juga", "kami", "karena", "ke",
    "kita", "lebih", "mereka", "namun", "of", "oleh", "on", "pada", "para", "saat", "saya", "sebagai",
    "secara", "seorang", "serta", "sudah", "telah", "tersebut", "the", "tidak", "to", "untuk", "yang",
];

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// In lower case, without accents.
    pub text: String,
    /// Its bytes in the text.
    pub place: Range<usize>,
}

/// The words of a text: runs of letters and digits. What is too long to be a word is left out.
pub fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        loop {
            let from = rest + text.get(rest..)?.find(is_part)?;
            let length = text[from..].find(|sign| !is_part(sign)).unwrap_or(text.len() - from);
            rest = from + length;
            let plain = plain(&text[from..rest]);
            if !plain.is_empty() && plain.len() <= LONGEST {
                return Some(Word { text: plain, place: from..rest });
            }
        }
    })
}

fn is_part(sign: char) -> bool {
    sign.is_alphanumeric() || is_combining_mark(sign)
}

fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let letters = word.nfkd().filter(|sign| !is_combining_mark(*sign));
    letters.flat_map(char::to_lowercase).filter(|sign| sign.is_alphanumeric()).collect()
}

/// Whether a word says little about what is looked for.
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

/// The stem of an Indonesian word; `None` if the word has no affix. It is light: it cuts what looks like an affix, and knows no dictionary.
pub fn stem(word: &str) -> Option<String> {
    if word.len() <= SHORTEST_STEM || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let root = without_prefix(without_suffix(word));
    (root != word).then_some(root)
}

fn without_suffix(word: &str) -> &str {
    let mut rest = word;
    for endings in [&["lah", "kah", "pun"][..], &["nya"], &["kan", "an", "i"]] {
        let cut = endings.iter().find_map(|ending| rest.strip_suffix(ending));
        rest = cut.filter(|cut| cut.len() >= SHORTEST_STEM).unwrap_or(rest);
    }
    rest
}

/// Prefixes, the longest first, each with the letter that it takes the place of before a vowel.
const PREFIXES: &[(&str, &str)] = &[
    ("memper", ""),
    ("diper", ""),
    ("meng", ""),
    ("peng", ""),
    ("meny", "s"),
    ("peny", "s"),
    ("mem", "p"),
    ("pem", "p"),
    ("men", "t"),
    ("pen", "t"),
    ("ber", ""),
    ("ter", ""),
    ("per", ""),
    ("me", ""),
    ("pe", ""),
    ("di", ""),
    ("ke", ""),
    ("se", ""),
];

fn without_prefix(word: &str) -> String {
    for (prefix, lost) in PREFIXES {
        let Some(rest) = word.strip_prefix(prefix) else { continue };
        let begins_with_vowel = rest.starts_with(['a', 'e', 'i', 'o', 'u']);
        let root = if begins_with_vowel { format!("{lost}{rest}") } else { rest.to_owned() };
        if root.len() >= SHORTEST_STEM {
            return root;
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_plain_and_know_their_places() {
        let text = "Café “Ñandú”, anak-anak & 3,5%";
        let found: Vec<_> = words(text).map(|word| (word.text, &text[word.place])).collect();
        let expected = [
            ("cafe", "Café"),
            ("nandu", "Ñandú"),
            ("anak", "anak"),
            ("anak", "anak"),
            ("3", "3"),
            ("5", "5"),
        ];
        assert_eq!(found, expected.map(|(plain, written)| (plain.to_owned(), written)));
        assert_eq!(words(&"a".repeat(5000)).count() + words("… —").count() + words("").count(), 0);
    }

    #[test]
    fn function_words_are_in_order() {
        assert!(FUNCTION_WORDS.is_sorted());
        assert!(is_function_word("yang") && !is_function_word("presiden"));
    }

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for (stem_of_all, forms) in [
            (
                "baca",
                &["membaca", "dibaca", "bacaan", "dibacakan", "membacakannya", "pembaca", "terbaca"][..],
            ),
            ("tulis", &["menulis", "ditulis", "tulisan", "penulisnya", "tertulis", "menuliskan"]),
            ("sapu", &["menyapu", "disapu", "penyapu"]),
            ("tanam", &["menanam", "ditanam", "tanaman", "penanaman"]),
        ] {
            for form in forms {
                assert_eq!(stem(form).as_deref(), Some(stem_of_all), "{form}");
            }
        }
        for word in ["baca", "ikan", "2024", "merah", "dia", ""] {
            assert_eq!(stem(word), None, "{word}");
        }
    }
}
