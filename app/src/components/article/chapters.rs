//! Chapters of a text: addresses for its headings and pictures, and a table of contents.

use leptos::prelude::*;

/// The fewest chapters for which there is a table of contents.
const FEWEST: usize = 3;
const HEADING: &str = "<h2>";
const END: &str = "</h2>";
const FIGURE: &str = "<figure>";

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Identifier of the heading.
    pub id: String,
    /// HTML of the heading, as the sanitiser left it.
    pub title: String,
}

/// A sanitised text whose chapters and figures have identifiers, and its chapters.
pub(super) fn with_addresses(html: &str) -> (String, Vec<Chapter>) {
    let (mut out, mut chapters, mut rest) = (String::with_capacity(html.len() + 256), Vec::new(), html);
    while let Some((before, heading, after)) = next_heading(rest) {
        out.push_str(before);
        // Without the words of the heading: reader modes leave out what an identifier calls a menu or an advertisement.
        let id = format!("bab-{}", chapters.len() + 1);
        out.extend(["<h2 id=\"", &id, "\">", heading, END]);
        chapters.push(Chapter { id, title: without_links(heading) });
        rest = after;
    }
    out.push_str(rest);
    let mut parts = out.split(FIGURE);
    let mut numbered = parts.next().unwrap_or_default().to_owned();
    for (number, part) in (1..).zip(parts) {
        numbered.extend(["<figure id=\"gambar-", &number.to_string(), "\">", part]);
    }
    (numbered, chapters)
}

fn next_heading(html: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = html.split_once(HEADING)?;
    let (heading, after) = rest.split_once(END)?;
    Some((before, heading, after))
}

/// The words of a heading and their accents; a link within a link is no HTML.
fn without_links(heading: &str) -> String {
    let mut parts = heading.split("<a ");
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        words.push_str(part.split_once('>').map_or("", |(_, rest)| rest));
    }
    words.replace("</a>", "")
}

/// Links to the chapters, beside the text where there is room; nothing where there are few.
#[component]
pub(super) fn Chapters(
    chapters: Vec<Chapter>,
    heading: &'static str,
    language: &'static str,
) -> impl IntoView {
    (chapters.len() >= FEWEST).then(|| {
        let links = chapters.into_iter().map(|chapter| {
            let href = format!("#{}", chapter.id);
            view! { <li><a href=href inner_html=chapter.title></a></li> }
        });
        view! {
            <nav class="chapters" aria-labelledby="isi-artikel">
                <p class="chapters__heading" id="isi-artikel">{heading}</p>
                <ol class="chapters__list" lang=language>{links.collect::<Vec<_>>()}</ol>
            </nav>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_figures_have_addresses() {
        let (html, chapters) = with_addresses(
            "<p>a</p><h2>Tiga <em>ruang</em></h2><figure><img></figure><h2>Tiga ruang</h2><h2>?</h2><figure></figure>",
        );
        assert_eq!(
            html,
            "<p>a</p><h2 id=\"bab-1\">Tiga <em>ruang</em></h2><figure id=\"gambar-1\"><img></figure>\
             <h2 id=\"bab-2\">Tiga ruang</h2><h2 id=\"bab-3\">?</h2><figure id=\"gambar-2\"></figure>"
        );
        assert_eq!(chapters.len(), 3);
        assert_eq!(chapters[0].title, "Tiga <em>ruang</em>");
    }

    #[test]
    fn a_link_in_a_heading_stays_there_and_does_not_come_into_the_contents() {
        let heading = "Kata <a href=\"/x\" rel=\"noopener\">tautan</a> lagi";
        let (html, chapters) = with_addresses(&format!("<h2>{heading}</h2>"));
        assert_eq!(html, format!("<h2 id=\"bab-1\">{heading}</h2>"));
        assert_eq!(chapters[0].title, "Kata tautan lagi");
    }

    #[test]
    fn a_text_without_chapters_stays_as_it_is() {
        for html in ["", "<p>x</p>", "<h2>no end", "<h3>x</h3>"] {
            assert_eq!(with_addresses(html), (html.to_owned(), vec![]));
        }
    }
}
