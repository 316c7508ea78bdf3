//! Settings of the ranking.

use serde::{Deserialize, Serialize};

/// Settings of both lists. The defaults are the measured ones (`docs/recommendation.md`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Weight of each signal in the list of related articles.
    pub related: Weights,
    /// Weight of each signal in the list of what to read next.
    pub next: Weights,
    /// After how many minutes half of what was read next is no longer of late.
    pub read_next_half_life_minutes: f64,
    /// After how many minutes half of what was read next is forgotten for good.
    pub read_next_memory_minutes: f64,
    /// The more of an article's readers went on of late than this, the less counts where they went before.
    pub shrink_lately: f64,
    /// After how many minutes half of what was read is forgotten.
    pub read_now_half_life_minutes: f64,
    /// Weight of a step back: the previous article counts as a next one of the article opened after it, with this weight.
    /// A step forward has 1.
    pub step_back: f64,
    /// Weight of articles two steps away: those that readers opened after the next ones.
    pub second_step: f64,
    /// The more of an article's readers went on than this, the more their transitions count against what everyone reads.
    pub shrink_reads: f64,
    /// The more is read now than this, the more what everyone reads counts against what is new.
    pub shrink_now: f64,
    /// The least score that puts an article among the related ones.
    pub least_related: f64,
    /// The place among those to read next that is kept for what has just come, counted from 1; 0 for none.
    pub fresh_place: u32,
    /// For how many minutes after its publication an article has just come.
    pub fresh_minutes: f64,
    /// After how many minutes an article that is older than the one it goes with is half as fitting.
    pub age_half_life_minutes: f64,
    /// The share of its fitness that no age takes from an article, 0 to 1.
    pub age_floor: f64,
    /// After how many minutes an article is half as new.
    pub newest_half_life_minutes: f64,
    /// Similarity from which two articles count as the same story, 0 to 1.
    pub duplicate_similarity: f64,
    /// The most articles of one section in the list of what to read next.
    pub most_of_section: u32,
}

impl Default for Settings {
    fn default() -> Self {
        const DAY: f64 = 24.0 * 60.0;
        Self {
            related: Weights::RELATED,
            next: Weights::NEXT,
            read_next_half_life_minutes: 15.0,
            read_next_memory_minutes: 120.0,
            shrink_lately: 15.0,
            read_now_half_life_minutes: 10.0,
            step_back: 0.15,
            second_step: 0.5,
            shrink_reads: 1.5,
            shrink_now: 60.0,
            least_related: 0.04,
            fresh_place: 5,
            fresh_minutes: 60.0,
            age_half_life_minutes: 3.0 * DAY,
            age_floor: 0.2,
            newest_half_life_minutes: DAY,
            duplicate_similarity: 0.9,
            most_of_section: 3,
        }
    }
}

/// A weight for every signal; 0 turns it off. Who sets one sets all: a weight left out is no silent 0.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// The article's readers opened it next: their share, 0 to 1.
    pub read_next: f64,
    /// Many read it now: its share of what is read, 0 to 1.
    pub read_now: f64,
    /// Its text is similar, 0 to 1.
    pub similar_text: f64,
    /// It shares topics: the share of the article's own, 0 to 1.
    pub shared_topics: f64,
    /// Its text is similar and its section the same, 0 to 1.
    pub same_section: f64,
    /// It is new, 0 to 1.
    pub newest: f64,
}

impl Weights {
    /// Nothing speaks.
    pub(super) const SILENT: Self = Self {
        read_next: 0.0,
        read_now: 0.0,
        similar_text: 0.0,
        shared_topics: 0.0,
        same_section: 0.0,
        newest: 0.0,
    };
    /// The text decides; newness only fills up.
    const RELATED: Self = Self {
        read_next: 0.0,
        read_now: 0.0,
        similar_text: 1.0,
        shared_topics: 0.1,
        same_section: 4.0,
        newest: 0.0,
    };
    /// Readers decide; the editors come first, and the text speaks while there are no readers yet.
    const NEXT: Self = Self {
        read_next: 1.0,
        read_now: 1.0,
        similar_text: 0.1,
        shared_topics: 0.02,
        same_section: 0.01,
        newest: 0.3,
    };
}
