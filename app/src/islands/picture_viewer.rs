//! A picture over the page, larger than there.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use serde::{Deserialize, Serialize};
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlSourceElement};

use crate::browser::{ElementRef, closest, each, is_plain, listen, live, mounted, on};
use crate::island::{Island, Slot};

/// Widths of the picture; must agree with style/components/zoom-dialog.css.
const SIZES: &str = "(width < 68rem) 200vw, 100vw";

/// Words of the viewer.
#[derive(Serialize, Deserialize)]
pub struct PictureViewer {
    #[serde(skip)]
    pub heading: &'static str,
    #[serde(skip)]
    pub close: &'static str,
}

impl Island for PictureViewer {
    const NAME: &'static str = "PictureViewer";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <Viewer viewer=self/> }
    }
}

/// Dialog that is empty until a picture is enlarged. Without it, a picture's link leads to the picture alone.
///
/// Browser because: a dialog opens over the page.
#[component]
fn Viewer(viewer: PictureViewer) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let (dialog, frame) = (ElementRef::empty(), ElementRef::empty());
    mounted(move || {
        listen(ev::click, move |event| {
            let link = closest::<HtmlElement>(&event, "a[data-zoom]").filter(|_| is_plain(&event));
            let (Some(link), Some(dialog), Some(frame)) =
                (link, dialog.get_as::<HtmlDialogElement>(), frame.get())
            else {
                return;
            };
            if let Some(picture) = enlarged(&link) {
                event.prevent_default();
                words.set(caption(&link));
                frame.replace_children_with_node_1(&picture);
                // Fails only where the dialog is open, or no part of the page.
                let _ = dialog.show_modal();
                show_middle(&frame);
            }
        });
    });
    // The dark around the picture closes it too.
    let close = move |event: ev::MouseEvent| {
        if let Some(dialog) = dialog.get_as::<HtmlDialogElement>()
            && event.target().is_some_and(|target| target == *dialog.unchecked_ref::<web_sys::EventTarget>())
        {
            dialog.close();
        }
    };
    view! {
        <dialog class="zoom-dialog" aria-labelledby="perbesar" node_ref=dialog on:click=on(close)>
            <h2 class="visually-hidden" id="perbesar">{viewer.heading}</h2>
            <form class="zoom-dialog__close" method="dialog">
                <button r#type="submit" aria-label=viewer.close><span aria-hidden="true">"×"</span></button>
            </form>
            // A stop of the Tab key: where it is larger than the window, arrow keys move it.
            <div class="zoom-dialog__picture" role="group" aria-labelledby="perbesar" tabindex="0" node_ref=frame></div>
            <p class="zoom-dialog__words">{live(move || words.get())}</p>
        </dialog>
    }
}

/// The picture of a link, for a larger place.
fn enlarged(link: &HtmlElement) -> Option<Element> {
    let picture = link.query_selector("picture").ok()??.clone_node_with_deep(true).ok()?;
    let picture = picture.dyn_into::<Element>().ok()?;
    each(&picture, "source", |source| {
        if let Ok(source) = source.dyn_into::<HtmlSourceElement>() {
            source.set_sizes(SIZES);
        }
    });
    each(&picture, "img", |image| {
        // Cannot fail: the name is a valid one.
        let _ = image.set_attribute("loading", "eager");
    });
    Some(picture)
}

fn caption(link: &HtmlElement) -> String {
    let figure = link.closest("figure").ok().flatten();
    let caption = figure.and_then(|figure| figure.query_selector("figcaption").ok().flatten());
    caption.and_then(|caption| caption.text_content()).unwrap_or_default().trim().to_owned()
}

fn show_middle(frame: &HtmlElement) {
    frame.set_scroll_left((frame.scroll_width() - frame.client_width()) / 2);
    frame.set_scroll_top((frame.scroll_height() - frame.client_height()) / 2);
}
