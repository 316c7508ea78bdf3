//! The browser's voice, sentence by sentence. The one that is read is marked.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use leptos::prelude::window;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::wasm_bindgen::{self, JsCast, JsValue};
use web_sys::js_sys::Reflect;
use web_sys::{
    Range, ScrollIntoViewOptions, ScrollLogicalPosition, SpeechSynthesis, SpeechSynthesisUtterance,
};

use super::sentences::{self, Sentence};

/// Name of the highlight in the stylesheet.
const MARK: &str = "spoken";

#[wasm_bindgen]
extern "C" {
    /// A registered range that the stylesheet paints: CSS Custom Highlight API.
    type Highlight;

    #[wasm_bindgen(constructor, catch)]
    fn new(range: &Range) -> Result<Highlight, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["CSS", "highlights"], js_name = set)]
    fn set_highlight(name: &str, highlight: &Highlight) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["CSS", "highlights"], js_name = delete)]
    fn delete_highlight(name: &str) -> Result<bool, JsValue>;
}

/// Whether the browser can speak at all.
pub(super) fn has_synthesis() -> bool {
    Reflect::get(&window(), &"speechSynthesis".into()).is_ok_and(|value| value.is_truthy())
}

/// Whether it has a voice yet; `None` where it cannot speak.
pub(super) fn has_voices() -> Option<bool> {
    Some(has_synthesis().then(synthesis)??.get_voices().length() > 0)
}

fn synthesis() -> Option<SpeechSynthesis> {
    window().speech_synthesis().ok()
}

/// An article that is being read; dropped, it falls silent.
pub(super) struct Speech(Rc<RefCell<Reading>>);

struct Reading {
    left: std::vec::IntoIter<Sentence>,
    language: String,
    /// Called once, with whether the voice failed.
    ended: Box<dyn Fn(bool)>,
    /// The utterance that is spoken and its listeners: kept, or the browser may forget it before its end.
    spoken: Option<Spoken>,
}

/// An utterance with what listens to its end and to its failure.
type Spoken = (SpeechSynthesisUtterance, [Closure<dyn Fn()>; 2]);

impl Speech {
    /// Begins; `None` where there is nothing to read.
    pub(super) fn begin(ended: impl Fn(bool) + 'static) -> Option<Self> {
        let language = sentences::language();
        let left = sentences::of_article(&language).into_iter();
        synthesis()?.cancel();
        let reading = Rc::new(RefCell::new(Reading { left, language, ended: Box::new(ended), spoken: None }));
        go_on(&Rc::downgrade(&reading));
        Some(Self(reading))
    }
}

impl Drop for Speech {
    fn drop(&mut self) {
        // What is cancelled still tells of its end: nobody listens any more.
        if let Some((utterance, _)) = &self.0.borrow().spoken {
            utterance.set_onend(None);
            utterance.set_onerror(None);
        }
        if let Some(synthesis) = synthesis() {
            synthesis.cancel();
        }
        // Browsers without highlights have none to remove.
        let _ = delete_highlight(MARK);
    }
}

/// Speaks the next sentence, or ends.
fn go_on(reading: &Weak<RefCell<Reading>>) {
    let Some(strong) = reading.upgrade() else { return };
    let next = strong.borrow_mut().left.next();
    let Some(Sentence { words, range }) = next else { return end(&strong, false) };
    let (Ok(utterance), Some(synthesis)) = (SpeechSynthesisUtterance::new_with_text(&words), synthesis())
    else {
        return end(&strong, true);
    };
    utterance.set_lang(&strong.borrow().language);
    let (ending, failing) = (reading.clone(), reading.clone());
    let on_end = Closure::<dyn Fn()>::new(move || later(&ending, |reading| go_on(&Rc::downgrade(reading))));
    let on_error = Closure::<dyn Fn()>::new(move || later(&failing, |reading| end(reading, true)));
    utterance.set_onend(Some(on_end.as_ref().unchecked_ref()));
    utterance.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    mark(&range);
    synthesis.speak(&utterance);
    strong.borrow_mut().spoken = Some((utterance, [on_end, on_error]));
}

/// Runs `act` once the listener that called has returned: it may drop that very listener.
fn later(reading: &Weak<RefCell<Reading>>, act: impl FnOnce(&Rc<RefCell<Reading>>) + 'static) {
    if let Some(reading) = reading.upgrade() {
        leptos::prelude::queue_microtask(move || act(&reading));
    }
}

fn end(reading: &Rc<RefCell<Reading>>, is_failed: bool) {
    let reading = reading.clone();
    leptos::prelude::queue_microtask(move || (reading.borrow().ended)(is_failed));
}

fn mark(range: &Range) {
    if let Ok(highlight) = Highlight::new(range) {
        let _ = set_highlight(MARK, &highlight);
    }
    let place = range.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let around = range.start_container().ok().and_then(|node| node.parent_element());
    if let Some(around) = around.filter(|_| place.top() < 0.0 || place.bottom() > height) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        around.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
