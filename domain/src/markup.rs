//! Tags of sanitised HTML, and the classes that a stored text may use.
//!
//! Sanitised HTML is a parser's own output: its tags are well nested, its attributes quoted, and five characters are escaped. A scan is
//! therefore enough to read it.

use std::borrow::Cow;

/// Class of a quote that repeats words of the text in large type.
pub const PULL_QUOTE: &str = "pull-quote";
/// Class of a `figure` that holds several figures.
pub const GALLERY: &str = "gallery";
/// Class of a `small` that holds a footnote where the text refers to it, and of a `sup` that refers to an earlier one by its number.
pub const FOOTNOTE: &str = "footnote";
/// Class of a paragraph that leads to another article.
pub const FURTHER_READING: &str = "further-reading";
/// Class of a link that replaces an embed, which loads only when a reader clicks.
pub const CLICK_TO_VIEW: &str = "click-to-view";

/// Characters between which a stored text has the words of a footnote, so that every program can show them.
pub const FOOTNOTE_BRACKETS: (&str, &str) = (" [", "]");

/// Elements without an end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "source"];

/// Part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words between two tags, still escaped.
    Words(&'a str),
    /// Start tag, also of an element without an end.
    Start(Tag<'a>),
    /// End tag, by the name of its element.
    End(&'a str),
}

impl<'a> Piece<'a> {
    /// The start tag, if it is one.
    pub fn start(self) -> Option<Tag<'a>> {
        match self {
            Self::Start(tag) => Some(tag),
            _ => None,
        }
    }
}

/// Start tag, from `<` to `>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    pub source: &'a str,
}

impl<'a> Tag<'a> {
    /// Name of the element.
    pub fn name(self) -> &'a str {
        let end = self.source.find([' ', '>', '/']).unwrap_or(self.source.len());
        self.source.get(1..end).unwrap_or_default()
    }

    /// Whether the element has no end tag.
    pub fn is_void(self) -> bool {
        VOID.contains(&self.name())
    }

    /// Value of an attribute, still escaped.
    pub fn attribute(self, name: &str) -> Option<&'a str> {
        // A quotation mark within a value is escaped, so that this begins an attribute.
        let mut rest = self.source;
        while let Some((_, after)) = rest.split_once(name) {
            let is_whole = rest[..rest.len() - after.len() - name.len()].ends_with(' ');
            if let Some(value) = after.strip_prefix("=\"").filter(|_| is_whole) {
                return value.split('"').next();
            }
            rest = after;
        }
        None
    }

    /// Whether the element has this class, perhaps among others.
    pub fn has_class(self, class: &str) -> bool {
        self.classes().any(|own| own == class)
    }

    /// Classes of the element.
    pub fn classes(self) -> impl Iterator<Item = &'a str> {
        self.attribute("class").unwrap_or_default().split_ascii_whitespace()
    }
}

/// Parts of a sanitised text, in their order.
pub fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let length =
            if rest.starts_with('<') { tag_length(rest)? } else { rest.find('<').unwrap_or(rest.len()) };
        let (piece, after) = rest.split_at(length);
        rest = after;
        match piece.strip_prefix('<') {
            None => (!piece.is_empty()).then_some(Piece::Words(piece)),
            Some(tag) => Some(match tag.strip_prefix('/') {
                Some(name) => Piece::End(name.trim_end_matches('>')),
                None => Piece::Start(Tag { source: piece }),
            }),
        }
    })
}

/// Byte length of the tag with which a text begins: a `>` within a quoted value does not end it.
fn tag_length(text: &str) -> Option<usize> {
    let mut is_quoted = false;
    text.bytes()
        .position(|byte| {
            is_quoted ^= byte == b'"';
            byte == b'>' && !is_quoted
        })
        .map(|end| end + 1)
}

/// Words of a sanitised text as they are read: of all signs, a sanitiser escapes these.
pub fn unescaped(words: &str) -> Cow<'_, str> {
    if !words.contains('&') {
        return words.into();
    }
    let words =
        words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&nbsp;", " ");
    words.replace("&amp;", "&").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_its_words_and_tags() {
        let html = "a<p class=\"b c\">d &lt; <img src=\"/x\" alt=\"1 > 2 class\"></p>e";
        let found: Vec<_> = pieces(html).collect();
        let [
            Piece::Words("a"),
            Piece::Start(p),
            Piece::Words("d &lt; "),
            Piece::Start(img),
            Piece::End("p"),
            Piece::Words("e"),
        ] = found[..]
        else {
            panic!("{found:?}");
        };
        assert_eq!((p.name(), p.is_void(), p.has_class("c"), p.has_class("b c")), ("p", false, true, false));
        assert_eq!((img.name(), img.is_void(), img.attribute("alt")), ("img", true, Some("1 > 2 class")));
        assert_eq!(
            (img.attribute("class"), img.attribute("src"), img.attribute("rc")),
            (None, Some("/x"), None)
        );
    }

    #[test]
    fn words_are_read_without_escapes_and_only_once() {
        assert_eq!(unescaped("a &lt;b&gt; &quot;c&quot;&nbsp;&amp;lt;"), "a <b> \"c\" &lt;");
        assert_eq!(unescaped("plain"), "plain");
    }

    #[test]
    fn what_breaks_off_ends_the_text() {
        for (html, count) in [("", 0), ("a", 1), ("a<b", 1), ("<p title=\">", 0), ("<", 0)] {
            assert_eq!(pieces(html).count(), count, "{html}");
        }
    }
}
