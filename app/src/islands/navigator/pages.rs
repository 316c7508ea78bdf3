//! Pages that were fetched, or are on their way.

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

/// The latest pages.
#[derive(Default)]
pub(super) struct Pages(Vec<Asked>);

struct Asked {
    address: String,
    page: Promise,
    at: f64,
}

impl Pages {
    /// Page at an address, fetched once however often it is wanted; `None` where there is none.
    pub(super) fn ask(&mut self, address: &str) -> impl Future<Output = Option<Page>> + use<> {
        let now = now();
        self.0.retain(|asked| now - asked.at < FRESH);
        let known = self.0.iter().find(|asked| asked.address == address).map(|asked| asked.page.clone());
        let page = known.unwrap_or_else(|| {
            let wanted = address.to_owned();
            let page = future_to_promise(async move { fetch(&wanted).await.ok_or(JsValue::NULL) });
            self.0.push(Asked { address: address.to_owned(), page: page.clone(), at: now });
            page
        });
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
