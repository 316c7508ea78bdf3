//! Words and stems, as tantivy wants them.

use domain::search::{stem, words};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

/// Name of the tokenizer of words.
pub const WORDS: &str = "words";
/// Name of the tokenizer of stems, which leaves out words that are their own stem.
pub const STEMS: &str = "stems";

/// The tokenizers of the schema.
pub fn tokenizers() -> TokenizerManager {
    // It has the one that leaves a text as it is.
    let manager = TokenizerManager::default();
    manager.register(WORDS, Words);
    manager.register(STEMS, Stems);
    manager
}

#[derive(Clone)]
struct Words;

#[derive(Clone)]
struct Stems;

/// Tokens that are made as they are asked for.
struct Tokens<Source> {
    source: Source,
    token: Token,
}

impl Tokenizer for Words {
    type TokenStream<'a> = Tokens<Box<dyn Iterator<Item = String> + 'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        Tokens { source: Box::new(words(text).map(|word| word.text)), token: Token::default() }
    }
}

impl Tokenizer for Stems {
    type TokenStream<'a> = Tokens<Box<dyn Iterator<Item = String> + 'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        Tokens { source: Box::new(words(text).filter_map(|word| stem(&word.text))), token: Token::default() }
    }
}

impl<Source: Iterator<Item = String>> TokenStream for Tokens<Source> {
    fn advance(&mut self) -> bool {
        let Some(word) = self.source.next() else { return false };
        self.token.text = word;
        // The default is the largest number, so that the first position is 0.
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
