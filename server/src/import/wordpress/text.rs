//! Text of a post as WordPress stores it, turned into HTML: blocks, shortcodes, and paragraphs that are only blank lines.

use super::shortcodes::{Gallery, expand};

/// Elements that stand between paragraphs.
const BLOCKS: [&str; 37] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "iframe",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "ul",
];
const MORE_BLOCKS: [&str; 7] = ["thead", "tfoot", "tr", "script", "style", "video", "audio"];

/// Converts the text. `left` gets the kinds of parts that could not be converted.
pub(super) fn to_html(content: &str, gallery: &dyn Gallery, left: &mut Vec<String>) -> String {
    let content = content.replace("\r\n", "\n").replace('\r', "\n");
    let has_blocks = content.contains("<!-- wp:");
    let expanded = expand(&without_comments(&content, left), gallery, left);
    with_paragraphs(&expanded, has_blocks)
}

/// Removes comments, which only carry settings of blocks. A block that is nothing but its settings is drawn by WordPress itself.
fn without_comments(content: &str, left: &mut Vec<String>) -> String {
    let mut parts = content.split("<!--");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // A comment without an end hides nothing.
        let Some((comment, rest)) = part.split_once("-->") else {
            text.push_str(part);
            continue;
        };
        let comment = comment.trim();
        let block = comment.strip_prefix("wp:").and_then(|block| block.strip_suffix('/'));
        if let Some(name) = block.and_then(|block| block.split_whitespace().next()) {
            left.push(format!("blocks `{name}`, which WordPress fills in"));
        }
        text.push_str(rest);
    }
    text
}

/// Makes paragraphs of lines that stand between blank lines, and links of addresses that have a line of their own.
fn with_paragraphs(text: &str, has_blocks: bool) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 8);
    let mut paragraph: Vec<String> = Vec::new();
    let mut is_preformatted = false;
    for line in text.lines() {
        let lower = line.to_ascii_lowercase();
        let is_within = is_preformatted;
        if let Some(last) = ["<pre", "</pre", "<script", "</script", "<style", "</style"]
            .into_iter()
            .filter_map(|tag| lower.rfind(tag).map(|place| (place, tag)))
            .max()
        {
            is_preformatted = !last.1.starts_with("</");
        }
        let trimmed = line.trim();
        if is_within || is_preformatted {
            finish(&mut paragraph, &mut html);
            html.extend([line, "\n"]);
        } else if has_blocks {
            html.extend([&link(trimmed).unwrap_or_else(|| line.to_owned()), "\n"]);
        } else if trimmed.is_empty() || is_block(trimmed) {
            finish(&mut paragraph, &mut html);
            html.extend([trimmed, "\n"]);
        } else {
            paragraph.push(link(trimmed).unwrap_or_else(|| trimmed.to_owned()));
        }
    }
    finish(&mut paragraph, &mut html);
    html
}

fn finish(paragraph: &mut Vec<String>, html: &mut String) {
    if !paragraph.is_empty() {
        html.extend(["<p>", &paragraph.join("<br>\n"), "</p>\n"]);
        paragraph.clear();
    }
}

fn is_block(line: &str) -> bool {
    let Some(tag) = line.strip_prefix('<') else { return false };
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let end = tag.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(tag.len());
    let name = tag[..end].to_ascii_lowercase();
    BLOCKS.contains(&name.as_str()) || MORE_BLOCKS.contains(&name.as_str())
}

/// Link to an address that stands alone: WordPress shows there what it finds behind it.
pub(super) fn link(address: &str) -> Option<String> {
    let is_address = (address.starts_with("https://") || address.starts_with("http://"))
        && !address.contains(|sign: char| sign.is_whitespace() || "<>\"'[]".contains(sign));
    is_address.then(|| format!("<a href=\"{address}\">{address}</a>"))
}

#[cfg(test)]
mod tests {
    use super::super::shortcodes::NoGallery;
    use super::*;

    fn html(content: &str) -> String {
        to_html(content, &NoGallery, &mut Vec::new())
    }

    #[test]
    fn blank_lines_make_paragraphs_where_there_are_no_blocks() {
        for (content, expected) in [
            ("Satu\r\nbaris\r\n\r\nDua", "<p>Satu<br>\nbaris</p>\n\n<p>Dua</p>\n"),
            ("Satu\n<ul>\n<li>x</li>\n</ul>\nDua", "<p>Satu</p>\n<ul>\n<li>x</li>\n</ul>\n<p>Dua</p>\n"),
            ("<pre>a\n\nb</pre>\nc", "<pre>a\n\nb</pre>\n<p>c</p>\n"),
            (
                "https://video.example/1",
                "<p><a href=\"https://video.example/1\">https://video.example/1</a></p>\n",
            ),
            ("<em>Miring</em>", "<p><em>Miring</em></p>\n"),
            ("<!-- wp:paragraph --><p>Satu</p><!-- /wp:paragraph -->", "<p>Satu</p>\n"),
            ("<p>Satu</p>\n\nhttps://a.example/<b>", "<p>Satu</p>\n\n<p>https://a.example/<b></p>\n"),
            ("Satu<!--more-->dua <!-- tanpa akhir", "<p>Satudua  tanpa akhir</p>\n"),
        ] {
            assert_eq!(html(content), expected, "{content}");
        }
    }

    #[test]
    fn blocks_that_wordpress_fills_in_are_named() {
        let mut left = Vec::new();
        to_html(
            "<!-- wp:latest-posts {\"a\":1} /--><!-- wp:spacer --><div></div><!-- /wp:spacer -->",
            &NoGallery,
            &mut left,
        );
        assert_eq!(left, ["blocks `latest-posts`, which WordPress fills in"]);
    }
}
