//! The sentences of an article, each with its place in the page.

use leptos::prelude::document;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::wasm_bindgen::{self, JsCast, JsValue};
use web_sys::js_sys::{self, Object, Reflect};
use web_sys::{Element, Node, Range, Text};

use crate::browser::{find, find_all};

#[wasm_bindgen]
extern "C" {
    /// `Intl.Segmenter`, which web_sys does not know.
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &JsValue) -> Result<Segmenter, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;
}

/// `NodeFilter.SHOW_TEXT`
const SHOW_TEXT: u32 = 4;

/// Sentence that is spoken, and its range in the page.
pub(super) struct Sentence {
    pub(super) words: String,
    pub(super) range: Range,
}

/// Selector of the blocks that are not read: they stand beside the text.
const ASIDE: &str = ".pull-quote,.side-note,.further-reading,.ad-slot";
/// Selector of the parts of a sentence that are not read: numbers and words of footnotes.
const WITHIN: &str = ".footnote-mark,.footnote";

/// Sentences of the headline and the text, in their order. A quotation that repeats the text is not read twice.
pub(super) fn of_article(language: &str) -> Vec<Sentence> {
    let body = find_all(".article-body :is(p,h2,h3,h4,li,figcaption)");
    let is_read = |block: &Element| {
        let holds_blocks = block.query_selector("p, li").ok().flatten().is_some();
        !holds_blocks && block.closest(ASIDE).ok().flatten().is_none()
    };
    let blocks = find("h1").into_iter().chain(body).filter(is_read);
    blocks.flat_map(|block| of_block(&block, language)).collect()
}

/// Language of the text, which may differ from the page's.
pub(super) fn language() -> String {
    let tag = |selector| find(selector).and_then(|element| element.get_attribute("lang"));
    tag(".article-body[lang]").or_else(|| tag(":root")).unwrap_or_default()
}

/// A text node of a block, and where it begins in the block's text, in UTF-16 units.
struct Piece {
    node: Text,
    start: u32,
}

fn of_block(block: &Element, language: &str) -> Vec<Sentence> {
    let (pieces, text) = pieces(block);
    let sentence = |(start, words): (u32, String)| {
        let end = start + units(words.trim_end());
        let range = Range::new().ok()?;
        let (node, offset) = place(&pieces, start)?;
        range.set_start(node, offset).ok()?;
        let (node, offset) = place(&pieces, end)?;
        range.set_end(node, offset).ok()?;
        Some(Sentence { words: words.trim().to_owned(), range })
    };
    let segments = segments(&text, language).into_iter().filter(|(_, words)| !words.trim().is_empty());
    segments.filter_map(sentence).collect()
}

fn pieces(block: &Element) -> (Vec<Piece>, String) {
    let (mut pieces, mut text) = (Vec::new(), String::new());
    let walker = document().create_tree_walker_with_what_to_show(block, SHOW_TEXT);
    while let Some(Ok(Some(node))) = walker.as_ref().ok().map(web_sys::TreeWalker::next_node) {
        let is_noted =
            node.parent_element().is_some_and(|parent| matches!(parent.closest(WITHIN), Ok(Some(_))));
        if let Ok(node) = node.dyn_into::<Text>()
            && !is_noted
        {
            let start = units(&text);
            text.push_str(&node.data());
            pieces.push(Piece { node, start });
        }
    }
    (pieces, text)
}

/// Text node and offset of a UTF-16 unit in the block's text.
fn place(pieces: &[Piece], unit: u32) -> Option<(&Node, u32)> {
    let piece = pieces.iter().rfind(|piece| piece.start <= unit).or(pieces.first())?;
    Some((piece.node.as_ref(), (unit - piece.start).min(piece.node.length())))
}

/// The sentences with their first units; the whole text for a browser that cannot tell sentences.
fn segments(text: &str, language: &str) -> Vec<(u32, String)> {
    let options = Object::new();
    // Cannot fail: the object is a plain one.
    let _ = Reflect::set(&options, &"granularity".into(), &"sentence".into());
    let Ok(segmenter) = Segmenter::new(language, &options) else { return vec![(0, text.to_owned())] };
    let segments = segmenter.segment(text);
    let Ok(Some(found)) = js_sys::try_iter(&segments) else { return vec![(0, text.to_owned())] };
    let segment = |segment: JsValue| {
        let words = Reflect::get(&segment, &"segment".into()).ok()?.as_string()?;
        let index = Reflect::get(&segment, &"index".into()).ok()?.as_f64()?;
        Some((whole(index), words))
    };
    found.filter_map(|found| segment(found.ok()?)).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a text")]
fn whole(index: f64) -> u32 {
    index as u32
}

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
