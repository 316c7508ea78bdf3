//! Estimate of password strength in the manner of zxcvbn: by the cheapest way to describe the password.
//!
//! The same code runs on the server and, for the meter below the field, in the browser; it is small for that reason.

/// Strength of a password against an attacker who has its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Found at once.
    VeryWeak,
    /// Found in hours.
    Weak,
    /// Found by who means it.
    Fair,
    /// Not worth the effort.
    Strong,
    /// Beyond reach.
    VeryStrong,
}

impl Strength {
    /// 0 to 4, as a meter shows it.
    pub fn score(self) -> u8 {
        self as u8
    }
}

/// Beginnings of what people choose, most frequent first; whole lists are on the server.
const WORDS: &[&str] = &[
    "password",
    "qwerty",
    "iloveyou",
    "admin",
    "welcome",
    "sayang",
    "rahasia",
    "indonesia",
    "bismillah",
    "jakarta",
    "anjing",
    "cinta",
    "doraemon",
    "persib",
    "merdeka",
    "dragon",
    "monkey",
    "football",
    "letmein",
    "master",
    "sunshine",
    "princess",
    "love",
    "kucing",
    "bandung",
    "garuda",
    "katasandi",
    "selamat",
    "pagi",
    "malam",
    "aku",
    "kamu",
    "ganteng",
    "cantik",
    "islam",
    "allah",
    "yesus",
    "tuhan",
    "ibu",
    "bapak",
    "mama",
    "papa",
    "januari",
    "februari",
    "maret",
    "april",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
];

/// Rows that fingers walk along.
const ROWS: &[&str] = &["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "abcdefghijklmnopqrstuvwxyz"];

/// The strength of a password; `context` are words that a stranger would try first.
pub fn estimate(password: &str, context: &[impl AsRef<str>]) -> Strength {
    let letters: Vec<char> = password.chars().collect();
    let small: Vec<char> = letters.iter().map(char::to_ascii_lowercase).collect();
    let plain: Vec<char> = small.iter().copied().map(without_disguise).collect();
    let mut bits = 0.0;
    let mut at = 0;
    while at < letters.len() {
        let found = cheapest(&small, &plain, at, context);
        let (length, cost) = found.unwrap_or_else(|| (1, alphabet(letters[at])));
        bits += cost;
        at += length;
    }
    match bits {
        ..20.0 => Strength::VeryWeak,
        20.0..34.0 => Strength::Weak,
        34.0..46.0 => Strength::Fair,
        46.0..62.0 => Strength::Strong,
        _ => Strength::VeryStrong,
    }
}

/// The longest pattern that begins here, in letters, and what it costs in bits.
fn cheapest(small: &[char], plain: &[char], at: usize, context: &[impl AsRef<str>]) -> Option<(usize, f64)> {
    let (rest, undisguised) = (&small[at..], &plain[at..]);
    let length = |word: &str| word.chars().count();
    let rank = WORDS.iter().position(|word| begins(undisguised, word));
    let word = rank.map(|rank| (length(WORDS[rank]), f64::from(4 + usize::BITS - rank.leading_zeros())));
    let known = context.iter().map(AsRef::as_ref).find(|word| length(word) >= 3 && begins(undisguised, word));
    let known = known.map(|word| (length(word), 2.0));
    // A run costs its beginning, its length and where it turns.
    let run = Some((repeated(rest).max(neighbours(rest)), 6.0)).filter(|(length, _)| *length >= 3);
    let again =
        (3..=rest.len().min(at)).rev().find(|length| seen(small, at, *length)).map(|length| (length, 3.0));
    [word, known, run, again].into_iter().flatten().max_by_key(|(length, _)| *length)
}

fn begins(rest: &[char], word: &str) -> bool {
    let mut rest = rest.iter();
    word.chars().all(|letter| rest.next() == Some(&letter.to_ascii_lowercase()))
}

fn repeated(rest: &[char]) -> usize {
    rest.iter().take_while(|letter| **letter == rest[0]).count()
}

/// Number of leading characters that are neighbours on one keyboard row, in either direction.
fn neighbours(rest: &[char]) -> usize {
    let longest = |row: Vec<char>| {
        let start = row.iter().position(|letter| *letter == rest[0]);
        start.map_or(0, |start| row[start..].iter().zip(rest).take_while(|(one, other)| one == other).count())
    };
    ROWS.iter()
        .flat_map(|row| [longest(row.chars().collect()), longest(row.chars().rev().collect())])
        .max()
        .unwrap_or(0)
}

/// Whether the letters from `at` stand earlier in the password too.
fn seen(letters: &[char], at: usize, length: usize) -> bool {
    letters[..at].windows(length).any(|window| *window == letters[at..at + length])
}

/// `p4$$w0rd` is `password`.
fn without_disguise(letter: char) -> char {
    match letter {
        '4' | '@' => 'a',
        '3' => 'e',
        '1' | '!' => 'i',
        '0' => 'o',
        '5' | '$' => 's',
        letter => letter,
    }
}

/// Bits of one letter, by the kind of letters that it comes from.
fn alphabet(letter: char) -> f64 {
    match letter {
        '0'..='9' => 3.3,
        'a'..='z' => 4.0,
        'A'..='Z' | ' ' => 4.7,
        letter if letter.is_ascii() => 5.0,
        _ => 7.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_longer_to_describe_is_stronger() {
        use Strength::{Fair, VeryStrong, VeryWeak, Weak};
        for (password, at_most, at_least) in [
            ("", VeryWeak, VeryWeak),
            ("password", VeryWeak, VeryWeak),
            ("P@ssw0rd1234", VeryWeak, VeryWeak),
            ("aaaaaaaaaaaaaaaaaaaa", VeryWeak, VeryWeak),
            ("qwertyuiop123456", VeryWeak, VeryWeak),
            ("sari1234", Weak, VeryWeak),
            ("jagungjagungjagung", Fair, Weak),
            ("kuda lumping 7", VeryStrong, Fair),
            ("tujuh belas kuda menyeberang", VeryStrong, VeryStrong),
            ("f7$Kq!z0Pw2x", VeryStrong, Fair),
        ] {
            let strength = estimate(password, &["sari", "warta"]);
            assert!(strength <= at_most && strength >= at_least, "{password}: {strength:?}");
        }
    }
}
