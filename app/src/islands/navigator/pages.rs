//! Pages that were fetched, or are on their way.

use std::collections::HashMap;
use std::future::Future;

use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::js_sys::{Array, Promise};

use crate::browser::get;

/// Milliseconds for which a prefetched page may be shown.
const FRESH: f64 = 30_000.0;

/// A page as the server has sent it.
pub(super) struct Page {
    /// Address of the page after all redirects.
    pub(super) address: String,
    pub(super) html: String,
}

/// Pages by their addresses.
#[derive(Default)]
pub(super) struct Pages(HashMap<String, Asked>);

struct Asked {
    page: Promise,
    at: f64,
}

impl Pages {
    /// Page at an address, fetched once however often it is wanted; `None` where there is none.
    pub(super) fn ask(&mut self, address: &str) -> impl Future<Output = Option<Page>> + use<> {
        let now = now();
        self.0.retain(|_, asked| now - asked.at < FRESH);
        let asked = self.0.entry(address.to_owned()).or_insert_with(|| {
            let address = address.to_owned();
            let page = future_to_promise(async move { fetch(&address).await.ok_or(JsValue::NULL) });
            Asked { page, at: now }
        });
        let page = asked.page.clone();
        async move {
            let parts = JsFuture::from(page).await.ok()?.dyn_into::<Array>().ok()?;
            Some(Page { address: parts.get(0).as_string()?, html: parts.get(1).as_string()? })
        }
    }
}

async fn fetch(address: &str) -> Option<JsValue> {
    let answer = get(address, "text/html").await?;
    let html = if answer.ok() { answer.text().await.ok()? } else { return None };
    Some(Array::of2(&answer.url().into(), &html.into()).into())
}

fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}
