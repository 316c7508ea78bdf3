//! XML of an export, one element of the channel at a time: the file may be larger than the memory.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Limit of one element in bytes.
const LARGEST: u64 = 32 * 1024 * 1024;
/// Limit of nesting within an element; what is deeper is left out.
const DEEPEST: usize = 16;
/// Elements whose content is not kept: only their number is of interest.
const COUNTED: &str = "wp:comment";

/// Element with what is in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Name with its prefix, as written.
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    /// All text directly in it.
    pub(super) text: String,
    pub(super) children: Vec<Element>,
    /// Reason why its text cannot be used.
    pub(super) fault: Option<String>,
}

impl Element {
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Trimmed text of a child; empty if there is none.
    pub(super) fn value(&self, name: &str) -> &str {
        self.child(name).map_or("", |child| child.text.trim())
    }

    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// Reader that counts lines and bytes, and ends with an error within an element that is too large.
struct Counting<R> {
    source: R,
    lines: u64,
    /// Bytes that the current element may still have.
    left: u64,
}

impl<R: BufRead> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let length = available.len().min(buffer.len());
        buffer[..length].copy_from_slice(&available[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Counting<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::other(format!("an element has more than {LARGEST} bytes")));
        }
        self.source.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        // The buffer is filled, so this reads nothing.
        if let Ok(buffer) = self.source.fill_buf() {
            let lines = buffer.iter().take(amount).filter(|byte| **byte == b'\n').count();
            self.lines += lines as u64;
        }
        self.left = self.left.saturating_sub(amount as u64);
        self.source.consume(amount);
    }
}

/// Elements directly within the channel of a feed.
pub(super) struct Elements<R> {
    reader: Reader<Counting<R>>,
    buffer: Vec<u8>,
    /// Whether the root says that it is an export of WordPress.
    is_export: bool,
    is_in_channel: bool,
}

impl<R: BufRead> Elements<R> {
    pub(super) fn new(source: R) -> Self {
        Self {
            reader: Reader::from_reader(Counting { source, lines: 1, left: LARGEST }),
            buffer: Vec::new(),
            is_export: false,
            is_in_channel: false,
        }
    }

    /// Line that is being read.
    pub(super) fn line(&self) -> u64 {
        self.reader.get_ref().lines
    }

    /// Whether what was read so far shows an export of WordPress, and no other feed.
    pub(super) fn is_export(&self) -> bool {
        self.is_export
    }

    /// The next element of the channel, with the line on which it begins.
    pub(super) fn next_element(&mut self) -> io::Result<Option<(u64, Element)>> {
        let mut within = Within::default();
        let mut line = self.line();
        self.reader.get_mut().left = LARGEST;
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer).map_err(broken)?;
            let closed = match event {
                Event::Start(start) if !self.is_in_channel => {
                    match start.name().as_ref() {
                        b"rss" => self.is_export |= declares(&start, b"xmlns:wp"),
                        b"channel" => self.is_in_channel = true,
                        _ => return Err(io::Error::other("it begins with no <rss><channel>")),
                    }
                    None
                }
                Event::Start(start) => {
                    if within.open.is_empty() {
                        line = self.reader.get_ref().lines;
                    }
                    within.start(&start);
                    None
                }
                Event::Empty(start) if self.is_in_channel && !within.is_left_out() => {
                    within.close(element(&start))
                }
                Event::End(_) => within.end(),
                Event::Text(text) => within.add(text.decode().map_err(|error| error.to_string())),
                Event::CData(text) => within.add(text.decode().map_err(|error| error.to_string())),
                Event::GeneralRef(reference) => {
                    let sign = reference.resolve_char_ref().ok().flatten();
                    let name = reference.decode().map_err(|error| error.to_string());
                    let words = |name: Cow<'_, str>| sign.map_or_else(|| entity(&name), String::from);
                    within.add(name.map(|name| words(name).into()))
                }
                Event::Decl(declaration) => {
                    let encoding = declaration.encoding().and_then(Result::ok).unwrap_or_default();
                    check_encoding(&String::from_utf8_lossy(&encoding))?;
                    None
                }
                Event::Eof if !self.is_in_channel => {
                    return Err(io::Error::other("it has no <rss><channel>"));
                }
                Event::Eof if within.open.is_empty() => return Ok(None),
                Event::Eof => {
                    return Err(io::Error::other("the file ends within an element; it was cut off"));
                }
                Event::Empty(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => None,
            };
            if let Some(closed) = closed {
                self.is_export |= closed.name == "wp:wxr_version";
                return Ok(Some((line, closed)));
            }
        }
    }
}

/// Elements from the one in the channel down to the current one.
#[derive(Default)]
struct Within {
    open: Vec<Element>,
    /// Number of open elements below these, which are left out.
    deeper: usize,
}

impl Within {
    fn is_left_out(&self) -> bool {
        self.deeper > 0 || self.open.last().is_some_and(|parent| parent.name == COUNTED)
    }

    fn start(&mut self, start: &BytesStart<'_>) {
        if self.is_left_out() || self.open.len() >= DEEPEST {
            self.deeper += 1;
        } else {
            self.open.push(element(start));
        }
    }

    /// Ends the current element; returns it if it stood in the channel.
    fn end(&mut self) -> Option<Element> {
        if self.deeper > 0 {
            self.deeper -= 1;
            return None;
        }
        let closed = self.open.pop()?;
        self.close(closed)
    }

    fn close(&mut self, closed: Element) -> Option<Element> {
        let Some(parent) = self.open.last_mut() else { return Some(closed) };
        if parent.fault.is_none() {
            parent.fault.clone_from(&closed.fault);
        }
        parent.children.push(closed);
        None
    }

    fn add(&mut self, text: Result<Cow<'_, str>, String>) -> Option<Element> {
        let current = self.open.last_mut().filter(|_| self.deeper == 0)?;
        match text {
            Ok(text) => current.text.push_str(&text),
            Err(fault) => current.fault = Some(format!("{} is not UTF-8: {fault}", current.name)),
        }
        None
    }
}

fn declares(start: &BytesStart<'_>, prefix: &[u8]) -> bool {
    start.attributes().flatten().any(|one| one.key.as_ref() == prefix)
}

fn check_encoding(encoding: &str) -> io::Result<()> {
    if ["", "utf-8", "utf8", "us-ascii"].contains(&encoding.to_ascii_lowercase().as_str()) {
        return Ok(());
    }
    Err(io::Error::other(format!("its encoding is {encoding}; save it as UTF-8")))
}

fn broken(error: quick_xml::Error) -> io::Error {
    match error {
        quick_xml::Error::Io(error) => io::Error::new(error.kind(), error.to_string()),
        error => io::Error::other(format!("not well-formed XML: {error}")),
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let mut written = start.attributes();
    let attributes = written.with_checks(false).flatten().take(50).map(|one| {
        let value = String::from_utf8_lossy(&one.value).into_owned();
        let value = quick_xml::escape::unescape(&value).map_or(value.clone(), Cow::into_owned);
        (String::from_utf8_lossy(one.key.as_ref()).into_owned(), value)
    });
    let attributes = attributes.collect();
    Element {
        name: String::from_utf8_lossy(start.name().as_ref()).into_owned(),
        attributes,
        ..Element::default()
    }
}

/// Meaning of a named reference. Only the five of XML are replaced; no entity is ever looked up or expanded.
fn entity(name: &str) -> String {
    quick_xml::escape::resolve_xml_entity(name).map_or_else(|| format!("&{name};"), str::to_owned)
}
