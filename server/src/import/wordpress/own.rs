//! Posts that Warta itself has exported. What WordPress does not know stands in a custom field, so that they come back equal.

use domain::article::original;
use serde::{Deserialize, Serialize};

use crate::article_record::{PICTURES, Record};

/// Custom field of such a post; WordPress hides those that begin with a line.
pub const FIELD: &str = "_warta_record";
/// A block of this kind is shown by WordPress as it stands.
pub const BLOCK: (&str, &str) = ("<!-- wp:html -->\n", "\n<!-- /wp:html -->");

#[derive(Deserialize, Serialize)]
struct Own {
    /// Beginning of the addresses of pictures in the text.
    pictures: String,
    /// Everything but the text.
    record: Record,
}

/// Content and value of the custom field for a record. `pictures` is the address at which its pictures can be seen.
pub fn own_field(mut record: Record, pictures: &str) -> (String, String) {
    let html = record.body_html.take().unwrap_or_default();
    let content = html.replace(&format!("src=\"{PICTURES}/"), &format!("src=\"{pictures}"));
    let own = Own { pictures: pictures.to_owned(), record };
    let value = serde_json::to_value(&own).unwrap_or_default().to_string();
    (format!("{}{content}{}", BLOCK.0, BLOCK.1), value)
}

/// Record of such a post.
pub(super) fn own_record(value: &str, content: &str) -> Result<Record, String> {
    let Own { pictures, record } =
        serde_json::from_str(value).map_err(|error| format!("the custom field {FIELD}: {error}"))?;
    let (start, end) = (BLOCK.0.trim(), BLOCK.1.trim());
    let html = content.strip_prefix(start).and_then(|rest| rest.strip_suffix(end)).unwrap_or(content);
    let html = html.strip_prefix('\n').unwrap_or(html);
    let html = html.strip_suffix('\n').unwrap_or(html);
    let source = format!("src=\"{pictures}");
    let mut parts = html.split(&source);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_at(part.find('"').unwrap_or(part.len()));
        text.extend(["src=\"", PICTURES, "/", &original(name), rest]);
    }
    Ok(Record { body_html: Some(text), ..record })
}
