//! A block of stories, in the form that suits what it holds.

use crate::article::Card;
use crate::shown::Shown;

/// Stories of a block.
const IN_BLOCK: usize = 4;

/// Stories that stand together, in one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub form: BlockForm,
    /// Never empty.
    pub cards: Vec<Card>,
}

/// Arrangement of the stories of a block. No form has a place that could stay empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockForm {
    /// Four stories of equal weight, each with a picture.
    Row,
    /// One story with a picture; the others, up to three, are headlines beside it.
    Feature,
    /// Up to four stories in words only.
    Text,
    /// Up to four opinions, each with its author's portrait if there is one.
    Opinion,
}

impl Block {
    /// Block of the first cards that are not on the page yet, in another form than the block before; `None` if nothing is left.
    pub(super) fn of(cards: Vec<Card>, before: Option<BlockForm>, shown: &mut Shown) -> Option<Self> {
        let pictured = cards.iter().filter(|card| shown.has_new_picture(card)).count();
        if pictured >= IN_BLOCK && before != Some(BlockForm::Row) {
            let mut trial = shown.clone();
            let cards = trial.take_pictured(&cards, IN_BLOCK);
            // Two cards may have one picture.
            if cards.len() == IN_BLOCK {
                *shown = trial;
                return Some(Self { form: BlockForm::Row, cards });
            }
        }
        let mut taken = shown.take_pictured(&cards, 1);
        let form = if taken.is_empty() { BlockForm::Text } else { BlockForm::Feature };
        taken.extend(shown.take_words(&cards, IN_BLOCK - taken.len()));
        (!taken.is_empty()).then_some(Self { form, cards: taken })
    }

    /// Block of the newest opinions.
    pub(super) fn opinions(cards: Vec<Card>, shown: &mut Shown) -> Option<Self> {
        let cards = shown.take(&cards, IN_BLOCK);
        (!cards.is_empty()).then_some(Self { form: BlockForm::Opinion, cards })
    }
}
