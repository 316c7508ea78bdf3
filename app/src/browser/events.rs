//! Events and timers that end with the island that listens. All of it takes boxed closures inside: a copy for each closure would cost the
//! wasm more than the indirection costs time.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::ev::EventDescriptor;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Event, MouseEvent};

use super::Kept;

/// Runs `act` once the island is in the page; never on the server.
pub fn mounted(act: impl FnOnce() + 'static) {
    let act = Cell::new(Some(act));
    run_whenever(Box::new(move || {
        if let Some(act) = act.take() {
            untrack(act);
        }
    }));
}

/// Runs `act` once the island is in the page, and again whenever a signal that it has read changes; never on the server.
pub fn whenever(act: impl Fn() + 'static) {
    run_whenever(Box::new(act));
}

fn run_whenever(act: Box<dyn Fn()>) {
    Effect::new(move |_| act());
}

/// Listens on the window for as long as the island lives.
pub fn listen<Kind: EventDescriptor>(event: Kind, act: impl Fn(Kind::EventType) + 'static)
where
    Kind::EventType: JsCast,
{
    add_listener(&event.name(), Box::new(move |event| act(event.unchecked_into())));
}

fn add_listener(name: &str, act: Box<dyn Fn(Event)>) {
    let listener = Closure::wrap(act);
    let target = window();
    // Fails only for what is no function.
    let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    let (name, kept) = (name.to_owned(), Kept::new(|| listener));
    on_cleanup(move || {
        kept.with(|listener| {
            let _ = window().remove_event_listener_with_callback(&name, listener.as_ref().unchecked_ref());
        });
    });
}

/// Whether a click wants what the link says, here and now: no new window, no download.
pub fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0
        && !event.default_prevented()
        && !event.ctrl_key()
        && !event.meta_key()
        && !event.shift_key()
        && !event.alt_key()
}

/// Runs `act` again and again for as long as the island lives.
pub fn every(time: Duration, act: impl Fn() + 'static) {
    let act: Box<dyn Fn()> = Box::new(act);
    if let Ok(handle) = set_interval_with_handle(act, time) {
        on_cleanup(move || handle.clear());
    }
}

/// A timer that starts anew each time it is called, and ends with the island.
#[derive(Clone)]
pub struct Rest(Rc<Timer>);

struct Timer {
    time: Duration,
    waiting: Cell<Option<TimeoutHandle>>,
    act: Box<dyn Fn()>,
}

impl Rest {
    /// `act` runs once nothing has come for `time`.
    pub fn new(time: Duration, act: impl Fn() + 'static) -> Self {
        Self(Rc::new(Timer { time, waiting: Cell::new(None), act: Box::new(act) }))
    }

    /// Waits anew.
    pub fn begin(&self) {
        self.0.clear();
        let timer = Rc::downgrade(&self.0);
        let run: Box<dyn FnOnce()> = Box::new(move || {
            if let Some(timer) = timer.upgrade() {
                (timer.act)();
            }
        });
        self.0.waiting.set(set_timeout_with_handle(run, self.0.time).ok());
    }
}

impl Timer {
    fn clear(&self) {
        if let Some(waiting) = self.waiting.take() {
            waiting.clear();
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.clear();
    }
}
