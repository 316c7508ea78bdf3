//! Layout of the front page.

use chrono::{DateTime, Utc};

use crate::article::{ArticleId, Card};
use crate::label::Section;
use crate::list::List;
use crate::newsroom::{ArticleStore, StoreError};
use crate::slug::Slug;

/// Cards in the ranked column beside the lead.
const RANKED: usize = 5;
/// Cards in the grid below.
const LATEST: usize = 9;
/// Cards the editors picked.
const PICKS: u32 = 4;
/// Sections with a block of their own, and cards in each.
const SECTIONS: usize = 8;
/// Sections that are looked at; no paper has more.
const MOST_SECTIONS: u32 = 200;
const IN_SECTION: usize = 4;

/// The front page: no article stands on it twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// The story with the largest picture; `None` while the paper is empty.
    pub lead: Option<Card>,
    /// Beside the lead.
    pub ranked: Vec<Card>,
    /// Articles that the editors picked.
    pub picks: Vec<Card>,
    /// The rest of the newest.
    pub latest: Vec<Card>,
    /// A block for each section that has something left to show.
    pub sections: Vec<(Section, Vec<Card>)>,
}

/// Lays out the front page of `now`, with the sections in the order in which the paper wants them.
pub async fn front(
    articles: &dyn ArticleStore,
    wanted: &[Slug],
    now: DateTime<Utc>,
) -> Result<Front, StoreError> {
    let newest = articles.cards(&List::Everything, None, now, 40).await?;
    let mut front = arrange(newest, articles.picks(now, PICKS * 3).await?);
    let sections = Section::in_order(articles.sections(now, MOST_SECTIONS).await?, wanted);
    for section in sections.into_iter().take(SECTIONS) {
        let list = List::Section(section.slug.clone());
        let mut cards = articles.cards(&list, None, now, 30).await?;
        cards.retain(|card| !front.shows(&card.id));
        cards.truncate(IN_SECTION);
        if !cards.is_empty() {
            front.sections.push((section, cards));
        }
    }
    Ok(front)
}

/// The newest story with a picture leads; the others follow by age.
fn arrange(mut newest: Vec<Card>, picks: Vec<Card>) -> Front {
    let with_picture =
        newest.iter().position(|card| card.picture.as_ref().is_some_and(|picture| picture.file().is_some()));
    let lead = (!newest.is_empty()).then(|| newest.remove(with_picture.unwrap_or(0)));
    let ranked = take(&mut newest, RANKED);
    let mut front = Front { lead, ranked, ..Front::default() };
    front.picks = picks.into_iter().filter(|card| !front.shows(&card.id)).take(PICKS as usize).collect();
    newest.retain(|card| !front.shows(&card.id));
    front.latest = take(&mut newest, LATEST);
    front
}

fn take(cards: &mut Vec<Card>, count: usize) -> Vec<Card> {
    cards.drain(..count.min(cards.len())).collect()
}

impl Front {
    fn shows(&self, id: &ArticleId) -> bool {
        let lead = self.lead.iter();
        let blocks = self.sections.iter().flat_map(|(_, cards)| cards);
        lead.chain(&self.ranked)
            .chain(&self.picks)
            .chain(&self.latest)
            .chain(blocks)
            .any(|card| &card.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{CoverStory, Edition, Language, Picture, PictureFile, PictureSource};

    fn card(id: u32, has_picture: bool) -> Card {
        let file = PictureFile { name: format!("{id}.jpg"), width: 3, height: 2, placeholder: None };
        Card {
            id: ArticleId::parse(&id.to_string()).unwrap(),
            title: format!("Judul {id}"),
            summary: None,
            published_at: DateTime::UNIX_EPOCH,
            edition: Edition::Online,
            cover_story: CoverStory::No,
            section: None,
            picture: has_picture.then_some(Picture {
                src: PictureSource::File(file),
                alt: None,
                caption: None,
                credit: None,
            }),
            language: Language::Indonesian,
        }
    }

    fn ids(cards: &[Card]) -> Vec<&str> {
        cards.iter().map(|card| card.id.as_str()).collect()
    }

    #[test]
    fn the_newest_story_with_a_picture_leads() {
        let front = arrange(vec![card(1, false), card(2, true), card(3, true)], vec![]);
        assert_eq!(front.lead.as_ref().unwrap().id.as_str(), "2");
        assert_eq!(ids(&front.ranked), ["1", "3"]);
    }

    #[test]
    fn no_article_stands_twice() {
        let newest: Vec<Card> = (1..=20).map(|id| card(id, true)).collect();
        let front = arrange(newest, vec![card(2, true), card(9, true), card(90, true)]);
        assert_eq!(ids(&front.picks), ["9", "90"]);
        assert!(!ids(&front.latest).contains(&"9"));
        assert_eq!(front.latest.len(), LATEST);
    }

    #[test]
    fn an_empty_paper_has_an_empty_front() {
        assert_eq!(arrange(vec![], vec![]), Front::default());
    }
}
