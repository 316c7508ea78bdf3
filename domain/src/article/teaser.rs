//! The teaser of an article.

/// The first paragraphs of an article, which everyone may read: plain text, at most a fifth of the body
/// and at most 600 characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Teaser {
    paragraphs: Vec<String>,
}

impl Teaser {
    /// The most characters that a teaser may have, whatever the length of the body.
    pub const LONGEST: usize = 600;
    const SHARE: usize = 5;
    const CUT: char = '…';

    /// The teaser of a body that has these paragraphs of plain text.
    pub fn of(paragraphs: &[String]) -> Self {
        let whole: usize = paragraphs.iter().map(|paragraph| paragraph.chars().count()).sum();
        let mut room = (whole / Self::SHARE).min(Self::LONGEST);
        let mut taken = Vec::new();
        for paragraph in paragraphs {
            let length = paragraph.chars().count();
            if length > room {
                taken.extend(cut_at_word(paragraph, room));
                break;
            }
            room -= length;
            taken.push(paragraph.clone());
        }
        Self { paragraphs: taken }
    }

    /// A teaser that was kept as one text, its paragraphs parted by blank lines.
    pub fn from_text(text: &str) -> Self {
        let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.is_empty());
        Self { paragraphs: paragraphs.map(str::to_owned).collect() }
    }

    /// One text, the paragraphs parted by blank lines.
    pub fn to_text(&self) -> String {
        self.paragraphs.join("\n\n")
    }

    /// Plain text, one string a paragraph.
    pub fn paragraphs(&self) -> &[String] {
        &self.paragraphs
    }
}

/// As many whole words as fit into `room` characters with the sign of the cut; `None` if not one does.
fn cut_at_word(text: &str, room: usize) -> Option<String> {
    let end = text.char_indices().nth(room.checked_sub(1)?).map_or(text.len(), |(at, _)| at);
    let words = text[..end].rfind(char::is_whitespace).map(|at| &text[..at])?;
    // The sign of the cut stands for any other at the end.
    let words = words.trim_end_matches(|sign: char| sign.is_whitespace() || ".,;:–—".contains(sign));
    (!words.is_empty()).then(|| format!("{words}{}", Teaser::CUT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn characters(teaser: &Teaser) -> usize {
        teaser.paragraphs.iter().map(|paragraph| paragraph.chars().count()).sum()
    }

    #[test]
    fn a_teaser_is_at_most_a_fifth_and_at_most_600_characters() {
        for (paragraphs, words) in [(1, 1), (1, 10), (1, 500), (3, 40), (12, 60), (200, 3), (2, 5000)] {
            let body = vec!["kata é ".repeat(words).trim().to_owned(); paragraphs];
            let whole: usize = body.iter().map(|paragraph| paragraph.chars().count()).sum();
            let teaser = Teaser::of(&body);
            assert!(characters(&teaser) <= (whole / 5).min(600), "{paragraphs} x {words}");
            assert!(words < 10 || characters(&teaser) > 0, "{paragraphs} x {words} has a teaser");
        }
    }

    #[test]
    fn whole_paragraphs_come_first_and_the_last_is_cut_at_a_word() {
        let body: Vec<String> = (0..9).map(|_| "satu dua tiga empat lima".to_owned()).collect();
        let teaser = Teaser::of(&body);
        assert_eq!(teaser.paragraphs(), ["satu dua tiga empat lima", "satu dua tiga…"]);
        assert_eq!(Teaser::from_text(&teaser.to_text()), teaser);
    }

    #[test]
    fn the_sign_of_the_cut_stands_for_a_full_stop_or_comma() {
        for (text, expected) in
            [("satu dua. tiga empat", "satu dua…"), ("satu dua, – tiga empat", "satu dua…")]
        {
            assert_eq!(cut_at_word(text, 12).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(cut_at_word("... satu", 6), None);
    }

    #[test]
    fn one_endless_word_has_no_teaser() {
        assert_eq!(Teaser::of(&["a".repeat(10_000)]), Teaser::default());
        assert_eq!(Teaser::of(&[]), Teaser::default());
    }
}
