//! Texts of Ghost's present editor (Lexical).

use serde_json::Value;

use super::cards::{card, escaped, quoted, text};

/// Marks of a text by the bits of its `format`.
const MARKS: [(u64, &str); 7] =
    [(1, "strong"), (2, "em"), (4, "s"), (8, "u"), (16, "code"), (32, "sub"), (64, "sup")];

/// HTML of a document. `left` gets the kinds of cards that are unknown.
pub(super) fn html(document: &str, left: &mut Vec<String>) -> Result<String, String> {
    let document: Value = serde_json::from_str(document)
        .map_err(|error| format!("its text is no Lexical document: {error}"))?;
    let root = document.get("root").ok_or("its text is no Lexical document: it has no root")?;
    Ok(children(root, left))
}

fn children(node: &Value, left: &mut Vec<String>) -> String {
    let children = node.get("children").and_then(Value::as_array);
    children.into_iter().flatten().map(|child| one(child, left)).collect()
}

fn one(node: &Value, left: &mut Vec<String>) -> String {
    let kind = text(node, "type");
    let element = |name: &str, left: &mut Vec<String>| format!("<{name}>{}</{name}>", children(node, left));
    match kind {
        "text" | "extended-text" | "tk" => words(node),
        "linebreak" => "<br>".to_owned(),
        "tab" => " ".to_owned(),
        "paragraph" => element("p", left),
        "heading" | "extended-heading" => match text(node, "tag") {
            tag @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => element(tag, left),
            _ => element("h2", left),
        },
        "quote" | "extended-quote" => format!("<blockquote><p>{}</p></blockquote>", children(node, left)),
        "aside" => format!("<blockquote class=\"pull-quote\"><p>{}</p></blockquote>", children(node, left)),
        "list" => element(if text(node, "tag") == "ol" { "ol" } else { "ul" }, left),
        "listitem" => element("li", left),
        "link" | "autolink" => {
            format!("<a href=\"{}\">{}</a>", quoted(text(node, "url")), children(node, left))
        }
        kind => card(kind, node).unwrap_or_else(|| {
            let within = children(node, left);
            if within.is_empty() {
                left.push(format!("cards `{kind}`"));
            }
            within
        }),
    }
}

fn words(node: &Value) -> String {
    let format = node.get("format").and_then(Value::as_u64).unwrap_or_default();
    let marks = MARKS.iter().filter(|(bit, _)| format & bit != 0);
    marks.fold(escaped(text(node, "text")), |words, (_, mark)| format!("<{mark}>{words}</{mark}>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_become_elements_and_unknown_ones_are_named() {
        let document = r#"{"root":{"children":[
            {"type":"paragraph","children":[{"type":"extended-text","format":3,"text":"a<b"},{"type":"linebreak"},
                {"type":"link","url":"https://x.example/?a=1&b=\"","children":[{"type":"text","text":"c"}]}]},
            {"type":"extended-heading","tag":"h3","children":[{"type":"text","text":"d"}]},
            {"type":"list","tag":"ol","children":[{"type":"listitem","children":[{"type":"text","text":"e"}]}]},
            {"type":"image","src":"f.jpg","alt":"g","caption":"<b>h</b>"},
            {"type":"gallery","images":[{"src":"i.jpg"},{"src":"j.jpg"}]},
            {"type":"bookmark","url":"https://y.example","metadata":{"title":"k"}},
            {"type":"markdown","markdown":"**l**"},{"type":"html","html":"<p>m</p>"},
            {"type":"signup"},{"type":"baru","children":[{"type":"text","text":"n"}]}]}}"#;
        let mut left = Vec::new();
        let made = html(document, &mut left).unwrap();
        assert_eq!(
            made,
            "<p><em><strong>a&lt;b</strong></em><br><a href=\"https://x.example/?a=1&amp;b=&quot;\">c</a></p><h3>d</h3>\
             <ol><li>e</li></ol><figure><img src=\"f.jpg\" alt=\"g\"><figcaption><b>h</b></figcaption></figure>\
             <figure class=\"gallery\"><figure><img src=\"i.jpg\" alt=\"\"></figure><figure><img src=\"j.jpg\" alt=\"\"></figure></figure>\
             <p><a href=\"https://y.example\">k</a></p><p><strong>l</strong></p>\n<p>m</p>n"
        );
        assert_eq!(left, ["cards `signup`"]);
        for bad in ["", "[]", "{", &("{\"root\":".repeat(500))] {
            assert!(html(bad, &mut left).is_err(), "{bad}");
        }
    }
}
