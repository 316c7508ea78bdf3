//! The words of one text.

/// Steps of a level from one to two.
const STEPS: f32 = 32.0;

/// The words by rising number, each with its level: five bytes a word.
#[derive(Debug)]
pub(in crate::recommendation) struct Vector {
    words: Box<[u32]>,
    levels: Box<[u8]>,
}

impl Vector {
    /// Takes words in rising order.
    pub(super) fn new(words: &[(u32, u8)]) -> Self {
        let (words, levels): (Vec<u32>, Vec<u8>) = words.iter().copied().unzip();
        Self { words: words.into(), levels: levels.into() }
    }

    pub(super) fn words(&self) -> impl Iterator<Item = (u32, u8)> {
        self.words.iter().copied().zip(self.levels.iter().copied())
    }

    /// The sum over all words that both have.
    pub(super) fn product(&self, other: &Self, rarity: impl Fn(u32) -> f32) -> f32 {
        let mut sum = 0.0;
        let (mut mine, mut theirs) = (self.words().peekable(), other.words().peekable());
        while let (Some((word, level)), Some((their_word, their_level))) = (mine.peek(), theirs.peek()) {
            match word.cmp(their_word) {
                std::cmp::Ordering::Less => drop(mine.next()),
                std::cmp::Ordering::Greater => drop(theirs.next()),
                std::cmp::Ordering::Equal => {
                    sum += f32::from(*level) * f32::from(*their_level) * rarity(*word).powi(2);
                    mine.next();
                    theirs.next();
                }
            }
        }
        sum
    }
}

/// Weight of a word with this count, on a logarithmic scale: each repetition adds less than the one before.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the level is between 0 and 255")]
pub(super) fn level(count: u16) -> u8 {
    ((1.0 + f32::from(count.max(1)).ln()) * STEPS).min(255.0) as u8
}

#[expect(clippy::cast_possible_truncation, reason = "seven digits are plenty for a similarity")]
pub(super) fn narrow(number: f64) -> f32 {
    number as f32
}
