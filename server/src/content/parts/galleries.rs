//! Galleries: several pictures that belong together.

use domain::markup::{CLICK_TO_VIEW, GALLERY, Piece, Tag};

use crate::content::tree::{Tree, Writing};

/// Classes by which newsrooms and other systems name a gallery.
const NAMES: [&str; 4] = [GALLERY, "wp-block-gallery", "blocks-gallery-grid", "kg-gallery-card"];
/// Elements that may be a gallery.
const ELEMENTS: [&str; 4] = ["div", "figure", "section", "ul"];
/// Classes of a caption that is no `figcaption`.
const CAPTIONS: [&str; 2] = ["gallery-caption", "wp-caption-text"];

/// Brings the galleries of a text into one form. Within other elements, their pictures stand one below the other.
pub(super) fn place(tree: &mut Tree<'_>, nested: &[bool]) {
    let mut number = 0;
    while number < tree.nodes.len() {
        let end = tree.nodes[number].end;
        let is_gone = matches!(tree.writing(number), Writing::Removed | Writing::Replaced(_));
        let found = tree.tag(number).filter(|tag| !is_gone && is_gallery(*tag));
        let gallery = found.and_then(|_| Gallery::of(tree, number));
        if let Some(gallery) = &gallery {
            tree.write_as(number, Writing::Replaced(gallery.html(nested[number])));
        } else if found.is_some_and(|tag| tag.name() == "figure") {
            tree.rename(number, "figure");
        }
        number = if is_gone || gallery.is_some() { end + 1 } else { number + 1 };
    }
}

fn is_gallery(tag: Tag<'_>) -> bool {
    ELEMENTS.contains(&tag.name()) && tag.classes().any(|class| NAMES.contains(&class))
}

fn is_caption(tag: Tag<'_>) -> bool {
    matches!(tag.name(), "figcaption" | "dd") || tag.classes().any(|class| CAPTIONS.contains(&class))
}

struct Picture {
    /// Place of the picture in the text.
    number: usize,
    html: String,
    caption: Option<String>,
    /// Whether it is shown, and not a link to what another site would show.
    is_shown: bool,
}

#[derive(Default)]
struct Gallery {
    pictures: Vec<Picture>,
    /// Caption of all pictures together.
    caption: Option<String>,
    /// Words that are no caption; they go below the pictures.
    words: String,
}

impl Gallery {
    /// The gallery in an element; `None` if there is no picture in it.
    fn of(tree: &Tree<'_>, element: usize) -> Option<Self> {
        let mut gallery = Self::default();
        let mut waiting: Option<(String, usize)> = None;
        let range = tree.within(element);
        let mut number = range.start;
        while number < range.end {
            let node = &tree.nodes[number];
            match node.piece {
                Piece::Words(words) if !words.trim().is_empty() => gallery.words.extend([words.trim(), " "]),
                Piece::Start(tag) if tag.name() == "img" || tag.has_class(CLICK_TO_VIEW) => {
                    let caption = waiting.take().filter(|(_, end)| number < *end).map(|(caption, _)| caption);
                    let html = tree.html(number..node.end + 1);
                    gallery.pictures.push(Picture { number, html, caption, is_shown: tag.name() == "img" });
                    number = node.end;
                }
                Piece::Start(tag) if is_caption(tag) => {
                    let caption = tree.html(tree.within(number)).trim().to_owned();
                    let around = node.parent.unwrap_or(element);
                    if caption.is_empty() {
                    } else if around == element {
                        gallery.caption.get_or_insert(caption);
                    } else {
                        waiting = gallery
                            .caption_last(around, caption)
                            .map(|caption| (caption, tree.nodes[around].end));
                    }
                    number = node.end;
                }
                _ => {}
            }
            number += 1;
        }
        (!gallery.pictures.is_empty()).then_some(gallery)
    }

    /// Gives a caption to the last picture if it stands within the same element. Returns it if it belongs to one that follows.
    fn caption_last(&mut self, around: usize, caption: String) -> Option<String> {
        match self.pictures.last_mut().filter(|picture| picture.number > around) {
            Some(picture) => {
                picture.caption.get_or_insert(caption);
                None
            }
            None => Some(caption),
        }
    }

    fn html(&self, is_nested: bool) -> String {
        let is_gallery = !is_nested && self.pictures.iter().filter(|picture| picture.is_shown).count() > 1;
        let mut caption = self.caption.clone();
        let mut html = String::new();
        if is_gallery {
            html.extend(["<figure class=\"", GALLERY, "\">"]);
        }
        for picture in &self.pictures {
            let own = picture.caption.clone().or_else(|| caption.take_if(|_| self.pictures.len() == 1));
            html.extend(["<figure>", &picture.html]);
            html.extend(own.map(|own| format!("<figcaption>{own}</figcaption>")));
            html.push_str("</figure>");
        }
        // Without a gallery around it, it stays a caption: words of the text are more.
        let (before, after) = if is_gallery { ("", "") } else { ("<figure>", "</figure>") };
        html.extend(caption.map(|caption| format!("{before}<figcaption>{caption}</figcaption>{after}")));
        if is_gallery {
            html.push_str("</figure>");
        }
        if !self.words.is_empty() {
            html.extend(["<p>", self.words.trim(), "</p>"]);
        }
        html
    }
}
