//! Sponsored items: what others pay for among the recommendations. Which one stands where depends on the article and the hour, never
//! on what anyone reads.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::ad::Placed;
use crate::article::{ArticleId, PictureFile};
use crate::newsroom::StoreError;
use crate::recommendation::Read;
use crate::sampling::sampling_key;

/// A sponsored item. It is no article and no card: there is one component that shows it, with all that must be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sponsored {
    /// The newsroom's own identifier.
    pub id: SponsoredId,
    /// It is shown from then on.
    pub starts_at: DateTime<Utc>,
    /// It is shown until then.
    pub ends_at: DateTime<Utc>,
    /// Texts, link and picture.
    pub content: Content,
}

/// The newsroom's own identifier of a sponsored item: what would do for an article does here.
pub type SponsoredId = ArticleId;

/// Content of a sponsored item and its limits. The store keeps it in this form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Name of the sponsor, shown to readers.
    pub sponsor: String,
    /// Plain text.
    pub title: String,
    /// Target of the link: a path of this site, or an `https` address.
    pub href: String,
    /// Picture beside the title.
    pub picture: Option<PictureFile>,
    /// Description of the picture for readers who cannot see it.
    pub alt: Option<String>,
    /// Against the weights of the others: twice as much is shown twice as often. At least 1.
    pub weight: u32,
    /// So many views a day at the most; `None` for any number.
    pub cap_a_day: Option<u32>,
}

/// A sponsored item that may be shown today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    pub item: Sponsored,
    /// Number of views today, counted by all servers.
    pub views_today: u32,
}

impl Running {
    /// Whether it has been seen as often as was agreed for a day.
    pub fn is_used_up(&self) -> bool {
        self.item.content.cap_a_day.is_some_and(|cap| cap <= self.views_today)
    }
}

/// Number of views of an item on a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Views {
    /// Day in the publisher's time zone.
    pub day: NaiveDate,
    pub item: SponsoredId,
    /// Number of views, at least 1.
    pub count: u32,
}

/// Storage of sponsored items; their views are written together with the reads.
#[async_trait]
pub trait SponsoredStore: Send + Sync {
    /// Items that are shown at `now`, by id, with their views on a day in the publisher's time zone.
    async fn sponsored(&self, now: DateTime<Utc>, day: NaiveDate) -> Result<Vec<Running>, StoreError>;
    /// Writes all of them in one transaction: new ones are made, present ones replaced.
    async fn save_sponsored(&self, items: &[Sponsored]) -> Result<Placed, StoreError>;
    /// Forgets the views of days before this one.
    async fn forget_views(&self, before: NaiveDate) -> Result<(), StoreError>;
}

/// The item of each slot beside an article, none twice: the same for everyone, and for an hour. Slots are places among the
/// recommendations, counted from 1; those for which nothing is left stay out.
pub fn place<'a>(
    running: &'a [Running],
    slots: &[usize],
    article: &ArticleId,
    now: DateTime<Utc>,
) -> Vec<(usize, &'a Sponsored)> {
    let hour = now.timestamp().div_euclid(3600).to_string();
    let mut placed: Vec<(usize, &Sponsored)> = Vec::new();
    for slot in slots {
        let free = running.iter().filter(|running| {
            !running.is_used_up() && placed.iter().all(|(_, other)| other.id != running.item.id)
        });
        let drawn = free.map(|running| &running.item).min_by(|one, other| {
            let of = |item: &Sponsored| {
                sampling_key(
                    &[item.id.as_str(), &slot.to_string(), article.as_str(), &hour],
                    item.content.weight,
                )
            };
            of(one).total_cmp(&of(other)).then_with(|| one.id.cmp(&other.id))
        });
        placed.extend(drawn.map(|item| (*slot, item)));
    }
    placed
}

/// Views of the items on the pages of the articles that were read, by day.
pub fn views(reads: &[Read], running: &[Running], slots: &[usize], time_zone: Tz) -> Vec<Views> {
    let mut counts: BTreeMap<(NaiveDate, &SponsoredId), u32> = BTreeMap::new();
    for read in reads {
        let day = read.bucket_at.with_timezone(&time_zone).date_naive();
        for (_, item) in place(running, slots, &read.article, read.bucket_at) {
            *counts.entry((day, &item.id)).or_default() += read.count;
        }
    }
    counts.into_iter().map(|((day, item), count)| Views { day, item: item.clone(), count }).collect()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn running(id: &str, cap_a_day: Option<u32>, views_today: u32) -> Running {
        let content = Content {
            sponsor: "Toko".into(),
            title: "Judul".into(),
            href: "https://toko.example/".into(),
            picture: None,
            alt: None,
            weight: 1,
            cap_a_day,
        };
        let item = Sponsored {
            id: SponsoredId::parse(id).unwrap(),
            starts_at: DateTime::UNIX_EPOCH,
            ends_at: DateTime::UNIX_EPOCH + TimeDelta::days(1),
            content,
        };
        Running { item, views_today }
    }

    fn article(number: u32) -> ArticleId {
        ArticleId::parse(&number.to_string()).unwrap()
    }

    #[test]
    fn no_item_stands_twice_and_none_beyond_its_cap() {
        let all = [running("a", None, 900), running("b", Some(5), 5), running("c", Some(5), 4)];
        for number in 0..50 {
            let placed = place(&all, &[3, 9, 12], &article(number), DateTime::UNIX_EPOCH);
            let mut ids: Vec<_> = placed.iter().map(|(_, item)| item.id.as_str()).collect();
            ids.sort_unstable();
            assert_eq!(ids, ["a", "c"], "b has been seen often enough");
            assert_eq!([placed[0].0, placed[1].0], [3, 9]);
        }
        assert!(place(&[], &[3], &article(1), DateTime::UNIX_EPOCH).is_empty());
        assert!(place(&all, &[], &article(1), DateTime::UNIX_EPOCH).is_empty());
    }

    #[test]
    fn what_stands_beside_what_is_read_is_seen_on_the_day_of_the_publisher() {
        let all = [running("a", None, 0), running("b", None, 0)];
        let read = |minutes, number, count| Read {
            bucket_at: DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes),
            previous: None,
            article: article(number),
            count,
        };
        // Midnight in Jakarta is at 17.00 of the day before.
        let reads = [read(16 * 60 + 59, 1, 2), read(17 * 60, 1, 3), read(17 * 60, 2, 4)];
        let seen: Vec<_> = views(&reads, &all, &[1, 2], chrono_tz::Asia::Jakarta)
            .into_iter()
            .map(|views| (views.day.to_string(), views.item.to_string(), views.count))
            .collect();
        let of = |day: &str, item: &str, count| (day.to_owned(), item.to_owned(), count);
        let (first, second) = ("1970-01-01", "1970-01-02");
        assert_eq!(seen, [of(first, "a", 2), of(first, "b", 2), of(second, "a", 7), of(second, "b", 7)]);
        assert!(views(&reads, &[], &[1], chrono_tz::UTC).is_empty());
    }

    #[test]
    fn it_is_the_same_for_an_hour_and_changes_over_the_day() {
        let all: Vec<_> = (0..5).map(|number| running(&format!("s{number}"), None, 0)).collect();
        let at = |minutes| {
            let now = DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);
            place(&all, &[4], &article(7), now)[0].1.id.clone()
        };
        assert_eq!(at(0), at(59));
        let seen: std::collections::HashSet<_> = (0..24).map(|hour| at(hour * 60)).collect();
        assert!(seen.len() > 2, "{seen:?}");
    }
}
