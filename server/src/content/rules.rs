//! Elements and attributes that a text may have.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
use domain::markup::{CLICK_TO_VIEW, FOOTNOTE, FURTHER_READING, GALLERY, PULL_QUOTE};

/// Elements of a stored text.
const ELEMENTS: [&str; 37] = [
    "a",
    "abbr",
    "aside",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "small",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// Elements that tell what a part of a text is. They go once that is known.
pub(super) const WRAPPERS: [&str; 11] =
    ["article", "dd", "div", "dl", "dt", "footer", "header", "h5", "h6", "main", "section"];

/// Classes that a stored text may use, each on these elements only.
const CLASSES: [(&str, &str); 6] = [
    ("a", CLICK_TO_VIEW),
    ("blockquote", PULL_QUOTE),
    ("figure", GALLERY),
    ("p", FURTHER_READING),
    ("small", FOOTNOTE),
    ("sup", FOOTNOTE),
];

/// Beginnings of the addresses within an article's page, which the page gives to its parts.
const OWN_PLACES: [&str; 3] = ["#bab-", "#gambar-", "#tabel-"];

/// Rules of stored texts.
pub(super) static STRICT: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = common();
    builder
        .allowed_classes(CLASSES.iter().map(|(element, class)| (*element, HashSet::from([*class]))).collect())
        .set_tag_attribute_value("a", "rel", "noopener noreferrer")
        .attribute_filter(strict_value);
    builder
});

/// Rules of a text whose notes, galleries and side notes are to be found: it keeps the names that other systems give them.
pub(super) static WIDE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = common();
    builder.add_tags(WRAPPERS).add_generic_attributes(["class", "id", "role"]).attribute_filter(
        |element, attribute, value| is_harmless(element, attribute, value).then_some(value.into()),
    );
    builder
});

fn common() -> Builder<'static> {
    let attributes = HashMap::from([
        ("a", HashSet::from(["href", "rel"])),
        ("abbr", HashSet::from(["title"])),
        ("img", HashSet::from(["src", "alt", "width", "height", "loading"])),
        ("ol", HashSet::from(["start"])),
        ("td", HashSet::from(["colspan", "rowspan"])),
        ("th", HashSet::from(["colspan", "rowspan", "scope"])),
    ]);
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(ELEMENTS))
        .clean_content_tags(HashSet::from([
            "script", "style", "noscript", "template", "title", "textarea", "select",
        ]))
        .tag_attributes(attributes)
        .generic_attributes(HashSet::from(["lang", "dir"]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        // Not `link_rel`, which changes the order of attributes with every pass.
        .link_rel(None)
        .strip_comments(true);
    builder
}

/// Also drops classes that are not ours, and links to places that this page does not have: identifiers are ours alone.
fn strict_value<'u>(element: &str, attribute: &str, value: &'u str) -> Option<Cow<'u, str>> {
    let ours = || CLASSES.iter().find(|(name, _)| *name == element).map(|(_, class)| *class);
    let is_strange =
        attribute == "class" && !value.split_ascii_whitespace().any(|class| Some(class) == ours());
    let is_place = attribute == "href" && value.trim_start().starts_with('#');
    let leads_nowhere = is_place && !OWN_PLACES.iter().any(|place| is_numbered(value, place));
    (is_harmless(element, attribute, value) && !is_strange && !leads_nowhere).then_some(Cow::Borrowed(value))
}

fn is_numbered(value: &str, beginning: &str) -> bool {
    value.strip_prefix(beginning).is_some_and(|number| number.parse::<u16>().is_ok())
}

/// Refuses what loads from other sites, and addresses with control characters, which only attackers use.
fn is_harmless(element: &str, attribute: &str, value: &str) -> bool {
    let is_foreign = element == "img" && attribute == "src" && !value.starts_with("/gambar/");
    let is_disguised = attribute == "href" && value.trim().contains(char::is_control);
    !is_foreign && !is_disguised
}
