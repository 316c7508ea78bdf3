//! All that becomes wasm. Each island says why it needs the browser.

mod clock;
mod theme_switch;

pub use clock::Clock;
pub use theme_switch::ThemeSwitch;
