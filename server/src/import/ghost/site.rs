//! Site of an export of Ghost: its posts, and what belongs to each.

use std::collections::HashMap;
use std::io::Read;

use serde_json::Value;

use super::cards::text;
use crate::import::lines::{OpenFault, unpacked};
use crate::import::mapping::words;

/// Site of an export.
pub(super) struct Site {
    pub(super) posts: Vec<Value>,
    /// Tags by their ids: name and slug.
    tags: HashMap<String, (String, String)>,
    /// Authors by their ids: name and slug.
    users: HashMap<String, (String, String)>,
    tags_of: HashMap<String, Vec<String>>,
    authors_of: HashMap<String, Vec<String>>,
    pub(super) meta: HashMap<String, Value>,
    pub(super) members: usize,
}

impl Site {
    pub(super) fn read(source: impl Read + Send) -> Result<Self, OpenFault> {
        let bad = |why: String| OpenFault::Format(format!("it is no export of Ghost: {why}"));
        let root: Value =
            serde_json::from_reader(unpacked(source)?).map_err(|error| bad(error.to_string()))?;
        let data = [root.pointer("/db/0/data"), root.get("data"), root.get("result"), Some(&root)];
        let data = data.into_iter().flatten().find(|data| data.get("posts").is_some_and(Value::is_array));
        let data = data.ok_or_else(|| bad("it has no list of posts".into()))?;
        let list = |key: &str| -> Vec<Value> {
            data.get(key).and_then(Value::as_array).into_iter().flatten().map(plain).collect()
        };
        let named = |key| list(key).iter().map(|one| (id(one, "id"), label(one))).collect();
        Ok(Self {
            posts: list("posts"),
            tags: named("tags"),
            users: named("users"),
            tags_of: ordered(&list("posts_tags"), "tag_id"),
            authors_of: ordered(&list("posts_authors"), "author_id"),
            meta: list("posts_meta").into_iter().map(|meta| (id(&meta, "post_id"), meta)).collect(),
            members: list("members").len(),
        })
    }

    /// Names and slugs of the tags of a post, the main one first.
    pub(super) fn tags(&self, post: &Value) -> Vec<(String, String)> {
        Self::labels(post, "tags", &self.tags_of, &self.tags)
    }

    pub(super) fn authors(&self, post: &Value) -> Vec<(String, String)> {
        let found = Self::labels(post, "authors", &self.authors_of, &self.users);
        if !found.is_empty() {
            return found;
        }
        let own =
            post.get("author").map(plain).map(|author| label(&author)).filter(|(name, _)| !name.is_empty());
        own.or_else(|| self.users.get(&id(post, "author_id")).cloned()).into_iter().collect()
    }

    fn labels(
        post: &Value,
        key: &str,
        of: &HashMap<String, Vec<String>>,
        known: &HashMap<String, (String, String)>,
    ) -> Vec<(String, String)> {
        let own = post.get(key).and_then(Value::as_array).into_iter().flatten().map(|one| label(&plain(one)));
        let listed = of.get(&id(post, "id")).into_iter().flatten().filter_map(|id| known.get(id).cloned());
        own.chain(listed).filter(|(name, _)| !name.is_empty()).collect()
    }
}

/// Some programs wrap each thing as `{"url": …, "data": {…}}`.
fn plain(value: &Value) -> Value {
    match value.get("data") {
        Some(Value::Object(data)) => {
            let mut data = data.clone();
            if let Some(url) = value.get("url") {
                data.entry("url").or_insert_with(|| url.clone());
            }
            Value::Object(data)
        }
        _ => value.clone(),
    }
}

/// An id, which older versions write as a number.
pub(super) fn id(value: &Value, key: &str) -> String {
    match value.get(key) {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ => String::new(),
    }
}

fn label(value: &Value) -> (String, String) {
    (words(text(value, "name")), text(value, "slug").to_owned())
}

/// Ids by the post that they belong to, in their order.
fn ordered(rows: &[Value], key: &str) -> HashMap<String, Vec<String>> {
    let mut rows: Vec<_> = rows.iter().collect();
    rows.sort_by_key(|row| row.get("sort_order").and_then(Value::as_i64));
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    for row in rows {
        found.entry(id(row, "post_id")).or_default().push(id(row, key));
    }
    found
}

pub(super) fn kind(post: &Value) -> &str {
    let is_page = matches!(post.get("page"), Some(Value::Bool(true)))
        || post.get("page").and_then(Value::as_i64) == Some(1);
    match text(post, "type") {
        "" if is_page => "page",
        "" => "post",
        kind => kind,
    }
}

pub(super) fn visibility(post: &Value) -> &str {
    match text(post, "visibility") {
        "" => "public",
        visibility => visibility,
    }
}
