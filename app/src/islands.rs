//! All that becomes wasm. Each island says why it needs the browser.

mod clock;
mod relative_time;
mod theme_switch;

pub use relative_time::RelativeTime;
pub use theme_switch::ThemeSwitch;
