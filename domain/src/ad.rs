//! Advertisements. Which one stands where depends on the article and the hour, never on the reader.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::article::ArticleId;
use crate::newsroom::StoreError;
use crate::sampling::sampling_key;

/// An advertisement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ad {
    /// The newsroom's own identifier.
    pub id: AdId,
    /// It is shown from then on.
    pub starts_at: DateTime<Utc>,
    /// It is shown until then.
    pub ends_at: DateTime<Utc>,
    /// Texts or frame of the advertisement, with its slots.
    pub content: Content,
}

impl Ad {
    /// Whether it is words that lead there.
    pub fn leads_to(&self, address: Option<&str>) -> bool {
        matches!(&self.content.shape, Shape::Words { href, .. } if Some(href.as_str()) == address)
    }
}

/// The newsroom's own identifier of an advertisement: what would do for an article does here.
pub type AdId = ArticleId;

/// Content and placement of an advertisement. The store keeps it in this form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Name of the advertiser, shown to readers.
    pub advertiser: String,
    /// Slots in which it may appear.
    pub slots: Vec<Slot>,
    /// Readers who may see it.
    #[serde(default)]
    pub audience: Audience,
    /// Against the weights of the others: twice as much is shown twice as often. At least 1.
    pub weight: u32,
    /// Texts or frame.
    pub shape: Shape,
}

/// Readers who may see an advertisement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    #[default]
    Everyone,
    /// Readers without an account, for advertisements that offer one or its benefits. Not shown beside a gate, which makes the same offer.
    Guests,
}

impl Audience {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Everyone, Self::Guests];

    /// The word of the record.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Guests => "guests",
        }
    }

    /// The audience of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.as_str() == word)
    }
}

/// A place for advertisements. None is between the picture and the first sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Slot {
    /// After a third of a long text. The store calls it what it was called when it stood behind the picture, so that an older
    /// version can read what a newer one has written.
    #[serde(rename = "picture")]
    Opening,
    /// After two thirds of the text.
    Middle,
    /// Behind the editors' choice.
    Pick,
}

impl Slot {
    /// In the order of the page.
    pub const ALL: [Self; 3] = [Self::Opening, Self::Middle, Self::Pick];

    /// The word of the record and of the settings.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Middle => "middle",
            Self::Pick => "pick",
        }
    }

    /// The slot of a word; `None` for any other word. `picture` is what records and settings called `opening` before.
    pub fn parse(word: &str) -> Option<Self> {
        let word = if word == "picture" { "opening" } else { word };
        Self::ALL.into_iter().find(|slot| slot.as_str() == word)
    }
}

/// Texts or frame of an advertisement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Words of ours, with a link.
    Words {
        /// Plain text.
        title: String,
        /// Plain text.
        text: Option<String>,
        /// Label of the link: `Berlangganan`.
        action: String,
        /// A path of this site, or an `https` address.
        href: String,
    },
    /// Somebody else's page, which can do nothing here but be looked at and followed.
    Frame {
        /// An `https` address whose origin the settings name.
        address: String,
        /// Pixels.
        height: u32,
    },
}

/// Storage of advertisements.
#[async_trait]
pub trait AdStore: Send + Sync {
    /// Advertisements that are shown at `now`, by id.
    async fn ads(&self, now: DateTime<Utc>) -> Result<Vec<Ad>, StoreError>;
    /// Writes all of them in one transaction: new ones are made, present ones replaced.
    async fn save_ads(&self, ads: &[Ad]) -> Result<Placed, StoreError>;
}

/// Numbers of advertisements that an import has added, changed or left as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// Were not there before.
    pub created: u64,
    /// Were there and differ.
    pub updated: u64,
    /// Were there just so.
    pub unchanged: u64,
}

