//! The articles in which a word stands.

/// Article numbers in rising order, each with the level of the word; two lists, for five bytes an entry.
#[derive(Debug, Default)]
pub(super) struct Postings {
    articles: Vec<u32>,
    levels: Vec<u8>,
}

impl Postings {
    pub(super) fn len(&self) -> usize {
        self.articles.len()
    }

    pub(super) fn insert(&mut self, article: u32, level: u8) {
        // A new article has the highest number: this is a push nearly always.
        let place = self.articles.partition_point(|known| *known < article);
        self.articles.insert(place, article);
        self.levels.insert(place, level);
    }

    pub(super) fn remove(&mut self, article: u32) {
        if let Ok(place) = self.articles.binary_search(&article) {
            self.articles.remove(place);
            self.levels.remove(place);
        }
    }

    pub(super) fn shrink(&mut self) {
        self.articles.shrink_to_fit();
        self.levels.shrink_to_fit();
    }

    /// The last `most` entries: of a common word those articles that came last.
    pub(super) fn last(&self, most: usize) -> impl Iterator<Item = (u32, u8)> {
        let from = self.len().saturating_sub(most);
        self.articles[from..].iter().copied().zip(self.levels[from..].iter().copied())
    }
}
