//! The part of a locked text that is not public, marked for search engines that may read the whole of it.

use domain::article::Teaser;
use domain::markup::{FOOTNOTE, Piece, pieces, unescaped};

/// Class of every element that holds a withheld part, and of the place where it would be.
pub const WITHHELD: &str = "article-withheld";

/// A whole text in which exactly that is marked which its teaser does not show. Paragraphs of a teaser are the first of the text.
pub(super) fn with_withheld(html: &str, teaser: &Teaser) -> String {
    let mut marked = Marked { html: String::with_capacity(html.len() + 256), is_open: false };
    let mut public = teaser.paragraphs().iter();
    for block in blocks(html) {
        match public.as_slice().first() {
            Some(words) if block.words == *words => {
                public.next();
                marked.public(block.source);
            }
            Some(words) if block.split(words).is_some() => {
                let (before, after) = block.split(words).unwrap_or_default();
                public.next();
                marked.public(&format!("{before}<span class=\"{WITHHELD}\">{after}</span></p>"));
            }
            _ => marked.withheld(block.source),
        }
    }
    marked.finish()
}

/// A text in which runs of withheld blocks get an element around them.
struct Marked {
    html: String,
    is_open: bool,
}

impl Marked {
    fn public(&mut self, html: &str) {
        self.close();
        self.html.push_str(html);
    }

    fn withheld(&mut self, html: &str) {
        if !self.is_open {
            self.html.extend(["<div class=\"", WITHHELD, "\">"]);
            self.is_open = true;
        }
        self.html.push_str(html);
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.is_open) {
            self.html.push_str("</div>");
        }
    }

    fn finish(mut self) -> String {
        self.close();
        self.html
    }
}

/// Element of the outermost level of a text.
struct Block<'a> {
    source: &'a str,
    /// Its words as a teaser has them: unescaped, with single spaces, without footnotes.
    words: String,
}

impl<'a> Block<'a> {
    /// Splits a paragraph without further elements where a teaser cuts it; `None` for any other block.
    fn split(&self, words: &str) -> Option<(&'a str, &'a str)> {
        let begin = words.strip_suffix('…')?;
        let text = self.source.strip_prefix("<p>")?.strip_suffix("</p>")?;
        let escaped = begin.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let rest = text.strip_prefix(&escaped).filter(|_| !text.contains('<'))?;
        Some((&self.source[..self.source.len() - rest.len() - "</p>".len()], rest))
    }
}

fn blocks(html: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut depth, mut notes, mut begin, mut at) = (Vec::new(), 0_usize, 0_usize, 0, 0);
    let mut words = String::new();
    for piece in pieces(html) {
        match piece {
            Piece::Words(text) => {
                at += text.len();
                if notes == 0 {
                    words.push_str(text);
                }
            }
            Piece::Start(tag) => {
                at += tag.source.len();
                if tag.name() == "br" {
                    words.push(' ');
                }
                if !tag.is_void() {
                    depth += 1;
                    notes += usize::from(notes > 0 || tag.has_class(FOOTNOTE));
                }
            }
            Piece::End(name) => {
                at += name.len() + "</>".len();
                depth = depth.saturating_sub(1);
                notes = notes.saturating_sub(1);
            }
        }
        if depth == 0 {
            let source = &html[begin..at];
            blocks.push(Block { source, words: plain(&std::mem::take(&mut words)) });
            begin = at;
        }
    }
    blocks
}

fn plain(escaped: &str) -> String {
    let words = escaped.split_whitespace().collect::<Vec<_>>().join(" ");
    unescaped(&words).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn teaser(paragraphs: &[&str]) -> Teaser {
        Teaser::from_text(&paragraphs.join("\n\n"))
    }

    #[test]
    fn exactly_what_the_teaser_lacks_is_marked() {
        let class = format!("class=\"{WITHHELD}\"");
        for (html, shown, expected) in [
            (
                "<p>Satu &amp; dua.</p><figure><img src=\"a\"></figure><p>Tiga empat lima.</p><h2>Bab</h2><p>Enam.</p>",
                &["Satu & dua.", "Tiga empat…"][..],
                format!(
                    "<p>Satu &amp; dua.</p><div {class}><figure><img src=\"a\"></figure></div>\
                     <p>Tiga empat<span {class}> lima.</span></p><div {class}><h2>Bab</h2><p>Enam.</p></div>"
                ),
            ),
            (
                "<p>Satu<small class=\"footnote\"> [<em>x</em>]</small> <em>dua</em>.</p><p>Tiga <b>empat</b> lima</p>",
                &["Satu dua.", "Tiga…"][..],
                format!(
                    "<p>Satu<small class=\"footnote\"> [<em>x</em>]</small> <em>dua</em>.</p>\
                     <div {class}><p>Tiga <b>empat</b> lima</p></div>"
                ),
            ),
            ("<p>Satu</p>", &[][..], format!("<div {class}><p>Satu</p></div>")),
            ("<p>Satu</p>", &["Satu"][..], "<p>Satu</p>".to_owned()),
        ] {
            assert_eq!(with_withheld(html, &teaser(shown)), expected);
        }
    }
}
