//! The large letter with which a text may begin.

use domain::body::outside_tags;

/// The fewest letters of a first paragraph that has room beside such a letter: three lines on a wide page.
const FEWEST: usize = 200;

/// Whether a sanitised text begins with a paragraph of words that is long enough.
pub(super) fn can_have_drop_cap(html: &str) -> bool {
    let Some((first, _)) = html.trim_start().strip_prefix("<p>").and_then(|rest| rest.split_once("</p>"))
    else {
        return false;
    };
    // A letter, perhaps behind a quote or a bracket; a picture or a link has its own look.
    let opens = first.trim_start_matches(['“', '”', '„', '‘', '’', '«', '"', '\'', '(', '[']);
    let letters: usize = outside_tags(first).map(|words| words.chars().count()).sum();
    opens.starts_with(char::is_alphanumeric) && letters >= FEWEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_paragraph_of_words_may_begin_with_a_large_letter() {
        let long = "kata ".repeat(50);
        for (html, expected) in [
            (format!("<p>{long}</p><p>x</p>"), true),
            (format!("<p>“{long}</p>"), true),
            (format!("\n<p>11.000 <em>peti</em> {long}</p>"), true),
            ("<p>Pendek.</p>".into(), false),
            (format!("<p>Pendek.</p><p>{long}</p>"), false),
            (format!("<h2>Subjudul</h2><p>{long}</p>"), false),
            (format!("<p><img src=\"/gambar/a.png\">{long}</p>"), false),
            (format!("<p>— {long}</p>"), false),
            (format!("<p><a href=\"/{long}{long}\">x</a></p>"), false),
            (String::new(), false),
        ] {
            assert_eq!(can_have_drop_cap(&html), expected, "{html}");
        }
    }
}
