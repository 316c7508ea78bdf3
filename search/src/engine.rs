//! The index of this server, as pages ask it.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::article::ArticleId;
use domain::search::{Completions, Matches, Scope, SearchEngine, SearchError, SearchQuery};
use tantivy::query::{BooleanQuery, Occur};
use tantivy::schema::Value;
use tantivy::{DocAddress, Searcher, TantivyDocument};

use crate::completion::complete;
use crate::generation::{Generation, Origin, Progress};
use crate::plan::{Plan, fewest, readable_query};
use crate::ranking::{Rank, ranked};
use crate::writer::{Began, Writer};
use crate::{Error, folder};

/// The index of this server.
pub struct SearchIndex {
    /// Folder of its generations; `None` in memory.
    folder: Option<PathBuf>,
    in_use: RwLock<Option<Arc<Generation>>>,
}

impl SearchIndex {
    /// The index in a folder, which need not be there yet; in memory without one.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, in_use: RwLock::default() }
    }

    /// Goes on where the index of this origin was left; begins a new one if there is none, or if it `is_stale`.
    pub fn begin(&self, origin: &Origin, is_stale: bool) -> Result<Began, Error> {
        if !is_stale && let Some(generation) = self.opened()? {
            let progress = generation.progress()?.filter(|progress| progress.origin == *origin);
            if let Some(progress) = progress {
                self.set(generation.clone());
                return match Writer::new(generation, progress, false) {
                    Ok(writer) => Ok(Began::GoesOn(Box::new(writer))),
                    Err(Error::LockFailure(..)) => Ok(Began::Elsewhere),
                    Err(error) => Err(error),
                };
            }
        }
        self.build(origin).map(|writer| Began::Anew(Box::new(writer)))
    }

    /// Begins a new generation, which is in use once it is finished.
    pub fn build(&self, origin: &Origin) -> Result<Writer, Error> {
        let generation = match &self.folder {
            Some(folder) => Generation::create(folder, &folder::next(folder)?)?,
            None => Generation::in_memory()?,
        };
        Writer::new(Arc::new(generation), Progress::none(origin.clone()), true)
    }

    /// Whether another generation than this writer's is in use, because somebody has built it.
    pub fn is_replaced(&self, writer: &Writer) -> io::Result<bool> {
        let Some(folder) = &self.folder else { return Ok(false) };
        Ok(folder::current(folder)?.is_some_and(|name| name != writer.generation.name))
    }

    /// Shows what another program has written.
    pub fn follow(&self) -> Result<(), Error> {
        let Some(generation) = self.opened()? else { return Ok(()) };
        generation.reload()?;
        self.set(generation);
        Ok(())
    }

    /// The generation in use, opened anew if it is another one than before; `None` if there is none that can be read.
    fn opened(&self) -> Result<Option<Arc<Generation>>, Error> {
        let Some(folder) = &self.folder else { return Ok(self.in_use()) };
        let Some(name) = folder::current(folder)? else { return Ok(None) };
        if let Some(open) = self.in_use().filter(|open| open.name == name) {
            return Ok(Some(open));
        }
        let opened = Generation::open(folder, &name);
        Ok(opened
            .inspect_err(|error| tracing::warn!(%error, "the search index is of no use"))
            .ok()
            .map(Arc::new))
    }

    pub(crate) fn take_into_use(&self, generation: Arc<Generation>) -> Result<(), Error> {
        if let Some(folder) = &self.folder {
            folder::switch(folder, &generation.name)?;
        }
        self.set(generation);
        Ok(())
    }

    fn set(&self, generation: Arc<Generation>) {
        *self.in_use.write().unwrap_or_else(PoisonError::into_inner) = Some(generation);
    }

    fn in_use(&self) -> Option<Arc<Generation>> {
        self.in_use.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Number of articles in the index, and of those whose whole text only some may read.
    pub fn counts(&self) -> (u64, u64) {
        self.in_use().map_or((0, 0), |generation| {
            (generation.public_searcher().num_docs(), generation.own_searcher().num_docs())
        })
    }

    /// The same as [`SearchEngine::search`], on this thread.
    pub fn search_here(
        &self,
        query: &SearchQuery,
        scope: &Scope,
        wanted: usize,
        now: DateTime<Utc>,
    ) -> Result<Matches, SearchError> {
        let generation = self.in_use().ok_or(SearchError::NotReady)?;
        search(&generation, query, scope, wanted, now).map_err(failed)
    }
}

fn failed(error: Error) -> SearchError {
    SearchError::Failed(Box::new(error))
}

