//! Shortcodes of WordPress: words in brackets that stand for captions, galleries and media.

use std::fmt::Write;

use ammonia::clean_text;

use super::text::link;

/// Names that stand for a medium at an address.
const MEDIA: [&str; 20] = [
    "audio",
    "dailymotion",
    "embed",
    "facebook",
    "flickr",
    "googlemaps",
    "gist",
    "instagram",
    "playlist",
    "scribd",
    "slideshare",
    "soundcloud",
    "spotify",
    "ted",
    "tiktok",
    "tweet",
    "video",
    "vimeo",
    "wpvideo",
    "youtube",
];
/// The longest shortcode that is looked for.
const LONGEST: usize = 4096;
/// The farthest end of a shortcode that encloses something.
const FARTHEST: usize = 16 * 1024;

/// Picture of a gallery.
#[derive(Clone, Debug)]
pub(super) struct GalleryPicture {
    pub(super) address: String,
    pub(super) alt: String,
    pub(super) caption: String,
}

/// Pictures of the former site.
pub(super) trait Gallery {
    /// Picture with this number.
    fn picture(&self, number: &str) -> Option<GalleryPicture>;
    /// Numbers of the pictures that belong to the post.
    fn own(&self) -> Vec<String>;
}

struct Shortcode<'a> {
    name: String,
    attributes: Vec<(String, String)>,
    /// Whether it is written with an end, `[x]…[/x]`.
    inner: Option<&'a str>,
    rest: &'a str,
}

/// Replaces the shortcodes of WordPress itself by HTML. Those of other programs stay as they stand, and `left` gets their names.
pub(super) fn expand(text: &str, gallery: &dyn Gallery, left: &mut Vec<String>) -> String {
    let mut html = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('[') {
        html.push_str(&rest[..start]);
        let here = &rest[start..];
        // `[[x]]` is a shortcode as text.
        let is_escaped = here.starts_with("[[");
        let code = Shortcode::at(here).filter(|_| !is_escaped);
        if let Some((made, after)) =
            code.as_ref().and_then(|code| Some((code.html(gallery, left)?, code.rest)))
        {
            html.push_str(&made);
            rest = after;
            continue;
        }
        if let Some(code) = code.filter(|code| code.inner.is_some() || !code.attributes.is_empty()) {
            left.push(format!("shortcodes `{}`, which stay in the text", code.name));
        }
        let length = if is_escaped { 2 } else { 1 };
        html.push_str(&here[..length]);
        rest = &here[length..];
    }
    html.push_str(rest);
    html
}

impl<'a> Shortcode<'a> {
    fn at(text: &'a str) -> Option<Self> {
        let body = text.strip_prefix('[')?;
        let length = body.find(|sign: char| !(sign.is_ascii_alphanumeric() || "_-".contains(sign)))?;
        let name = body[..length].to_ascii_lowercase();
        if !name.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
            return None;
        }
        let end = end(&body[length..])? + length;
        let attributes = attributes(body[length..end].trim().trim_end_matches('/'));
        let after = &body[end + 1..];
        let close = format!("[/{}]", &body[..length]);
        // The end is looked for nearby only: a text of nothing but beginnings would be read over and over.
        let near = &after[..after.floor_char_boundary(FARTHEST)];
        let inner = near.find(close.as_str()).map(|place| (&after[..place], &after[place + close.len()..]));
        let (inner, rest) = inner.map_or((None, after), |(inner, rest)| (Some(inner), rest));
        Some(Self { name, attributes, inner, rest })
    }

    fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    fn html(&self, gallery: &dyn Gallery, left: &mut Vec<String>) -> Option<String> {
        match self.name.as_str() {
            "caption" | "wp_caption" => self.caption(),
            "gallery" => Some(self.gallery(gallery, left)),
            name if MEDIA.contains(&name) => self.medium(),
            _ => None,
        }
    }

    fn caption(&self) -> Option<String> {
        let inner = self.inner?.trim();
        let picture = inner.find("<img").and_then(|start| Some(start + inner[start..].find('>')? + 1))?;
        let end = match inner[picture..].trim_start().strip_prefix("</a>") {
            Some(after) => inner.len() - after.len(),
            None => picture,
        };
        let words = match inner[end..].trim() {
            "" => clean_text(self.attribute("caption")).replace("&#32;", " "),
            words => words.to_owned(),
        };
        Some(format!("\n<figure>{}<figcaption>{words}</figcaption></figure>\n", &inner[..end]))
    }

    fn gallery(&self, gallery: &dyn Gallery, left: &mut Vec<String>) -> String {
        let ids = [self.attribute("ids"), self.attribute("include")].into_iter().find(|ids| !ids.is_empty());
        let numbers: Vec<String> = match ids {
            Some(ids) => ids.split(',').map(|id| id.trim().to_owned()).collect(),
            None => gallery.own(),
        };
        let mut html = String::new();
        for number in &numbers {
            let Some(GalleryPicture { address, alt, caption }) = gallery.picture(number) else {
                left.push("pictures of galleries, which are not in the export".into());
                continue;
            };
            let (alt, words) = (attribute_text(&alt), caption);
            let address = attribute_text(&address);
            let _ = write!(
                html,
                "<figure><img src=\"{address}\" alt=\"{alt}\"><figcaption>{words}</figcaption></figure>"
            );
        }
        if html.is_empty() { html } else { format!("\n<figure class=\"gallery\">{html}</figure>\n") }
    }

    /// A link to the medium, wherever the shortcode has its address.
    fn medium(&self) -> Option<String> {
        let values = self.attributes.iter().map(|(_, value)| value.as_str());
        let link = values.chain(self.inner).find_map(|value| link(value.trim()))?;
        Some(format!("\n<p>{link}</p>\n"))
    }
}

