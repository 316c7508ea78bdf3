//! Rules for articles that may not appear together in a list.

use super::index::Index;
use crate::slug::Slug;

/// A list in the making: says of each article in turn whether it may join.
pub(super) struct Variety<'a> {
    index: &'a Index,
    /// Articles on the page and articles already chosen; none may be repeated.
    shown: Vec<u32>,
    /// The most articles of a section, and how many of each there are.
    most_of_section: Option<u32>,
    sections: Vec<(&'a Slug, u32)>,
}

impl<'a> Variety<'a> {
    pub(super) fn new(index: &'a Index, shown: &[u32], most_of_section: Option<u32>) -> Self {
        Self { index, shown: shown.to_vec(), most_of_section, sections: vec![] }
    }

    /// Whether the article joins the list.
    pub(super) fn takes(&mut self, number: u32) -> bool {
        let repeats = |shown: &u32| *shown == number || self.is_repetition(*shown, number);
        // The texts are compared last: it takes longest.
        let is_left_out = self.is_section_full(number) || self.shown.iter().any(repeats);
        if !is_left_out {
            self.join(number);
        }
        !is_left_out
    }

    fn join(&mut self, number: u32) {
        self.shown.push(number);
        let Some(section) = self.section(number) else { return };
        match self.sections.iter_mut().find(|(known, _)| *known == section) {
            Some((_, count)) => *count += 1,
            None => self.sections.push((section, 1)),
        }
    }

    /// One story told twice, or two cards with one picture.
    fn is_repetition(&self, one: u32, other: u32) -> bool {
        let (Some(first), Some(second)) = (self.index.entry(one), self.index.entry(other)) else {
            return false;
        };
        let same_title = first.title.is_some() && first.title == second.title;
        let same_picture = first.picture.is_some() && first.picture == second.picture;
        let duplicate = self.index.settings.duplicate_similarity;
        same_title || same_picture || self.index.content.likeness(one, other) >= duplicate
    }

    fn is_section_full(&self, number: u32) -> bool {
        let (Some(most), Some(section)) = (self.most_of_section, self.section(number)) else { return false };
        let there = self.sections.iter().find(|(known, _)| *known == section).map_or(0, |(_, count)| *count);
        there >= most
    }

    fn section(&self, number: u32) -> Option<&'a Slug> {
        self.index.entry(number)?.section.as_ref()
    }
}
