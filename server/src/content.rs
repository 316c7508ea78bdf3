//! Conversion of a newsroom's text to HTML for pages.

mod further_reading;
mod media;
mod parts;
mod plain_text;
mod rules;
mod sanitise;
mod tree;

pub use media::Media;
pub(crate) use media::NoMedia;
pub use plain_text::paragraphs;
use pulldown_cmark::Options;
pub use sanitise::SANITISER;
use sanitise::sanitise;

/// Text of a record, in one of three formats.
#[derive(Clone, Debug)]
pub enum Source {
    /// HTML, not sanitised yet.
    Html(String),
    Markdown(String),
    /// Plain paragraphs, separated by blank lines.
    Plain(String),
}

/// Converts a text to sanitised HTML. `media` replaces the pictures and embeds in it.
pub fn to_html(source: &Source, media: &dyn Media) -> String {
    let html = match source {
        Source::Html(html) => return sanitise(html, media),
        Source::Markdown(markdown) => from_markdown(markdown),
        Source::Plain(text) => from_plain(text),
    };
    sanitise(&html, media)
}

/// Sanitises stored HTML again. Text that was sanitised with the current rules does not change.
pub fn resanitise(html: &str) -> String {
    sanitise(html, &media::NoMedia)
}

/// Converts a page about the publisher to sanitised HTML.
pub fn page_html(markdown: &str) -> String {
    sanitise(&from_markdown(markdown), &media::NoMedia)
}

/// Converts Markdown to HTML that is not sanitised yet.
pub(crate) fn from_markdown(markdown: &str) -> String {
    let mut html = String::with_capacity(markdown.len() * 5 / 4);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new_ext(markdown, options));
    html
}

fn from_plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let paragraphs = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    paragraphs
        .flat_map(|paragraph| ["<p>".to_owned(), ammonia::clean_text(paragraph), "</p>".to_owned()])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::media::NoMedia;
    use super::*;

    #[test]
    fn three_forms_of_a_text_give_the_same_paragraphs() {
        for source in [
            Source::Html("<p>Satu &amp; dua</p><p>Tiga</p>".into()),
            Source::Markdown("Satu & dua\n\nTiga".into()),
            Source::Plain("  Satu & dua\r\n\r\n\r\nTiga\n".into()),
        ] {
            assert_eq!(paragraphs(&to_html(&source, &NoMedia)), ["Satu & dua", "Tiga"], "{source:?}");
        }
    }

    #[test]
    fn markdown_carries_no_script() {
        for markdown in [
            "<script>alert(1)</script>",
            "[x](javascript:alert(1))",
            "[x]: data:text/html,x\n\n[x]",
            "<img src=x onerror=alert(1)>",
        ] {
            let html = to_html(&Source::Markdown(markdown.into()), &NoMedia);
            assert!(
                !html.contains("script") && !html.contains("onerror") && !html.contains("data:"),
                "{html}"
            );
        }
    }
}
