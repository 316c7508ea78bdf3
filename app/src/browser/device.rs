//! Storage of this browser (`localStorage`). Nothing of it leaves the device; where storage is forbidden or full, nothing is kept.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;
use web_sys::js_sys::{Array, JSON, Object, Reflect};

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// The value under a key.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a value, or removes it.
pub fn set(key: &str, value: Option<&str>) {
    if let Some(storage) = storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

/// One record of a list under a key: JSON, as browsers have kept it since the first version.
#[derive(Clone, Debug, PartialEq)]
pub struct Record(JsValue);

impl Record {
    /// A record of these fields.
    pub fn new(fields: &[(&str, JsValue)]) -> Self {
        let record = Object::new();
        for (name, value) in fields {
            // Cannot fail: the object is a plain one.
            let _ = Reflect::set(&record, &(*name).into(), value);
        }
        Self(record.into())
    }

    /// The record as the browser has it.
    pub fn value(&self) -> &JsValue {
        &self.0
    }

    /// A text field; empty where there is none.
    pub fn text(&self, name: &str) -> String {
        Reflect::get(&self.0, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
    }

    /// A field that counts something.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the number of a paragraph")]
    pub fn number(&self, name: &str) -> Option<usize> {
        Reflect::get(&self.0, &name.into()).ok()?.as_f64().map(|value| value as usize)
    }
}

impl From<JsValue> for Record {
    fn from(value: JsValue) -> Self {
        Self(value)
    }
}

/// The list under a key; empty where it is none.
pub fn list(key: &str) -> Vec<Record> {
    let parsed = get(key).and_then(|text| JSON::parse(&text).ok());
    let list = parsed.and_then(|value| value.dyn_into::<Array>().ok());
    list.map_or_else(Vec::new, |list| list.iter().map(Record).collect())
}

/// Keeps a list.
pub fn set_list(key: &str, list: &[Record]) {
    let array: Array = list.iter().map(|record| record.0.clone()).collect();
    if let Ok(text) = JSON::stringify(&array) {
        set(key, Some(&String::from(text)));
    }
}
