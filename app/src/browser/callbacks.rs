//! Closures of one type. Each type of closure costs the wasm its own copy of the framework's code that runs it, some 0.5 KB: for handlers
//! and for values that a view shows, a box costs less.

/// Handler of an event of a view.
pub fn on<Event>(act: impl FnMut(Event) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(act)
}

/// Value of a view that follows the signals that it reads.
pub fn live<T>(value: impl Fn() -> T + Send + 'static) -> Box<dyn FnMut() -> T + Send> {
    Box::new(value)
}
