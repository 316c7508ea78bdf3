//! Writer of XML documents.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Attributes of an element.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// XML document while it is being written. All words and values are escaped, and characters that XML forbids are left out.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// Begins a document with its declaration.
    pub fn new() -> Self {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// Writes an element with words, unless there are none.
    pub fn text(&mut self, name: &str, words: impl AsRef<str>) {
        self.text_with(name, &[], words);
    }

    /// Writes an element with attributes and words, unless there are no words.
    pub fn text_with(&mut self, name: &str, attributes: Attributes<'_>, words: impl AsRef<str>) {
        let words = allowed(words.as_ref());
        if !words.trim().is_empty() {
            self.within(name, attributes, |xml| xml.write(Event::Text(BytesText::new(&words))));
        }
    }

    /// Writes an element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.write(Event::Empty(start(name, attributes)));
    }

    /// Writes an element around what `inner` writes.
    pub fn within(&mut self, name: &str, attributes: Attributes<'_>, inner: impl FnOnce(&mut Self)) {
        self.write(Event::Start(start(name, attributes)));
        inner(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// The whole document.
    pub fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }

    fn write(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("writing to memory does not fail");
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let allowed: Vec<(&str, String)> =
        attributes.iter().map(|(name, value)| (*name, allowed(value))).collect();
    BytesStart::new(name).with_attributes(allowed.iter().map(|(name, value)| (*name, value.as_str())))
}

/// The text without characters that no XML document may contain, not even escaped.
fn allowed(text: &str) -> String {
    let is_allowed = |sign: &char| matches!(sign, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(is_allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values_are_escaped_and_forbidden_characters_left_out() {
        let mut xml = Xml::new();
        xml.within("a", &[("href", "/?x=1&y=\"<2>\"")], |xml| {
            xml.text("b", "1 < 2 & 3 > \u{1}\u{b}2\u{ffff} ]]>");
            xml.text("c", " ");
            xml.empty("d", &[]);
        });
        assert_eq!(
            String::from_utf8(xml.finish()).unwrap(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
             <a href=\"/?x=1&amp;y=&quot;&lt;2&gt;&quot;\"><b>1 &lt; 2 &amp; 3 &gt; 2 ]]&gt;</b><d/></a>"
        );
    }
}
