//! Advertisements within a text.

use domain::ad::Slot;
use domain::body::Body;
use leptos::prelude::*;

use crate::components::{AdSlot, AdView};

/// Elements without an end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "source"];

/// Number of words from which a text gets two advertisements; shorter texts get one.
const LONG: usize = 600;

/// Advertisements within one text.
#[derive(Clone, Default)]
pub struct BodyAds {
    /// Advertisement after a third of the text.
    pub opening: Option<AdView>,
    /// Advertisement after two thirds of the text.
    pub middle: Option<AdView>,
}

/// Slots within a text; empty if it has fewer than `fewest_blocks` blocks.
pub fn slots_within(body: &Body, fewest_blocks: usize) -> Vec<Slot> {
    let [opening, middle] = places(body.html(), fewest_blocks);
    let opening = opening.filter(|_| body.words() >= LONG).map(|_| Slot::Opening);
    opening.into_iter().chain(middle.map(|_| Slot::Middle)).collect()
}

/// Inserts the advertisements into the HTML of a text.
pub(in crate::components) fn with_ads(mut html: String, ads: BodyAds) -> String {
    let places = places(&html, 0).into_iter().zip([ads.opening, ads.middle]);
    // The last one first: an insertion moves all offsets after it.
    for (place, ad) in places.rev() {
        if let Some((at, ad)) = place.zip(ad) {
            html.insert_str(at, &view! { <AdSlot ad/> }.to_html());
        }
    }
    html
}

/// Byte offsets in a sanitised text after one third and after two thirds of its blocks.
fn places(html: &str, fewest: usize) -> [Option<usize>; 2] {
    let blocks = blocks(html);
    let [opening, middle] = [1, 2].map(|thirds| after(&blocks, thirds, fewest));
    [opening.filter(|_| opening < middle), middle]
}

/// Byte offset between two blocks, after this many thirds of them and never directly after a heading. `None` if there are fewer than
/// `fewest` blocks, or if no block would follow.
fn after(blocks: &[Block], thirds: usize, fewest: usize) -> Option<usize> {
    let wanted = (blocks.len() * thirds).div_ceil(3);
    if blocks.len() < fewest.max(2) {
        return None;
    }
    // A heading must be followed by its own text.
    let place = (wanted..blocks.len()).find(|number| !blocks[number - 1].is_heading)?;
    Some(blocks[place - 1].end)
}

struct Block {
    end: usize,
    is_heading: bool,
}

/// Top-level elements of a text.
fn blocks(html: &str) -> Vec<Block> {
    let (mut blocks, mut depth, mut at) = (Vec::new(), 0_usize, 0);
    while let Some(start) = html[at..].find('<').map(|found| at + found) {
        let Some(end) = end_of_tag(html, start) else { break };
        let tag = &html[start + 1..end];
        let name = |tag: &str| {
            tag.split(|sign: char| !sign.is_ascii_alphanumeric()).next().unwrap_or_default().to_owned()
        };
        if let Some(closed) = tag.strip_prefix('/') {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                blocks.push(Block { end: end + 1, is_heading: name(closed).starts_with('h') });
            }
        } else if VOID.contains(&name(tag).as_str()) {
            if depth == 0 {
                blocks.push(Block { end: end + 1, is_heading: false });
            }
        } else {
            depth += 1;
        }
        at = end + 1;
    }
    blocks
}

/// Byte offset of the `>` that ends a tag; a `>` within an attribute is skipped.
fn end_of_tag(html: &str, start: usize) -> Option<usize> {
    let mut is_quoted = false;
    html[start..]
        .bytes()
        .position(|byte| {
            is_quoted ^= byte == b'"';
            byte == b'>' && !is_quoted
        })
        .map(|found| start + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_after_two_thirds_and_never_behind_a_heading() {
        for (blocks, fewest, expected) in [
            ("<p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><p>6</p>", 6, Some("<p>5</p><p>6</p>")),
            ("<p>1</p><p>2</p><p>3</p><p>4</p><p>5</p>", 6, None),
            ("<p>1</p><p>2</p><p>3</p><h2>4</h2><p>5</p><p>6</p>", 6, Some("<p>6</p>")),
            ("<p>1</p><p>2</p><h2>3</h2>", 2, Some("<h2>3</h2>")),
            ("<p>1</p><h2>2</h2><h2>3</h2>", 2, None),
            ("<p>1</p>", 0, None),
            ("", 0, None),
            ("<p>1<br><a href=\"x>y\">a</a></p><ul><li>2</li><li>2</li></ul><hr>", 3, Some("<hr>")),
            ("<p>1</p>\n<figure><img src=\"a>b\"></figure>\n<p>3</p>", 3, Some("\n<p>3</p>")),
        ] {
            let rest = places(blocks, fewest)[1].map(|at| &blocks[at..]);
            assert_eq!(rest, expected, "{blocks}");
        }
    }

    #[test]
    fn the_first_of_two_comes_after_a_third_and_never_where_the_other_is() {
        for (blocks, expected) in [
            ("<p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><p>6</p>", Some("<p>3</p><p>4</p><p>5</p><p>6</p>")),
            ("<p>1</p><h2>2</h2><p>3</p><p>4</p><p>5</p><p>6</p>", Some("<p>4</p><p>5</p><p>6</p>")),
            ("<p>1</p><h2>2</h2><h2>3</h2><h2>4</h2><p>5</p><p>6</p>", None),
            ("<p>1</p>", None),
        ] {
            let rest = places(blocks, 0)[0].map(|at| &blocks[at..]);
            assert_eq!(rest, expected, "{blocks}");
        }
    }
}