#[async_trait]
impl SearchEngine for SearchIndex {
    async fn search(
        &self,
        query: &SearchQuery,
        scope: &Scope,
        now: DateTime<Utc>,
    ) -> Result<Matches, SearchError> {
        let generation = self.in_use().ok_or(SearchError::NotReady)?;
        let (query, scope) = (query.clone(), scope.clone());
        let searched = tokio::task::spawn_blocking(move || {
            search(&generation, &query, &scope, domain::search::PAGE, now)
        });
        searched.await.map_err(|error| SearchError::Failed(Box::new(error)))?.map_err(failed)
    }

    async fn complete(&self, typed: &str, limit: usize) -> Result<Completions, SearchError> {
        let generation = self.in_use().ok_or(SearchError::NotReady)?;
        let typed = typed.to_owned();
        let completed = tokio::task::spawn_blocking(move || complete(&generation, &typed, limit));
        completed.await.map_err(|error| SearchError::Failed(Box::new(error)))?.map_err(failed)
    }
}

fn search(
    generation: &Generation,
    query: &SearchQuery,
    scope: &Scope,
    wanted: usize,
    now: DateTime<Utc>,
) -> Result<Matches, Error> {
    let public = generation.public_searcher();
    let plan = Plan::of(&query.text, &public, &generation.fields)?;
    if plan.is_empty() && query.filters == domain::search::Filters::default() {
        return Ok(Matches::default());
    }
    let all = plan.words();
    let mut found = matching(generation, &plan, query, scope, fewest(all), wanted, now)?;
    if found.1 == 0 && all > 1 {
        found = matching(generation, &plan, query, scope, 1, wanted, now)?;
    }
    let (ids, total) = found;
    let words = plan.sought();
    Ok(Matches { ids, total, words, correction: correction(&query.text, &plan.corrected) })
}

/// Ids of one page of results, and the number of all.
fn matching(
    generation: &Generation,
    plan: &Plan,
    query: &SearchQuery,
    scope: &Scope,
    fewest: usize,
    wanted: usize,
    now: DateTime<Utc>,
) -> Result<(Vec<ArticleId>, usize), Error> {
    let (public, own) = (generation.public_searcher(), generation.own_searcher());
    let limit = query.skip.min(domain::search::DEEPEST) + wanted;
    let clauses = || plan.query(&query.filters, fewest, &generation.fields);
    let ranked_in = |searcher: &Searcher, clauses| {
        // The words of locked texts count neither for the order nor for the number of what others find.
        ranked(searcher, &public, &BooleanQuery::new(clauses), query.order, limit, now)
    };
    let mut in_public = clauses();
    let mut found: Vec<(Rank, &Searcher, DocAddress)> = Vec::new();
    let mut total = 0;
    if let Scope::Own(readable) = scope {
        let condition = || readable_query(readable, &generation.fields);
        let mut in_own = clauses();
        in_own.push((Occur::Must, condition()));
        let (ranks, count) = ranked_in(&own, in_own)?;
        found.extend(ranks.into_iter().map(|(rank, at)| (rank, &own, at)));
        total += count;
        // Of these, the whole text was looked at.
        in_public.push((Occur::MustNot, condition()));
    }
    let (ranks, count) = ranked_in(&public, in_public)?;
    found.extend(ranks.into_iter().map(|(rank, at)| (rank, &public, at)));
    total += count;
    found.sort_by(|(a, ..), (b, ..)| b.partial_cmp(a).unwrap_or(std::cmp::Ordering::Equal));
    let page = found.into_iter().skip(query.skip).take(wanted);
    let ids = page.map(|(_, searcher, at)| id_of(searcher, generation, at));
    Ok((ids.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect(), total))
}

fn id_of(searcher: &Searcher, generation: &Generation, at: DocAddress) -> Result<Option<ArticleId>, Error> {
    let document: TantivyDocument = searcher.doc(at)?;
    let id = document.get_first(generation.fields.id).and_then(|id| id.as_str().map(str::to_owned));
    Ok(id.and_then(|id| ArticleId::parse(&id).ok()))
}

/// The query as it was typed, but for words that were taken for others.
fn correction(text: &str, corrected: &[(String, String)]) -> Option<String> {
    if corrected.is_empty() {
        return None;
    }
    let (mut written, mut at) = (String::new(), 0);
    for word in domain::search::words(text) {
        if let Some((_, better)) = corrected.iter().find(|(typed, _)| *typed == word.text) {
            written.push_str(&text[at..word.place.start]);
            written.push_str(better);
            at = word.place.end;
        }
    }
    written.push_str(&text[at..]);
    Some(written)
}
