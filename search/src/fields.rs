//! The schema of both indexes.

use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};

use crate::tokenizers::{STEMS, WORDS};

/// Raise it when the schema, the tokenizers or the contents of a field change: then every server builds its index anew.
pub const SCHEMA: u32 = 1;

pub const PUBLISHED: &str = "published";
pub const TIE: &str = "tie";

/// Handles of the fields.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    pub id: Field,
    pub title: Field,
    /// The beginning of a text: summary and teaser, which say what it is about.
    pub lead: Field,
    /// All words, those of the other fields among them.
    pub text: Field,
    pub stem: Field,
    /// Names of topics and people.
    pub names: Field,
    /// The class of a locked article; nothing for a free one.
    pub class: Field,
    pub section: Field,
    pub edition: Field,
    pub author: Field,
    pub language: Field,
    /// Names that can be completed as they are typed.
    pub topic_names: Field,
    pub person_names: Field,
    /// Milliseconds since 1970.
    pub published: Field,
    /// Orders articles that are equally good and of one time, the same on every server.
    pub tie: Field,
}

impl Fields {
    pub fn schema() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let text = |tokenizer: &str, option| {
            TextOptions::default().set_indexing_options(
                TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(option),
            )
        };
        let counted = IndexRecordOption::WithFreqs;
        let fast = NumericOptions::default().set_fast();
        let fields = Self {
            id: schema.add_text_field("id", STRING | STORED),
            title: schema.add_text_field("title", text(WORDS, counted)),
            lead: schema.add_text_field("lead", text(WORDS, counted)),
            text: schema.add_text_field("text", text(WORDS, IndexRecordOption::WithFreqsAndPositions)),
            stem: schema.add_text_field("stem", text(STEMS, counted)),
            names: schema.add_text_field("names", text(WORDS, counted)),
            class: schema.add_text_field("class", STRING),
            section: schema.add_text_field("section", STRING),
            edition: schema.add_text_field("edition", STRING),
            author: schema.add_text_field("author", STRING),
            language: schema.add_text_field("language", STRING),
            topic_names: schema.add_text_field("topic_names", STRING),
            person_names: schema.add_text_field("person_names", STRING),
            published: schema.add_i64_field(PUBLISHED, fast.clone()),
            tie: schema.add_u64_field(TIE, fast),
        };
        (schema.build(), fields)
    }
}
