//! All that becomes wasm. Each island says why it needs the browser.

mod account_forms;
mod clock;
mod theme_switch;

pub use account_forms::AccountForms;
pub use clock::Clock;
pub use theme_switch::ThemeSwitch;
