//! The words of sanitised HTML.

use super::sanitise::PULL_QUOTE;

/// Elements that are a paragraph of the text. Subheads, captions and tables are not.
const PARAGRAPHS: [&str; 4] = ["p", "li", "blockquote", "pre"];
/// Elements whose words are left out.
const ASIDE: [&str; 6] = ["h2", "h3", "h4", "figcaption", "table", "caption"];

/// The paragraphs of *sanitised* HTML as plain text. Its tags are well formed and only five characters are
/// escaped in it, so a scan is enough, and several times as fast as parsing once more.
pub fn paragraphs(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut current = String::new();
    let mut aside = 0_usize;
    // Quotes that are open within one that only repeats words of the text, itself included.
    let mut repeated = 0_usize;
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        if aside == 0 {
            current.push_str(&unescape(&rest[..start]));
        }
        let Some(length) = tag_length(&rest[start..]) else {
            break;
        };
        let tag = &rest[start + 1..start + length - 1];
        rest = &rest[start + length..];
        let (closes, tag) = tag.strip_prefix('/').map_or((false, tag), |name| (true, name));
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if name == "blockquote" && (repeated > 0 || (!closes && is_pull_quote(tag))) {
            finish(&mut current, &mut found);
            repeated = if closes { repeated - 1 } else { repeated + 1 };
            aside = match (closes, repeated) {
                (false, 1) => aside + 1,
                (true, 0) => aside.saturating_sub(1),
                _ => aside,
            };
        } else if ASIDE.contains(&name) {
            aside = if closes { aside.saturating_sub(1) } else { aside + 1 };
        } else if PARAGRAPHS.contains(&name) {
            finish(&mut current, &mut found);
        } else if name == "br" {
            current.push(' ');
        }
    }
    current.push_str(&unescape(rest));
    finish(&mut current, &mut found);
    found
}

fn is_pull_quote(tag: &str) -> bool {
    tag.split_once("class=\"").is_some_and(|(_, value)| value.starts_with(PULL_QUOTE))
}

/// From `<` to the `>` that ends the tag: one inside a quoted value does not.
fn tag_length(text: &str) -> Option<usize> {
    let mut quoted = false;
    text.bytes()
        .position(|byte| {
            quoted ^= byte == b'"';
            byte == b'>' && !quoted
        })
        .map(|end| end + 1)
}

fn finish(current: &mut String, found: &mut Vec<String>) {
    let words: Vec<&str> = current.split_whitespace().collect();
    if !words.is_empty() {
        found.push(words.join(" "));
    }
    current.clear();
}

fn unescape(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&nbsp;", " ");
    text.replace("&amp;", "&").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_words_without_tags() {
        for (html, expected) in [
            ("<p>Satu <em>dua</em></p><p>tiga</p>", vec!["Satu dua", "tiga"]),
            ("<h2>Judul</h2><p>a &amp;lt; b&nbsp;c</p>", vec!["a &lt; b c"]),
            ("<ul><li>satu</li><li>dua</li></ul>", vec!["satu", "dua"]),
            ("<blockquote><p>kutipan</p></blockquote>", vec!["kutipan"]),
            ("<blockquote class=\"pull-quote\"><p>kutipan</p></blockquote><p>isi</p>", vec!["isi"]),
            (
                "<p>a<blockquote class=\"pull-quote\" lang=\"id\">b<blockquote>c</blockquote>d</blockquote><blockquote>e</blockquote>",
                vec!["a", "e"],
            ),
            ("<p>a<br>b</p>", vec!["a b"]),
            ("<p><a href=\"/x?a>b\" rel=\"y\">tautan</a></p>", vec!["tautan"]),
            ("<figure><img src=\"/gambar/a\"><figcaption>Foto</figcaption></figure><p>isi</p>", vec!["isi"]),
            ("<table><tbody><tr><td>1</td></tr></tbody></table><p>isi</p>", vec!["isi"]),
            ("tanpa tag", vec!["tanpa tag"]),
            ("", vec![]),
        ] {
            assert_eq!(paragraphs(html), expected, "{html}");
        }
    }
}
