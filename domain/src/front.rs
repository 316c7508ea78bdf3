//! Layout of the front page: which stories stand where, and in which form.

mod block;
#[cfg(test)]
mod tests;
mod top;

use chrono::{DateTime, TimeDelta, Utc};

use crate::article::{ArticleId, Card, CoverStory, Edition};
use crate::label::{Section, Topic};
use crate::list::List;
use crate::newsroom::{ArticleStore, StoreError};
use crate::shown::Shown;
use crate::slug::Slug;
pub use block::{Block, BlockForm};
pub use top::{Top, TopLayout};

/// Newest stories that the top and the timed list choose from.
const NEWEST: u32 = 60;
/// Entries of the timed list.
const TIMED: usize = 8;
/// Entries of the list of what is read most.
const MOST_READ: usize = 5;
/// Time over which reads are counted for that list.
const READS_OF: TimeDelta = TimeDelta::hours(24);
/// Fewest reads in that time with which a story stands in the list: a handful of readers is no ranking.
const FEWEST_READS: u32 = 10;
/// Other stories of the magazine beside its cover story, and the time around the cover within which an issue appears.
const OF_ISSUE: usize = 4;
const ISSUE: TimeDelta = TimeDelta::days(4);
/// Sections with a block of their own.
const SECTIONS: usize = 8;
/// Sections that are looked at; no paper has more.
const MOST_SECTIONS: u32 = 200;

/// The front page. No story and no picture stands on it twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// `None` while the paper is empty.
    pub top: Option<Top>,
    /// The newest of the rest, by time.
    pub newest: Vec<Card>,
    /// The magazine's current cover story, unless it is on top.
    pub cover: Option<Cover>,
    /// Stories that the editors picked.
    pub picks: Option<Block>,
    /// Stories that are read most, the most read first: five or none.
    pub most_read: Vec<Card>,
    /// A block for each section that has something left to show.
    pub sections: Vec<(Section, Block)>,
}

/// The magazine's cover story, with others of the same issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    pub story: Card,
    /// Newest first.
    pub of_issue: Vec<Card>,
}

/// Stories from which a front page is made.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// Newest first.
    pub newest: Vec<Card>,
    /// The topics of the newest.
    pub topics: Vec<(ArticleId, Topic)>,
    /// By the newest story that picked them.
    pub picks: Vec<Card>,
    /// The most read first.
    pub most_read: Vec<Card>,
    /// Stories of the magazine, newest first.
    pub magazine: Vec<Card>,
    /// In the order of the paper, each with its newest stories.
    pub sections: Vec<(Section, Vec<Card>)>,
}

/// Lays out the front page of `now`, with the sections in the order in which the paper wants them.
pub async fn front(
    articles: &dyn ArticleStore,
    wanted: &[Slug],
    now: DateTime<Utc>,
) -> Result<Front, StoreError> {
    let newest = articles.cards(&List::Everything, None, now, NEWEST).await?;
    let of_the_day: Vec<ArticleId> =
        top::of_the_day(&newest, now).iter().map(|card| card.id.clone()).collect();
    let mut paper = Paper {
        topics: articles.topics_of(&of_the_day).await?,
        newest,
        picks: articles.picks(now, 12).await?,
        most_read: articles.most_read(now - READS_OF, now, FEWEST_READS, 30).await?,
        magazine: articles.cards(&List::Edition(Edition::Majalah), None, now, 30).await?,
        sections: Vec::new(),
    };
    let sections = Section::in_order(articles.sections(now, MOST_SECTIONS).await?, wanted);
    for section in sections.into_iter().take(SECTIONS) {
        let cards = articles.cards(&List::Section(section.slug.clone()), None, now, 30).await?;
        paper.sections.push((section, cards));
    }
    Ok(arrange(paper, now))
}

/// Puts every story in its place. Whoever chooses first takes it from all others: the top, the cover, what is new, what was
/// picked, what is read, and the sections in their order.
pub fn arrange(paper: Paper, now: DateTime<Utc>) -> Front {
    let mut shown = Shown::default();
    let top = Top::of(&paper, now, &mut shown);
    let cover = cover(paper.magazine, &mut shown);
    let newest = shown.take_words(&paper.newest, TIMED);
    let picks = Block::of(paper.picks, None, &mut shown);
    let fresh = paper.most_read.iter().filter(|card| !shown.has(card)).count();
    let most_read =
        if fresh < MOST_READ { Vec::new() } else { shown.take_words(&paper.most_read, MOST_READ) };
    let mut sections: Vec<(Section, Block)> = Vec::new();
    for (section, cards) in paper.sections {
        let before = sections.last().map(|(_, block)| block.form);
        let block = if section.is_opinion() {
            Block::opinions(cards, &mut shown)
        } else {
            Block::of(cards, before, &mut shown)
        };
        sections.extend(block.map(|block| (section, block)));
    }
    Front { top, newest, cover, picks, most_read, sections }
}

fn cover(magazine: Vec<Card>, shown: &mut Shown) -> Option<Cover> {
    let newest = magazine.iter().find(|card| card.cover_story == CoverStory::Yes)?;
    let story = shown.take_one(newest)?;
    let at = story.published_at;
    let issue: Vec<Card> =
        magazine.into_iter().filter(|card| (card.published_at - at).abs() <= ISSUE).collect();
    Some(Cover { story, of_issue: shown.take_words(&issue, OF_ISSUE) })
}
