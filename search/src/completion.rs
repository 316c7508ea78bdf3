//! Topics and people by what was typed, from what is public.

use domain::label::{Person, Topic};
use domain::search::{Completions, words};
use domain::slug::Slug;
use tantivy::Searcher;
use tantivy::schema::Field;

use crate::Error;
use crate::document::PART;
use crate::generation::Generation;
use crate::terms::beginning_with;

/// Words of what is typed that are looked at.
const MOST_WORDS: usize = 8;

pub fn complete(generation: &Generation, typed: &str, limit: usize) -> Result<Completions, Error> {
    let typed = words(typed).take(MOST_WORDS).map(|word| word.text).collect::<Vec<_>>().join(" ");
    let (searcher, fields) = (generation.public_searcher(), generation.fields);
    let topics = names(&searcher, fields.topic_names, &typed, limit)?.into_iter();
    let people = names(&searcher, fields.person_names, &typed, limit)?.into_iter();
    Ok(Completions {
        topics: topics.map(|(name, slug)| Topic { slug, name }).collect(),
        people: people.map(|(name, slug)| Person { slug, name }).collect(),
    })
}

/// Names of which a word begins with what was typed, each once.
fn names(searcher: &Searcher, field: Field, typed: &str, limit: usize) -> Result<Vec<(String, Slug)>, Error> {
    let mut found: Vec<(String, Slug)> = Vec::new();
    for term in beginning_with(searcher, field, typed, limit * 3)? {
        let mut parts = term.split(PART).skip(1);
        let Some((name, slug)) = parts.next().zip(parts.next().and_then(Slug::parse)) else { continue };
        if found.len() < limit && found.iter().all(|(_, known)| *known != slug) {
            found.push((name.to_owned(), slug));
        }
    }
    Ok(found)
}
