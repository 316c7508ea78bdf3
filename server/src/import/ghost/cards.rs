//! Cards of Ghost's editor: pictures, embeds and other parts beside the text.

use ammonia::clean_text;
use serde_json::Value;

use crate::content::from_markdown;

/// Text of a key; empty if there is none.
pub(super) fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// HTML of a card; `None` if its kind is unknown or has no content for readers.
pub(super) fn card(kind: &str, card: &Value) -> Option<String> {
    let text = |key| text(card, key);
    let caption = || match text("caption") {
        "" => String::new(),
        caption => format!("<figcaption>{caption}</figcaption>"),
    };
    Some(match kind {
        "image" => format!("<figure>{}{}</figure>", picture(text("src"), text("alt")), caption()),
        "gallery" => {
            let pictures = card.get("images").and_then(Value::as_array).into_iter().flatten();
            let one = |image: &Value| {
                let (src, alt) = (self::text(image, "src"), self::text(image, "alt"));
                format!("<figure>{}</figure>", picture(src, alt))
            };
            format!(
                "<figure class=\"gallery\">{}{}</figure>",
                pictures.map(one).collect::<String>(),
                caption()
            )
        }
        "html" => text("html").to_owned(),
        "markdown" | "card-markdown" => from_markdown(text("markdown")),
        "code" | "codeblock" => format!("<pre><code>{}</code></pre>{}", clean_text(text("code")), caption()),
        "hr" | "horizontalrule" => "<hr>".to_owned(),
        "embed" if text("html").contains("<iframe") => text("html").to_owned(),
        "embed" => link(text("url"), text("url")),
        "bookmark" => {
            let title =
                card.get("metadata").map(|metadata| self::text(metadata, "title")).unwrap_or_default();
            link(text("url"), if title.is_empty() { text("url") } else { title })
        }
        "button" => link(text("buttonUrl"), text("buttonText")),
        "callout" => format!("<p>{} {}</p>", clean_text(text("calloutEmoji")), text("calloutText")),
        "toggle" => format!("<h3>{}</h3>{}", text("heading"), text("content")),
        "header" => format!("<h2>{}</h2><p>{}</p>", text("header"), text("subheader")),
        "product" => format!(
            "<h3>{}</h3>{}{}",
            text("productTitle"),
            picture(text("productImageSrc"), ""),
            text("productDescription")
        ),
        "video" | "audio" | "file" => {
            let names = [text("title"), text("fileTitle"), text("fileName"), text("src")];
            link(text("src"), names.into_iter().find(|name| !name.is_empty()).unwrap_or_default())
                + &caption()
        }
        _ => return None,
    })
}

fn picture(src: &str, alt: &str) -> String {
    if src.is_empty() {
        String::new()
    } else {
        format!("<img src=\"{}\" alt=\"{}\">", quoted(src), quoted(alt))
    }
}

fn link(url: &str, words: &str) -> String {
    if url.is_empty() {
        format!("<p>{}</p>", escaped(words))
    } else {
        format!("<p><a href=\"{}\">{}</a></p>", quoted(url), escaped(words))
    }
}

/// Text as a value of an attribute.
pub(super) fn quoted(text: &str) -> String {
    escaped(text).replace('"', "&quot;")
}

/// Text between tags.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
