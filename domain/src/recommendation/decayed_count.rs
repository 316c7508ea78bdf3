//! A count that decays exponentially.

use chrono::{DateTime, Utc};

/// A sum of reads, each of which is worth half as much after every half-life.
///
/// It is kept as the logarithm of what the sum would be worth at the epoch: so nothing has to be recalculated
/// as time passes, and of two levels of one half-life the greater one is the greater sum at any time.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(super) struct DecayedCount(f64);

impl DecayedCount {
    /// No read at all.
    pub(super) const NONE: Self = Self(f64::NEG_INFINITY);

    /// `count` reads at `at`.
    pub(super) fn of(count: u32, at: DateTime<Utc>, half_life_minutes: f64) -> Self {
        Self(f64::from(count).log2() + half_lives(at, half_life_minutes))
    }

    /// So many times the sum.
    pub(super) fn times(self, factor: f64) -> Self {
        Self(self.0 + factor.log2())
    }

    /// Both sums together.
    pub(super) fn plus(self, other: Self) -> Self {
        let (low, high) = if self < other { (self.0, other.0) } else { (other.0, self.0) };
        if low == f64::NEG_INFINITY {
            Self(high)
        } else {
            Self(high + (low - high).exp2().ln_1p() * std::f64::consts::LOG2_E)
        }
    }

    /// Value of the sum at `now`.
    pub(super) fn worth(self, now: DateTime<Utc>, half_life_minutes: f64) -> f64 {
        (self.0 - half_lives(now, half_life_minutes)).exp2()
    }

    /// Order by size.
    pub(super) fn compare(self, other: Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

fn half_lives(at: DateTime<Utc>, half_life_minutes: f64) -> f64 {
    (at - DateTime::UNIX_EPOCH).as_seconds_f64() / 60.0 / half_life_minutes
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_780_000_000, 0).unwrap() + TimeDelta::minutes(minutes)
    }

    #[test]
    fn a_count_is_worth_half_after_a_half_life() {
        let decayed = DecayedCount::of(8, at(0), 30.0);
        for (minutes, worth) in [(0, 8.0), (30, 4.0), (90, 1.0), (-30, 16.0)] {
            assert!((decayed.worth(at(minutes), 30.0) - worth).abs() < 1e-5, "{minutes}");
        }
    }

    #[test]
    fn counts_of_different_times_add_up() {
        let decayed =
            DecayedCount::NONE.plus(DecayedCount::of(4, at(0), 30.0)).plus(DecayedCount::of(3, at(30), 30.0));
        assert!((decayed.worth(at(30), 30.0) - 5.0).abs() < 1e-5);
        assert!(DecayedCount::of(3, at(60), 30.0) > DecayedCount::of(4, at(0), 30.0));
        assert!(DecayedCount::NONE.worth(at(0), 30.0) == 0.0);
    }
}
