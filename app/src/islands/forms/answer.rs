//! Forms in the dialog and at the gate of an article are sent and answered without leaving the page.

use gloo_net::http::{Request, RequestBuilder, Response};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FormData, HtmlDialogElement, HtmlElement, HtmlFormElement, UrlSearchParams};

use super::{around, article, password, show};
use crate::address::plain;

/// Asks the server for the piece of the page that a dialog shows; an answer that is one bears it too.
const FRAGMENT: &str = "x-fragment";

/// Where an answer is shown.
enum Place {
    Dialog(HtmlDialogElement),
    /// The text of an article and its gate.
    Article(Element),
}

impl Place {
    /// Where the answer to a form is shown; `None` for forms that are sent by the browser.
    fn of(form: &Element) -> Option<Self> {
        let around = |selector| form.closest(selector).ok().flatten();
        let dialog = around(".account-dialog").and_then(|dialog| dialog.dyn_into().ok());
        let article = || {
            // Others there lead away.
            let is_own = form.get_attribute("action") == location().pathname().ok();
            around("[data-access]").filter(|_| is_own).map(Self::Article)
        };
        dialog.map(Self::Dialog).or_else(article)
    }

    fn show(&self, html: &str) {
        match self {
            Self::Dialog(dialog) => show(dialog, html),
            Self::Article(place) => article::show(place, html),
        }
    }
}

/// Sends a form whose answer has a place in the page; the browser sends all others.
pub(super) fn on_submit(event: &SubmitEvent) {
    let form = around(event, "form[method=post]");
    let form = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let placed = form.and_then(|form| Some((Place::of(&form)?, form)));
    if let Some((place, form)) = placed {
        event.prevent_default();
        if !form.has_attribute("aria-busy") {
            // A second press while the first is on its way sends nothing.
            let _ = form.set_attribute("aria-busy", "true");
            spawn_local(send(form, event.submitter(), place));
        }
    }
}

async fn send(form: HtmlFormElement, button: Option<HtmlElement>, place: Place) {
    let typed = password::typed(&form);
    let fields = FormData::new_with_form(&form).map(|fields| {
        // A button may carry a value of its own.
        let named =
            button.and_then(|button| Some((button.get_attribute("name")?, button.get_attribute("value")?)));
        if let Some((name, value)) = named {
            let _ = fields.append_with_str(&name, &value);
        }
        JsValue::from(fields)
    });
    let fields = fields.and_then(|fields| UrlSearchParams::new_with_str_sequence_sequence(&fields));
    // Where the network fails, or something on the way answers, the browser sends the form itself and shows what it gets.
    let answered = match fields.map(|fields| Request::post(&form.action()).header(FRAGMENT, "1").body(fields))
    {
        Ok(Ok(request)) => request.send().await.ok(),
        _ => None,
    };
    let _ = form.remove_attribute("aria-busy");
    let is_taken = match answered {
        Some(response) => take(&place, response).await,
        None => false,
    };
    if let (true, Place::Dialog(dialog)) = (is_taken, &place) {
        password::put_back(dialog, &form.action(), typed);
    }
    if !is_taken {
        // Fails only where the form is no part of the page any more.
        let _ = form.submit();
    }
}

/// Shows the form of a page that the dialog does not hold yet.
pub(super) fn load(dialog: HtmlDialogElement, address: String) {
    spawn_local(async move {
        let is_shown = match get(&address).send().await {
            Ok(response) => fill(&Place::Dialog(dialog), response).await,
            Err(_) => false,
        };
        if !is_shown {
            go(&address);
        }
    });
}

fn get(address: &str) -> RequestBuilder {
    Request::get(address).header(FRAGMENT, "1")
}

/// An answer leads on, or is the form with what was wrong with it; anything else is not taken.
async fn take(place: &Place, response: Response) -> bool {
    match response.headers().get("location") {
        None => return fill(place, response).await,
        Some(next)
            if ["/konfirmasi", "/masuk", "/sandi"].iter().any(|form| plain(&next).starts_with(form)) =>
        {
            match place {
                Place::Dialog(dialog) => load(dialog.clone(), next),
                Place::Article(_) => go(&next),
            }
        }
        Some(next) if is_here(&next) => {
            if let Place::Dialog(dialog) = place {
                dialog.close();
            }
            tell(&next);
            if let Ok(event) = web_sys::Event::new("reader") {
                let _ = window().dispatch_event(&event);
            }
        }
        Some(next) => go(&next),
    }
    true
}

/// Whether an address is this page's, wherever on it.
fn is_here(address: &str) -> bool {
    location().pathname().is_ok_and(|here| address.split('#').next() == Some(&here))
}

/// Shows the word on this page to which an address leads.
fn tell(address: &str) {
    let place = address.split_once('#').and_then(|(_, place)| document().get_element_by_id(place));
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        // Cannot fail: the name is a valid one.
        let _ = place.set_attribute("data-shown", "");
        let _ = place.focus();
    }
}

/// Shows an answer that is a piece of a page. A whole page, as of an error, has no place in another.
async fn fill(place: &Place, response: Response) -> bool {
    if response.headers().get(FRAGMENT).is_none() {
        return false;
    }
    let html = response.text().await;
    html.map(|html| place.show(&html)).is_ok()
}

fn go(address: &str) {
    // Fails only for addresses that cannot be read.
    let _ = location().assign(address);
}
