//! Texts of Ghost's former editor (Mobiledoc).

use serde_json::Value;

use super::cards::{card, escaped, quoted};

/// Document with the lists that its sections refer to by number.
struct Document<'v> {
    markups: &'v [Value],
    atoms: &'v [Value],
    cards: &'v [Value],
}

/// HTML of a document. `left` gets the kinds of cards that are unknown.
pub(super) fn html(source: &str, left: &mut Vec<String>) -> Result<String, String> {
    let value: Value =
        serde_json::from_str(source).map_err(|error| format!("its text is no Mobiledoc: {error}"))?;
    let list = |key| value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let document = Document { markups: list("markups"), atoms: list("atoms"), cards: list("cards") };
    if value.get("sections").is_none() {
        return Err("its text is no Mobiledoc: it has no sections".into());
    }
    Ok(list("sections").iter().map(|section| document.section(section, left)).collect())
}

impl Document<'_> {
    fn section(&self, section: &Value, left: &mut Vec<String>) -> String {
        let name = section.get(1).and_then(Value::as_str).unwrap_or_default();
        let parts = section.get(2).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        match section.get(0).and_then(Value::as_u64) {
            Some(1) => match name {
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                    format!("<{name}>{}</{name}>", self.markers(parts))
                }
                "blockquote" => format!("<blockquote><p>{}</p></blockquote>", self.markers(parts)),
                "aside" | "pull-quote" => {
                    format!("<blockquote class=\"pull-quote\"><p>{}</p></blockquote>", self.markers(parts))
                }
                _ => format!("<p>{}</p>", self.markers(parts)),
            },
            Some(2) => format!("<figure><img src=\"{}\" alt=\"\"></figure>", quoted(name)),
            Some(3) => {
                let items = parts.iter().filter_map(Value::as_array);
                let items: String = items.map(|item| format!("<li>{}</li>", self.markers(item))).collect();
                let name = if name == "ol" { "ol" } else { "ul" };
                format!("<{name}>{items}</{name}>")
            }
            Some(10) => {
                let card_of = |number: &Value| self.cards.get(usize::try_from(number.as_u64()?).ok()?);
                let Some(found) = section.get(1).and_then(card_of) else { return String::new() };
                let kind = found.get(0).and_then(Value::as_str).unwrap_or_default();
                card(kind, found.get(1).unwrap_or(&Value::Null)).unwrap_or_else(|| {
                    left.push(format!("cards `{kind}`"));
                    String::new()
                })
            }
            _ => String::new(),
        }
    }

    /// Texts with the marks that open before and close behind each.
    fn markers(&self, markers: &[Value]) -> String {
        let (mut html, mut open) = (String::new(), Vec::new());
        for marker in markers {
            let numbers = marker.get(1).and_then(Value::as_array).into_iter().flatten();
            for markup in
                numbers.filter_map(|number| self.markups.get(usize::try_from(number.as_u64()?).ok()?))
            {
                let name = match markup.get(0).and_then(Value::as_str).unwrap_or_default() {
                    name @ ("a" | "b" | "code" | "em" | "i" | "s" | "strong" | "sub" | "sup" | "u") => name,
                    _ => "span",
                };
                let attributes =
                    markup.get(1).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
                let href = attributes
                    .chunks(2)
                    .find(|pair| pair[0] == "href")
                    .and_then(|pair| pair.get(1)?.as_str());
                match href.filter(|_| name == "a") {
                    Some(href) => html.extend(["<a href=\"", &quoted(href), "\">"]),
                    None => html.extend(["<", name, ">"]),
                }
                open.push(name);
            }
            html.push_str(&self.words(marker));
            let closing = marker.get(2).and_then(Value::as_u64).unwrap_or_default();
            for _ in 0..closing {
                let Some(name) = open.pop() else { break };
                html.extend(["</", name, ">"]);
            }
        }
        while let Some(name) = open.pop() {
            html.extend(["</", name, ">"]);
        }
        html
    }

    fn words(&self, marker: &Value) -> String {
        match (marker.get(0).and_then(Value::as_u64), marker.get(3)) {
            (Some(0), Some(Value::String(words))) => escaped(words),
            // An atom has a name and a text.
            (Some(1), Some(number)) => {
                let atom = number.as_u64().and_then(|number| self.atoms.get(usize::try_from(number).ok()?));
                match atom.and_then(|atom| atom.get(0)?.as_str()) {
                    Some("soft-return") => "<br>".to_owned(),
                    _ => atom.and_then(|atom| atom.get(1)?.as_str()).map(escaped).unwrap_or_default(),
                }
            }
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_become_elements() {
        let source = r#"{"version":"0.3.1","markups":[["strong"],["a",["href","https://x.example/?a=\"&b"]],["script"]],
            "atoms":[["soft-return","",{}]],"cards":[["image",{"src":"a.jpg","caption":"k"}],["kartu",{}],["hr",{}]],
            "sections":[[1,"p",[[0,[0],0,"a<"],[0,[1],2,"b"],[1,[],0,0],[0,[],0,"c"]]],[1,"h2",[[0,[],0,"d"]]],
            [3,"ol",[[[0,[],0,"e"]],[[0,[2],1,"f"]]]],[10,0],[10,1],[10,2],[10,99],[2,"g.jpg"],[77]]}"#;
        let mut left = Vec::new();
        let made = html(source, &mut left).unwrap();
        assert_eq!(
            made,
            "<p><strong>a&lt;<a href=\"https://x.example/?a=&quot;&amp;b\">b</a></strong><br>c</p><h2>d</h2>\
             <ol><li>e</li><li><span>f</span></li></ol><figure><img src=\"a.jpg\" alt=\"\"><figcaption>k</figcaption></figure>\
             <hr><figure><img src=\"g.jpg\" alt=\"\"></figure>"
        );
        assert_eq!(left, ["cards `kartu`"]);
        assert!(html("{}", &mut left).is_err() && html("x", &mut left).is_err());
    }
}