/// The advertisement of each of these slots of an article, none twice. The same for everyone, and for an hour.
pub fn place<'a>(
    ads: &'a [Ad],
    slots: &[Slot],
    article: &ArticleId,
    now: DateTime<Utc>,
) -> Vec<(Slot, &'a Ad)> {
    let hour = now.timestamp().div_euclid(3600);
    let mut placed: Vec<(Slot, &Ad)> = Vec::new();
    for slot in slots {
        let free = ads.iter().filter(|ad| {
            ad.content.slots.contains(slot) && placed.iter().all(|(_, other)| other.id != ad.id)
        });
        let drawn = free.min_by(|one, other| {
            let of = |ad: &Ad| key_of_ad(ad, *slot, article, hour);
            of(one).total_cmp(&of(other)).then_with(|| one.id.cmp(&other.id))
        });
        placed.extend(drawn.map(|ad| (*slot, ad)));
    }
    placed
}

fn key_of_ad(ad: &Ad, slot: Slot, article: &ArticleId, hour: i64) -> f64 {
    sampling_key(&[ad.id.as_str(), slot.as_str(), article.as_str(), &hour.to_string()], ad.content.weight)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use chrono::TimeDelta;

    use super::*;

    fn ad(id: &str, weight: u32, slots: &[Slot]) -> Ad {
        let shape =
            Shape::Words { title: "Judul".into(), text: None, action: "Lihat".into(), href: "/koran".into() };
        Ad {
            id: AdId::parse(id).unwrap(),
            starts_at: DateTime::UNIX_EPOCH,
            ends_at: DateTime::UNIX_EPOCH + TimeDelta::days(1),
            content: Content {
                advertiser: "Toko".into(),
                slots: slots.to_vec(),
                audience: Audience::Everyone,
                weight,
                shape,
            },
        }
    }

    fn article(number: u32) -> ArticleId {
        ArticleId::parse(&number.to_string()).unwrap()
    }

    #[test]
    fn no_ad_stands_twice_on_a_page_and_none_where_it_may_not() {
        let ads = [ad("a", 1, &Slot::ALL), ad("b", 1, &[Slot::Pick])];
        for number in 0..50 {
            let placed = place(&ads, &Slot::ALL, &article(number), DateTime::UNIX_EPOCH);
            assert_eq!(placed[0].0, Slot::Opening);
            assert_eq!((placed[0].1.id.as_str(), placed[1].1.id.as_str()), ("a", "b"), "{placed:?}");
            assert_eq!(placed.len(), 2, "the middle has nobody left");
        }
        assert!(place(&ads, &[Slot::Middle], &article(1), DateTime::UNIX_EPOCH).len() == 1);
        assert!(place(&ads[1..], &[Slot::Middle], &article(1), DateTime::UNIX_EPOCH).is_empty());
        assert!(place(&[], &Slot::ALL, &article(1), DateTime::UNIX_EPOCH).is_empty());
    }

    #[test]
    fn it_is_the_same_for_an_hour_and_changes_over_the_day() {
        let ads: Vec<_> = (0..5).map(|number| ad(&format!("a{number}"), 1, &Slot::ALL)).collect();
        let at = |minutes| {
            let now = DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);
            place(&ads, &[Slot::Opening], &article(7), now)[0].1.id.clone()
        };
        assert_eq!(at(0), at(59));
        let seen: std::collections::HashSet<_> = (0..24).map(|hour| at(hour * 60)).collect();
        assert!(seen.len() > 2, "{seen:?}");
    }

    #[test]
    fn twice_the_weight_is_shown_twice_as_often() {
        let ads = [ad("a", 1, &Slot::ALL), ad("b", 2, &Slot::ALL), ad("c", 5, &Slot::ALL)];
        let mut counts = HashMap::new();
        for number in 0..8000 {
            let placed = place(&ads, &[Slot::Middle], &article(number), DateTime::UNIX_EPOCH);
            *counts.entry(placed[0].1.id.as_str()).or_insert(0_u32) += 1;
        }
        // Three standard deviations.
        for (id, expected) in [("a", 1000), ("b", 2000), ("c", 5000)] {
            assert!(counts[id].abs_diff(expected) < 135, "{counts:?}");
        }
    }
}
