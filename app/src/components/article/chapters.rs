//! Chapters of a text: addresses for its headings and pictures, and a table of contents.

use domain::body::outside_tags;
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
    /// Words of the heading, escaped: without links and pictures, which cannot stand in a link.
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
        chapters.push(Chapter { id, title: outside_tags(heading).collect() });
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
        assert_eq!(chapters[0].title, "Tiga ruang");
    }

    #[test]
    fn links_and_pictures_of_a_heading_stay_there_and_do_not_come_into_the_contents() {
        let heading = "Kata <a href=\"/x\" rel=\"noopener\">tautan</a> <img src=\"/gambar/a.png\">&lt;lagi";
        let (html, chapters) = with_addresses(&format!("<h2>{heading}</h2>"));
        assert_eq!(html, format!("<h2 id=\"bab-1\">{heading}</h2>"));
        assert_eq!(chapters[0].title, "Kata tautan &lt;lagi");
    }

    #[test]
    fn a_text_without_chapters_stays_as_it_is() {
        for html in ["", "<p>x</p>", "<h2>no end", "<h3>x</h3>"] {
            assert_eq!(with_addresses(html), (html.to_owned(), vec![]));
        }
    }
}
