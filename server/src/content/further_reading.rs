//! Further reading within a text: a paragraph that only leads to another article.

use domain::markup::{CLICK_TO_VIEW, FURTHER_READING, Piece, Tag};

use super::tree::{Tree, Writing};

/// Words with which newsrooms begin such a paragraph.
const LABELS: [&str; 15] = [
    "also read",
    "artikel terkait",
    "baca",
    "baca juga",
    "baca pula",
    "berita terkait",
    "lihat juga",
    "read",
    "read also",
    "read more",
    "read next",
    "related",
    "see also",
    "simak",
    "simak juga",
];
/// Labels that need a colon, because a sentence may begin with them.
const VERBS: [&str; 4] = ["baca", "read", "related", "simak"];
/// Beginnings of the addresses of our own articles.
const ARTICLES: [&str; 3] = ["/read/", "/id/read/", "/en/read/"];
/// The longest label, in bytes.
const LONGEST: usize = 40;

/// Marks the paragraphs of a stored text that only lead to another article, and no others.
pub(super) fn mark_further_reading(html: String) -> String {
    if !html.contains("<a ") && !html.contains(FURTHER_READING) {
        return html;
    }
    let mut tree = Tree::of(&html);
    for number in tree.whole() {
        let Some(tag) = tree.tag(number).filter(|tag| tag.name() == "p") else { continue };
        let is_on_top = tree.nodes[number].parent.is_none();
        if let Some(line) = Line::of(&tree, number).filter(|_| is_on_top) {
            tree.write_as(number, Writing::Replaced(line.html(tag)));
        } else if let Some(class) = tag.attribute("class") {
            let plain = tag.source.replacen(&format!(" class=\"{class}\""), "", 1);
            tree.write_as(number, Writing::Renamed(plain));
        }
    }
    tree.html(tree.whole())
}

struct Line<'a> {
    label: String,
    link: Tag<'a>,
    title: String,
}

impl<'a> Line<'a> {
    fn of(tree: &Tree<'a>, paragraph: usize) -> Option<Self> {
        let (mut label, mut link) = (String::new(), None);
        let range = tree.within(paragraph);
        let mut number = range.start;
        while number < range.end {
            let node = &tree.nodes[number];
            match node.piece {
                Piece::Words(words) if link.is_none() => label.push_str(words),
                Piece::Words(words) if words.trim_matches(['.', ' ', '\n']).is_empty() => {}
                Piece::Start(tag) if tag.name() == "a" && link.is_none() => {
                    link = Some(number);
                    number = node.end;
                }
                Piece::Start(tag) if is_emphasis(tag) || tag.name() == "br" => {}
                Piece::End(_) => {}
                Piece::Words(_) | Piece::Start(_) => return None,
            }
            if label.len() > LONGEST {
                return None;
            }
            number += 1;
        }
        let link = link?;
        let mut title = title(tree, link)?;
        if label.trim().is_empty() {
            // Many put all of it into the link.
            let split = title.split_once(':').filter(|(label, _)| is_label(&format!("{label}:")));
            if let Some((own, rest)) = split.map(|(own, rest)| (format!("{own}:"), rest.trim().to_owned())) {
                (label, title) = (own, rest);
            }
        }
        let found = Self { label: label.trim().to_owned(), link: tree.tag(link)?, title };
        found.leads_on(tree.tag(paragraph)?).then_some(found)
    }

    /// Whether the link leads to another article, as far as the paragraph tells.
    fn leads_on(&self, paragraph: Tag<'_>) -> bool {
        let Some(href) = self.link.attribute("href") else { return false };
        let is_page = !["#", "mailto:", "tel:"].iter().any(|other| href.starts_with(other));
        let is_ours = || ARTICLES.iter().any(|ours| href.starts_with(ours));
        let is_named = match self.label.as_str() {
            "" => is_ours() || paragraph.has_class(FURTHER_READING),
            label => is_label(label),
        };
        is_page
            && is_named
            && !self.link.has_class(CLICK_TO_VIEW)
            && self.title.contains(char::is_alphanumeric)
    }

    fn html(&self, paragraph: Tag<'_>) -> String {
        let mut html = format!("<p class=\"{FURTHER_READING}\"");
        for name in ["lang", "dir"] {
            html.extend(paragraph.attribute(name).map(|value| format!(" {name}=\"{value}\"")));
        }
        let label = self.label.trim_end_matches(':').trim_end();
        let label = if label.is_empty() { String::new() } else { format!("{label}: ") };
        html.extend([">", &label, self.link.source, &self.title, "</a></p>"]);
        html
    }
}

/// Words of the link, with what is italic in them; `None` if it holds anything else, such as a picture.
fn title(tree: &Tree<'_>, link: usize) -> Option<String> {
    let mut title = String::new();
    for number in tree.within(link) {
        match tree.nodes[number].piece {
            Piece::Words(words) => title.push_str(words),
            Piece::Start(tag) if is_italic(tag.name()) => title.extend(["<", tag.name(), ">"]),
            Piece::End(name) if is_italic(name) => title.extend(["</", name, ">"]),
            Piece::Start(tag) if is_emphasis(tag) => {}
            Piece::End(_) => {}
            Piece::Start(_) => return None,
        }
    }
    Some(title.trim().to_owned())
}

fn is_italic(name: &str) -> bool {
    matches!(name, "cite" | "em" | "i" | "q")
}

fn is_emphasis(tag: Tag<'_>) -> bool {
    let is_plain = tag.attribute("class").is_none();
    is_plain && (is_italic(tag.name()) || matches!(tag.name(), "b" | "s" | "small" | "strong" | "u"))
}

fn is_label(words: &str) -> bool {
    let words = words.trim().to_lowercase();
    let bare = words.trim_end_matches(':').trim_end();
    LABELS.contains(&bare) && (words.ends_with(':') || !VERBS.contains(&bare))
}
