//! From what a newsroom sends as text to what a page may hold.

mod media;
mod plain_text;
mod sanitise;

pub use media::Media;
pub use plain_text::paragraphs;
pub use sanitise::SANITISER;
use sanitise::sanitise;

/// The text of a record, in one of its three forms.
#[derive(Clone, Debug)]
pub enum Source {
    /// As it is.
    Html(String),
    /// CommonMark.
    Markdown(String),
    /// Paragraphs parted by blank lines.
    Plain(String),
}

/// Sanitised HTML of a text. Pictures and embeds that stand in it become what `media` makes of them.
pub fn to_html(source: &Source, media: &dyn Media) -> String {
    let html = match source {
        Source::Html(html) => return sanitise(html, media),
        Source::Markdown(markdown) => from_markdown(markdown),
        Source::Plain(text) => from_plain(text),
    };
    sanitise(&html, media)
}

/// Text that went through older rules, or should have gone through these: if it did, nothing changes.
pub fn resanitise(html: &str) -> String {
    sanitise(html, &media::NoMedia)
}

/// Sanitised HTML of a page of the publisher's own.
pub fn page_html(markdown: &str) -> String {
    sanitise(&from_markdown(markdown), &media::NoMedia)
}

fn from_markdown(markdown: &str) -> String {
    let mut html = String::with_capacity(markdown.len() * 5 / 4);
    let options = pulldown_cmark::Options::ENABLE_TABLES | pulldown_cmark::Options::ENABLE_STRIKETHROUGH;
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
