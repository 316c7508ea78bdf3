//! Signals as data: each scores an article.

use super::context::RankingContext;
use super::index::Entry;
use super::{Reason, Weights};

/// Names a signal, at the command line and in measurements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignalName {
    /// The article's readers opened it next.
    ReadNext,
    /// Many read it now.
    ReadNow,
    /// Its text is similar.
    SimilarText,
    /// It shares topics.
    SharedTopics,
    /// Its text is similar and its section the same.
    SameSection,
    /// It is new.
    Newest,
}

impl SignalName {
    /// All, in the order in which they speak.
    pub fn all() -> impl Iterator<Item = Self> {
        SIGNALS.iter().map(|signal| signal.name)
    }

    /// One word, for machines: that of its weight in the settings.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ReadNext => "read_next",
            Self::ReadNow => "read_now",
            Self::SimilarText => "similar_text",
            Self::SharedTopics => "shared_topics",
            Self::SameSection => "same_section",
            Self::Newest => "newest",
        }
    }

    /// The reason that the signal gives for an article.
    pub(super) fn reason(self, context: &RankingContext, entry: &Entry) -> Reason {
        let subject = || shared_topics(context, entry).next().map(|topic| Reason::SameSubject(topic.clone()));
        match self {
            Self::ReadNext => Reason::ReadNext,
            Self::ReadNow => Reason::ReadNow,
            // A subject of the editors' says more than that the words are alike.
            Self::SimilarText | Self::SharedTopics | Self::SameSection => {
                subject().unwrap_or(Reason::SimilarText)
            }
            Self::Newest => Reason::Newest,
        }
    }
}

/// Something that can speak for an article.
pub(super) struct Signal {
    pub(super) name: SignalName,
    /// Function that scores the article with this number and entry, 0 to 1.
    pub(super) measure: fn(&RankingContext, u32, &Entry) -> f64,
    /// Function that reads the weight of the signal from the settings.
    pub(super) weight: fn(&Weights) -> f64,
}

/// Each speaks; the score is the sum. Of reasons that are equally strong the upper one is given.
pub(super) const SIGNALS: &[Signal] = &[
    Signal { name: SignalName::ReadNext, measure: read_next, weight: |weights| weights.read_next },
    Signal { name: SignalName::ReadNow, measure: read_now, weight: |weights| weights.read_now },
    Signal { name: SignalName::SimilarText, measure: similar_text, weight: |weights| weights.similar_text },
    Signal {
        name: SignalName::SharedTopics,
        measure: topics_shared,
        weight: |weights| weights.shared_topics,
    },
    Signal { name: SignalName::SameSection, measure: same_section, weight: |weights| weights.same_section },
    Signal { name: SignalName::Newest, measure: newest, weight: |weights| weights.newest },
];

fn read_next(context: &RankingContext, number: u32, _: &Entry) -> f64 {
    context.trust * share(&context.followed, number)
}

fn read_now(context: &RankingContext, number: u32, _: &Entry) -> f64 {
    (1.0 - context.trust) * share(&context.popular, number)
}

fn similar_text(context: &RankingContext, number: u32, entry: &Entry) -> f64 {
    let similarity = context.similar.as_ref().map_or(0.0, |similar| similar.to(number));
    (1.0 - context.trust) * similarity * fitness_of_age(context, entry)
}

fn topics_shared(context: &RankingContext, _: u32, entry: &Entry) -> f64 {
    let own = context.article.map_or(0, |(_, article)| article.topics.len());
    let shared = shared_topics(context, entry).count();
    let [own, shared] = [own, shared].map(|count| f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
    if own > 0.0 { (1.0 - context.trust) * shared / own * fitness_of_age(context, entry) } else { 0.0 }
}

fn same_section(context: &RankingContext, number: u32, entry: &Entry) -> f64 {
    let section = context.article.and_then(|(_, article)| article.section.as_ref());
    if section.is_some() && section == entry.section.as_ref() {
        similar_text(context, number, entry)
    } else {
        0.0
    }
}

fn newest(context: &RankingContext, _: u32, entry: &Entry) -> f64 {
    let age = (context.now - entry.published_at).as_seconds_f64() / 60.0;
    let left = (1.0 - context.trust) * (1.0 - context.crowd_trust);
    left * halved(age, context.index.settings.newest_half_life_minutes)
}

/// Factor for an article older than the one that it is recommended for. An article that is newer, such as a follow-up, loses nothing,
/// whatever the day of reading.
fn fitness_of_age(context: &RankingContext, entry: &Entry) -> f64 {
    let settings = &context.index.settings;
    let age = context.article.map_or(0.0, |(_, article)| {
        (article.published_at - entry.published_at).as_seconds_f64().max(0.0) / 60.0
    });
    settings.age_floor + (1.0 - settings.age_floor) * halved(age, settings.age_half_life_minutes)
}

fn halved(minutes: f64, half_life_minutes: f64) -> f64 {
    (-minutes / half_life_minutes).exp2()
}

fn share(shares: &std::collections::HashMap<u32, f64>, number: u32) -> f64 {
    shares.get(&number).copied().unwrap_or(0.0)
}

/// The article's topics that another has too, in the editors' order.
fn shared_topics<'a>(
    context: &RankingContext<'a>,
    entry: &'a Entry,
) -> impl Iterator<Item = &'a crate::slug::Slug> {
    let topics = context.article.map_or(&[][..], |(_, article)| article.topics.as_slice());
    topics.iter().filter(|topic| entry.topics.contains(topic))
}
