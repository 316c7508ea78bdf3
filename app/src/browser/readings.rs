//! The readings that this browser keeps, in a store of its own that only pages of this site can open.

use idb::{
    Database, DatabaseEvent, Error, Factory, IndexParams, KeyPath, ObjectStoreParams, Query, TransactionMode,
};
use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;

use super::device::Record;

const DATABASE: &str = "warta";
const STORE: &str = "readings";
const BY_TIME: &str = "at";
/// Largest number of readings that are kept.
const MOST: usize = 300;

/// An article that was read here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub article: String,
    /// Slug; empty for none.
    pub section: String,
}

/// All readings, the oldest first. Empty where storage is forbidden.
pub async fn all() -> Vec<Reading> {
    let reading = |record: Record| Reading { article: record.text("id"), section: record.text("section") };
    records().await.unwrap_or_default().into_iter().map(reading).collect()
}

/// Adds one reading, and deletes the oldest beyond `MOST`.
pub async fn add(reading: &Reading) {
    // Forbidden or full: nothing is kept, and nothing is missed.
    let _ = put(reading).await;
}

async fn put(reading: &Reading) -> Result<(), Error> {
    let record = Record::new(&[
        ("id", reading.article.as_str().into()),
        ("section", reading.section.as_str().into()),
        (BY_TIME, now().into()),
    ]);
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    store.put(record.value(), None)?.await?;
    let known = store.index(BY_TIME)?.get_all_keys(None, None)?.await?;
    for key in known.iter().take(known.len().saturating_sub(MOST)) {
        store.delete(Query::Key(key.clone()))?.await?;
    }
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

/// Milliseconds since 1970, as far as this browser knows; only their order counts.
fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.time_origin() + performance.now())
}

async fn records() -> Result<Vec<Record>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let found: Vec<JsValue> = transaction.object_store(STORE)?.index(BY_TIME)?.get_all(None, None)?.await?;
    database.close();
    Ok(found.into_iter().map(Record::from).collect())
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        let create = || -> Result<(), Error> {
            let mut params = ObjectStoreParams::new();
            params.key_path(Some(KeyPath::new_single("id")));
            let store = event.database()?.create_object_store(STORE, params)?;
            store.create_index(BY_TIME, KeyPath::new_single(BY_TIME), None::<IndexParams>)?;
            Ok(())
        };
        // Then the store stays empty, and opening it fails.
        let _ = create();
    });
    request.await
}
