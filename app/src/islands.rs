//! All that becomes wasm. Each island says why it needs the browser.

mod clock;
mod forms;
mod theme_switch;

pub use clock::Clock;
pub use forms::Forms;
pub use theme_switch::ThemeSwitch;
