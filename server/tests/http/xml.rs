//! XML documents as a parser reads them.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element with everything in it.
#[derive(Clone, Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    pub children: Vec<Element>,
}

impl Element {
    /// The root of a document.
    ///
    /// # Panics
    /// If it is not well-formed.
    pub fn parse(document: &str) -> Self {
        let mut reader = Reader::from_str(document);
        reader.config_mut().check_end_names = true;
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{error}: {document}")) {
                Event::Start(start) => open.push(Self::of(&start)),
                Event::Empty(start) => open.last_mut().unwrap().children.push(Self::of(&start)),
                Event::End(_) => {
                    let element = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(element);
                }
                Event::Text(text) => open.last_mut().unwrap().text.push_str(&text.decode().unwrap()),
                Event::GeneralRef(name) => {
                    let name = format!("&{};", name.decode().unwrap());
                    open.last_mut().unwrap().text.push_str(&quick_xml::escape::unescape(&name).unwrap());
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open.len(), 1, "unclosed: {document}");
        let mut roots = open.remove(0).children;
        assert_eq!(roots.len(), 1, "one root: {document}");
        roots.remove(0)
    }

    fn of(start: &BytesStart<'_>) -> Self {
        let name = String::from_utf8(start.name().as_ref().to_vec()).unwrap();
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            let value = String::from_utf8(attribute.value.to_vec()).unwrap();
            let name = String::from_utf8(attribute.key.as_ref().to_vec()).unwrap();
            (name, quick_xml::escape::unescape(&value).unwrap().into_owned())
        });
        Self { name, attributes: attributes.collect(), ..Self::default() }
    }

    /// All children of a name.
    pub fn all(&self, name: &str) -> Vec<&Self> {
        self.children.iter().filter(|child| child.name == name).collect()
    }

    /// The first child of a name.
    pub fn child(&self, name: &str) -> &Self {
        self.all(name).first().copied().unwrap_or_else(|| panic!("no {name} in {self:?}"))
    }

    /// Words of the first child of a name.
    pub fn words(&self, name: &str) -> &str {
        &self.child(name).text
    }

    /// Value of an attribute; empty if it is missing.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }
}
