//! First reading of an export: names and pictures, which may stand behind the posts that refer to them, or in another file.

use std::collections::HashMap;
use std::io::{self, BufRead};

use super::elements::{Element, Elements};
use super::shortcodes::GalleryPicture;
use crate::import::mapping::{Mapping, Names, words};

/// Names and pictures of a site, from all its exports.
#[derive(Default)]
pub struct Survey {
    /// Names that occur, for a suggestion.
    pub names: Names,
    /// Names of authors by their logins.
    pub(super) authors: HashMap<String, String>,
    /// Pictures by their numbers.
    pub(super) pictures: HashMap<String, GalleryPicture>,
    /// Numbers of the pictures that belong to a post.
    pub(super) of_post: HashMap<String, Vec<String>>,
    /// Categories and tags: name, last part of the address, number, and the category above.
    pub(super) terms: Vec<Term>,
    /// Address of the site.
    pub(super) site: String,
}

/// Category or tag.
pub(super) struct Term {
    pub(super) is_tag: bool,
    pub(super) name: String,
    pub(super) slug: String,
    pub(super) number: String,
    pub(super) parent: String,
}

impl From<Names> for Survey {
    /// Survey of another system's export, whose articles name everything themselves.
    fn from(names: Names) -> Self {
        Self { names, ..Self::default() }
    }
}

impl Survey {
    /// Reads one more file.
    pub(super) fn read(&mut self, source: impl BufRead, mapping: &Mapping) -> io::Result<()> {
        let mut elements = Elements::new(source);
        loop {
            let element = match elements.next_element() {
                Ok(Some((_, element))) => element,
                Err(error) if !elements.is_export() => return Err(error),
                // What is wrong behind some posts is told when these are imported.
                Ok(None) | Err(_) => break,
            };
            match element.name.as_str() {
                "wp:base_blog_url" => element.text.trim().trim_end_matches('/').clone_into(&mut self.site),
                "link" if self.site.is_empty() => {
                    element.text.trim().trim_end_matches('/').clone_into(&mut self.site);
                }
                "wp:author" => self.author(&element),
                "wp:category" => self.term(&element, false),
                "wp:tag" => self.term(&element, true),
                "item" if element.value("wp:post_type") == "attachment" => self.picture(&element),
                "item" => self.post(&element, mapping),
                _ => {}
            }
        }
        if elements.is_export() {
            Ok(())
        } else {
            Err(io::Error::other("it is no export of WordPress (WXR)"))
        }
    }

    fn author(&mut self, element: &Element) {
        let login = element.value("wp:author_login").to_owned();
        let name = words(element.value("wp:author_display_name"));
        if !name.is_empty() {
            self.authors.insert(login, name);
        }
    }

    fn term(&mut self, element: &Element, is_tag: bool) {
        let (name, slug) =
            if is_tag { ("wp:tag_name", "wp:tag_slug") } else { ("wp:cat_name", "wp:category_nicename") };
        self.terms.push(Term {
            is_tag,
            name: words(element.value(name)),
            slug: element.value(slug).to_owned(),
            number: element.value("wp:term_id").to_owned(),
            parent: element.value("wp:category_parent").to_owned(),
        });
    }

    fn picture(&mut self, element: &Element) {
        let number = element.value("wp:post_id").to_owned();
        let address = [element.value("wp:attachment_url"), element.value("guid")];
        let Some(address) = address.into_iter().find(|address| !address.is_empty()) else { return };
        let caption = words(element.value("excerpt:encoded"));
        let picture = GalleryPicture {
            address: address.to_owned(),
            alt: words(meta(element, "_wp_attachment_image_alt")),
            caption,
        };
        let parent = element.value("wp:post_parent");
        if !matches!(parent, "" | "0") {
            self.of_post.entry(parent.to_owned()).or_default().push(number.clone());
        }
        self.pictures.insert(number, picture);
    }

    fn post(&mut self, element: &Element, mapping: &Mapping) {
        let post_type = element.value("wp:post_type");
        Names::count(&mut self.names.post_types, post_type);
        if !mapping.is_article(post_type) || element.value("wp:status") != "publish" {
            return;
        }
        for (domain, name, _) in labels(element) {
            match domain {
                "category" => Names::count(&mut self.names.categories, &name),
                "post_tag" => Names::count(&mut self.names.tags, &name),
                _ => {}
            }
        }
        for author in self.bylines(element) {
            Names::count(&mut self.names.authors, &author);
        }
    }

    /// Names of the authors of a post: those of the plug-in Co-Authors Plus, or the one that WordPress knows.
    pub(super) fn bylines(&self, element: &Element) -> Vec<String> {
        let together: Vec<_> =
            labels(element).filter(|(domain, ..)| *domain == "author").map(|(_, name, _)| name).collect();
        if !together.is_empty() {
            let name = |login: String| self.authors.get(&login).cloned().unwrap_or(login);
            return together.into_iter().map(name).collect();
        }
        let login = element.value("dc:creator");
        let name = self.authors.get(login).cloned().unwrap_or_else(|| words(login));
        Vec::from_iter((!name.is_empty()).then_some(name))
    }
}

/// Domain, name and slug of the categories, tags and other labels of a post.
pub(super) fn labels(element: &Element) -> impl Iterator<Item = (&str, String, &str)> {
    let labels = element.children.iter().filter(|child| child.name == "category");
    labels.map(|label| (label.attribute("domain"), words(label.text.trim()), label.attribute("nicename")))
}

/// Value of a custom field.
pub(super) fn meta<'a>(element: &'a Element, key: &str) -> &'a str {
    fields(element).find(|(known, _)| *known == key).map_or("", |(_, value)| value)
}

/// Custom fields of a post.
pub(super) fn fields(element: &Element) -> impl Iterator<Item = (&str, &str)> {
    let fields = element.children.iter().filter(|child| child.name == "wp:postmeta");
    fields.map(|field| (field.value("wp:meta_key"), field.value("wp:meta_value")))
}
