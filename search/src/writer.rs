//! Writing into the indexes.

use std::sync::Arc;

use domain::article::ArticleId;
use domain::search::SearchableArticle;
use tantivy::{IndexWriter, TantivyDocument, Term};

use crate::document::Documents;
use crate::generation::{Generation, Progress};
use crate::{Error, SearchIndex};

/// Memory for documents that are not committed: while a whole index is built, and later.
const WHILE_BUILDING: usize = 64 * 1024 * 1024;
const LATER: usize = 16 * 1024 * 1024;

/// Ways for a server to keep its index current.
pub enum Began {
    /// The index goes on from where it was.
    GoesOn(Box<Writer>),
    /// There is none of this origin, so that this one is built.
    Anew(Box<Writer>),
    /// Another program on this folder keeps it current.
    Elsewhere,
}

/// The only writer of a generation.
pub struct Writer {
    pub(crate) generation: Arc<Generation>,
    public: IndexWriter,
    own: IndexWriter,
    /// Position after what was written last.
    pub progress: Progress,
    is_changed: bool,
}

impl Writer {
    pub(crate) fn new(generation: Arc<Generation>, progress: Progress, is_new: bool) -> Result<Self, Error> {
        let memory = if is_new { WHILE_BUILDING } else { LATER };
        // One thread each: two would share the articles out by chance.
        let public = generation.public.writer_with_num_threads(1, memory)?;
        let own = generation.own.writer_with_num_threads(1, memory)?;
        Ok(Self { generation, public, own, progress, is_changed: is_new })
    }

    /// Puts an article in, in place of any earlier version of it.
    pub fn put(&mut self, article: &SearchableArticle) -> Result<(), Error> {
        let fields = self.generation.fields;
        self.remove(&article.article.id);
        let Documents { public, own } = Documents::of(article, &fields);
        self.public.add_document(public)?;
        if let Some(own) = own {
            self.own.add_document(own)?;
        }
        Ok(())
    }

    /// Takes an article out.
    pub fn remove(&mut self, id: &ArticleId) {
        let term = Term::from_field_text(self.generation.fields.id, id.as_str());
        self.public.delete_term(term.clone());
        self.own.delete_term(term);
        self.is_changed = true;
    }

    /// Notes a position, to be committed with what was written.
    pub fn note(&mut self, change: impl FnOnce(&mut Progress)) {
        change(&mut self.progress);
        self.is_changed = true;
    }

    /// Makes what was written visible, together with the position. If the program ends between the two commits, the next one writes the
    /// same again.
    pub fn commit(&mut self) -> Result<(), Error> {
        if !std::mem::take(&mut self.is_changed) {
            return Ok(());
        }
        let payload = serde_json::to_string(&self.progress).map_err(std::io::Error::from)?;
        self.own.commit()?;
        let mut prepared = self.public.prepare_commit()?;
        prepared.set_payload(&payload);
        prepared.commit()?;
        self.generation.reload()
    }

    /// Takes a generation that was built into use, and goes on with less memory.
    pub fn finish(mut self, index: &SearchIndex) -> Result<Self, Error> {
        self.commit()?;
        let Self { generation, public, own, progress, .. } = self;
        wait(public)?;
        wait(own)?;
        generation.reload()?;
        index.take_into_use(generation.clone())?;
        Self::new(generation, progress, false)
    }
}

fn wait(writer: IndexWriter<TantivyDocument>) -> Result<(), Error> {
    writer.wait_merging_threads()
}
