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

/// Attribute of a view that follows the signals that it reads; `None` where it is not there. All attributes have one type, since each type
/// of value is a copy too.
pub fn attribute(
    value: impl Fn() -> Option<String> + Send + 'static,
) -> Box<dyn FnMut() -> Option<String> + Send> {
    live(value)
}

/// Attribute that is there or not, such as `hidden`.
pub fn flag(is_there: impl Fn() -> bool + Send + 'static) -> Box<dyn FnMut() -> Option<String> + Send> {
    attribute(move || is_there().then(String::new))
}

/// Attribute whose value is `true` or `false`, such as `aria-pressed`.
pub fn state(is_so: impl Fn() -> bool + Send + 'static) -> Box<dyn FnMut() -> Option<String> + Send> {
    attribute(move || Some(is_so().to_string()))
}
