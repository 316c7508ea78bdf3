//! Current reads and transitions: decaying counts in bounded memory.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::Settings;
use super::decayed_count::DecayedCount;

/// Number of most-read articles that are kept in order.
const HOT: usize = 200;
/// Number of articles that are remembered as read after each article.
const FOLLOWERS: usize = 64;

/// Everything known of what readers open. Articles go by their number.
#[derive(Debug)]
pub(super) struct Reads {
    next_half_life_minutes: f64,
    next_memory_minutes: f64,
    now_half_life_minutes: f64,
    /// Weight of a step back, where a step forward has 1.
    step_back: f64,
    popularity: Vec<DecayedCount>,
    /// Of all articles the `HOT` most read, most read first. Levels only rise, so it is exact without a search.
    hot: Vec<u32>,
    followers: HashMap<u32, Vec<Follower>>,
}

/// An article that was read after another: how much of late, and how much in all that is remembered.
#[derive(Clone, Copy, Debug)]
struct Follower {
    article: u32,
    lately: DecayedCount,
    ever: DecayedCount,
}

impl Reads {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            next_half_life_minutes: settings.read_next_half_life_minutes,
            next_memory_minutes: settings.read_next_memory_minutes,
            now_half_life_minutes: settings.read_now_half_life_minutes,
            step_back: settings.step_back,
            popularity: Vec::new(),
            hot: Vec::with_capacity(HOT),
            followers: HashMap::new(),
        }
    }

    /// Adds reads of an article, by readers who came from `previous`.
    pub(super) fn record(&mut self, previous: Option<u32>, article: u32, at: DateTime<Utc>, count: u32) {
        let read = DecayedCount::of(count, at, self.now_half_life_minutes);
        let decayed = self.popularity(article).plus(read);
        let place = article as usize;
        if self.popularity.len() <= place {
            self.popularity.resize(place + 1, DecayedCount::NONE);
        }
        self.popularity[place] = decayed;
        self.promote(article, decayed);
        if let Some(previous) = previous.filter(|previous| *previous != article) {
            let lately = DecayedCount::of(count, at, self.next_half_life_minutes);
            let ever = DecayedCount::of(count, at, self.next_memory_minutes);
            follow(self.followers.entry(previous).or_default(), Follower { article, lately, ever });
            // Who reads the one may want the other, whichever stood first on the page.
            if self.step_back > 0.0 {
                let [lately, ever] = [lately, ever].map(|read| read.times(self.step_back));
                let back = Follower { article: previous, lately, ever };
                follow(self.followers.entry(article).or_default(), back);
            }
        }
    }

    /// Moves an article whose level rose to its place among the hot ones.
    fn promote(&mut self, article: u32, decayed: DecayedCount) {
        let place = match self.hot.iter().rposition(|hot| *hot == article) {
            Some(place) => place,
            None if self.hot.len() < HOT => {
                self.hot.push(article);
                self.hot.len() - 1
            }
            None => {
                let least = self.hot[HOT - 1];
                if self.popularity(least) >= decayed {
                    return;
                }
                self.hot[HOT - 1] = article;
                HOT - 1
            }
        };
        let target = self.hot[..place].partition_point(|hot| self.popularity(*hot) >= decayed);
        self.hot[target..=place].rotate_right(1);
    }

    fn popularity(&self, article: u32) -> DecayedCount {
        self.popularity.get(article as usize).copied().unwrap_or(DecayedCount::NONE)
    }

    /// Forgets what was read of an article and after it.
    pub(super) fn remove(&mut self, article: u32) {
        if let Some(decayed) = self.popularity.get_mut(article as usize) {
            *decayed = DecayedCount::NONE;
        }
        self.hot.retain(|hot| *hot != article);
        self.followers.remove(&article);
    }

    /// Forgets followers of which less than a hundredth of a read is left.
    pub(super) fn forget(&mut self, now: DateTime<Utc>) {
        let half_life = self.next_memory_minutes;
        self.followers.retain(|_, followers| {
            followers.retain(|follower| follower.ever.worth(now, half_life) > 0.01);
            followers.shrink_to_fit();
            !followers.is_empty()
        });
    }

    /// The articles most read now, most read first, each with its faded count.
    pub(super) fn hot(&self, now: DateTime<Utc>) -> impl Iterator<Item = (u32, f64)> {
        self.hot
            .iter()
            .map(move |article| (*article, self.popularity(*article).worth(now, self.now_half_life_minutes)))
    }

    /// Decayed number of reads of an article.
    pub(super) fn worth(&self, article: u32, now: DateTime<Utc>) -> f64 {
        self.popularity(article).worth(now, self.now_half_life_minutes)
    }

    /// Articles that readers opened after this one, in no order. Each has its count with the short half-life and its count with the long
    /// one, both decayed.
    pub(super) fn followers(
        &self,
        article: u32,
        now: DateTime<Utc>,
    ) -> impl Iterator<Item = (u32, f64, f64)> {
        let followers = self.followers.get(&article).map_or(&[][..], Vec::as_slice);
        followers.iter().map(move |follower| {
            let lately = follower.lately.worth(now, self.next_half_life_minutes);
            (follower.article, lately, follower.ever.worth(now, self.next_memory_minutes))
        })
    }
}

/// A newcomer takes the place of the least, so that old transitions never shut out a new one.
fn follow(followers: &mut Vec<Follower>, read: Follower) {
    if let Some(known) = followers.iter_mut().find(|known| known.article == read.article) {
        known.lately = known.lately.plus(read.lately);
        known.ever = known.ever.plus(read.ever);
    } else if followers.len() < FOLLOWERS {
        followers.push(read);
    } else if let Some(least) = followers.iter_mut().min_by(|one, other| one.ever.compare(other.ever)) {
        *least = read;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_780_000_000, 0).unwrap() + TimeDelta::minutes(minutes)
    }

    fn reads() -> Reads {
        Reads::new(&Settings::default())
    }

    fn hot(reads: &Reads) -> Vec<u32> {
        reads.hot(at(0)).map(|(article, _)| article).collect()
    }

    #[test]
    fn the_most_read_stay_in_order_as_time_passes() {
        let mut reads = reads();
        reads.record(None, 1, at(0), 5);
        reads.record(None, 2, at(0), 3);
        assert_eq!(hot(&reads), [1, 2]);
        reads.record(None, 3, at(60), 1);
        assert_eq!(hot(&reads), [3, 1, 2]);
        reads.record(None, 2, at(60), 2);
        assert_eq!(hot(&reads), [2, 3, 1]);
        reads.remove(2);
        assert_eq!(hot(&reads), [3, 1]);
    }

    #[test]
    fn memory_is_bounded() {
        let mut reads = reads();
        for article in 1..5000 {
            reads.record(Some(0), article, at(i64::from(article) / 60), 1 + article % 7);
        }
        assert_eq!(reads.followers(0, at(90)).count(), FOLLOWERS);
        assert_eq!(reads.hot.len(), HOT);
        let counts: Vec<f64> = reads.hot(at(90)).map(|(_, worth)| worth).collect();
        assert!(counts.is_sorted_by(|one, other| one >= other));
        reads.forget(at(60 * 24));
        assert!(reads.followers.is_empty());
    }

    #[test]
    fn a_new_trail_is_never_shut_out() {
        let mut reads = reads();
        for article in 1..=64 {
            reads.record(Some(0), article, at(0), 1000);
        }
        reads.record(Some(0), 99, at(0), 1);
        assert!(reads.followers(0, at(0)).any(|(article, ..)| article == 99));
    }
}
