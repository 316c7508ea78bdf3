//! The readings that this browser keeps, in a store of its own that only pages of this site can open.

use leptos::prelude::window;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Promise};
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest, IdbTransactionMode,
};

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

async fn put(reading: &Reading) -> Result<(), JsValue> {
    let record = Record::new(&[
        ("id", reading.article.as_str().into()),
        ("section", reading.section.as_str().into()),
        (BY_TIME, now().into()),
    ]);
    let database = open().await?;
    let store = store(&database, IdbTransactionMode::Readwrite)?;
    answer(&store.put(record.value())?).await?;
    let known = Array::from(&answer(&store.index(BY_TIME)?.get_all_keys()?).await?);
    for key in known.iter().take((known.length() as usize).saturating_sub(MOST)) {
        answer(&store.delete(&key)?).await?;
    }
    database.close();
    Ok(())
}

/// Milliseconds since 1970, as far as this browser knows; only their order counts.
fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.time_origin() + performance.now())
}

async fn records() -> Result<Vec<Record>, JsValue> {
    let database = open().await?;
    let found = answer(&store(&database, IdbTransactionMode::Readonly)?.index(BY_TIME)?.get_all()?).await?;
    database.close();
    Ok(Array::from(&found).iter().map(Record::from).collect())
}

fn store(database: &IdbDatabase, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
    database.transaction_with_str_and_mode(STORE, mode)?.object_store(STORE)
}

async fn open() -> Result<IdbDatabase, JsValue> {
    let factory = window().indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open_with_u32(DATABASE, 1)?;
    let opened = request.clone();
    // Kept until the database is open, and dropped then: it is called only where there is none yet.
    let create = Closure::once(Box::new(move || {
        // Else the store stays empty, and opening it fails.
        let _ = create(&opened);
    }) as Box<dyn FnOnce()>);
    request.set_onupgradeneeded(Some(create.as_ref().unchecked_ref()));
    answer(&request).await?.dyn_into()
}

fn create(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let parameters = IdbObjectStoreParameters::new();
    parameters.set_key_path(&"id".into());
    let database: IdbDatabase = request.result()?.dyn_into()?;
    let store = database.create_object_store_with_optional_parameters(STORE, &parameters)?;
    store.create_index_with_str(BY_TIME, BY_TIME).map(drop)
}

/// Waits until a request has its result.
async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let answered = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    JsFuture::from(answered).await?;
    request.result()
}