fn attribute_text(text: &str) -> String {
    text.replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Place of the bracket that ends a shortcode; brackets in quotes do not.
fn end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (place, sign) in text.char_indices().take_while(|(place, _)| *place < LONGEST) {
        match (quote, sign) {
            (None, ']') => return Some(place),
            (None, '[' | '\n') => return None,
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), sign) if open == sign => quote = None,
            _ => {}
        }
    }
    None
}

/// `name="value"`, `name=value`, and values without a name.
fn attributes(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let stop = rest.find(|sign: char| sign == '=' || sign.is_whitespace()).unwrap_or(rest.len());
        let (name, value) = match rest[stop..].strip_prefix('=') {
            Some(value) if !rest.starts_with(['"', '\'']) && !rest.starts_with("http") => {
                (&rest[..stop], value)
            }
            _ => ("", rest),
        };
        let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''));
        let (value, after) = match quote.and_then(|quote| Some((quote, value[1..].find(quote)?))) {
            Some((_, length)) => (&value[1..=length], &value[length + 2..]),
            None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        found.push((name.to_ascii_lowercase(), value.to_owned()));
        rest = after.trim_start();
    }
    found
}

/// No pictures, for tests.
#[cfg(test)]
pub(super) struct NoGallery;

#[cfg(test)]
impl Gallery for NoGallery {
    fn picture(&self, number: &str) -> Option<GalleryPicture> {
        let address = format!("https://lama.example/{number}.jpg");
        (number != "0").then(|| GalleryPicture {
            address,
            alt: "\"x\"".into(),
            caption: format!("Foto {number}"),
        })
    }

    fn own(&self) -> Vec<String> {
        vec!["9".into()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_of_wordpress_become_html_and_others_stay() {
        for (text, expected) in [
            (
                "[caption id=\"a\" width=\"3\"]<a href=\"/x\"><img src=\"a.jpg\" /></a> Kata[/caption]z",
                "\n<figure><a href=\"/x\"><img src=\"a.jpg\" /></a><figcaption>Kata</figcaption></figure>\nz",
            ),
            (
                "[gallery ids=\"1, 0\"]",
                "\n<figure class=\"gallery\"><figure><img src=\"https://lama.example/1.jpg\" alt=\"&quot;x&quot;\">\
                 <figcaption>Foto 1</figcaption></figure></figure>\n",
            ),
            (
                "[embed]https://v.example/1[/embed]",
                "\n<p><a href=\"https://v.example/1\">https://v.example/1</a></p>\n",
            ),
            (
                "[youtube https://v.example/w?v=1]",
                "\n<p><a href=\"https://v.example/w?v=1\">https://v.example/w?v=1</a></p>\n",
            ),
            (
                "[video mp4='https://v.example/1.mp4'][/video]",
                "\n<p><a href=\"https://v.example/1.mp4\">https://v.example/1.mp4</a></p>\n",
            ),
            ("Katanya [sic] [1] [[gallery]] [x", "Katanya [sic] [1] [[gallery]] [x"),
            ("[kotak warna=\"]\"]isi[/kotak]", "[kotak warna=\"]\"]isi[/kotak]"),
            ("[caption]tanpa gambar[/caption]", "[caption]tanpa gambar[/caption]"),
        ] {
            assert_eq!(expand(text, &NoGallery, &mut Vec::new()), expected, "{text}");
        }
        let mut left = Vec::new();
        expand("[kotak a=1][sic][gallery ids=0]", &NoGallery, &mut left);
        assert_eq!(
            left,
            [
                "shortcodes `kotak`, which stay in the text",
                "pictures of galleries, which are not in the export"
            ]
        );
        assert!(expand("[gallery]", &NoGallery, &mut left).contains("/9.jpg"));
    }
}
