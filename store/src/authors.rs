//! Authors of opinions, whom lists name and show.

use domain::article::{ArticleId, Card, Picture};
use domain::label::{Person, Section};
use domain::newsroom::StoreError;
use domain::profile::ProfileContent;
use sqlx::any::AnyRow;

use crate::database::Database;
use crate::row::{article_id, card, get, slug};
use crate::sql::{Query, with_values};

const AUTHORS: &str = "SELECT article_people.article_id, people.slug, people.name, profiles.content FROM article_people \
                       JOIN people ON people.slug = article_people.person_slug \
                       LEFT JOIN profiles ON profiles.kind = 'person' AND profiles.slug = people.slug \
                       WHERE article_people.role = 'reporter' AND article_people.article_id IN";

/// An author of an article.
struct Author {
    article: ArticleId,
    person: Person,
    portrait: Option<Picture>,
}

impl Database {
    /// The cards of a query. Opinions name their authors, and show their portraits if they have no pictures of their own.
    pub(crate) async fn cards_with_authors(&self, query: Query<'_>) -> Result<Vec<Card>, StoreError> {
        let mut cards = self.rows(query, card).await?;
        let is_opinion = |card: &&Card| card.section.as_ref().is_some_and(Section::is_opinion);
        let opinions: Vec<ArticleId> = cards.iter().filter(is_opinion).map(|card| card.id.clone()).collect();
        if opinions.is_empty() {
            return Ok(cards);
        }
        for author in self.authors_of(&opinions).await? {
            for card in cards.iter_mut().filter(|card| card.id == author.article) {
                card.authors.push(author.person.clone());
                if card.picture.is_none() {
                    card.picture.clone_from(&author.portrait);
                }
            }
        }
        Ok(cards)
    }

    /// The authors of these articles, in the order of their bylines.
    async fn authors_of(&self, ids: &[ArticleId]) -> Result<Vec<Author>, StoreError> {
        let order = "ORDER BY article_people.article_id, article_people.position";
        let mut query = sqlx::query(with_values(AUTHORS, ids.len(), order));
        for id in ids {
            query = query.bind(id.as_str().to_owned());
        }
        self.rows(query, author).await
    }
}

fn author(row: &AnyRow) -> Result<Author, StoreError> {
    // A profile that cannot be read keeps no article out of a list; `warta check` names it.
    let content = get::<Option<String>>(row, "content")?
        .and_then(|content| serde_json::from_str::<ProfileContent>(&content).ok());
    Ok(Author {
        article: article_id(row, "article_id")?,
        person: Person { slug: slug(get(row, "slug")?)?, name: get(row, "name")? },
        portrait: content.and_then(|content| content.portrait).map(|portrait| portrait.picture()),
    })
}
