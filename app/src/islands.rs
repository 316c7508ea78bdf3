//! All that becomes wasm. Each island says why it needs the browser.

mod clock;
mod forms;

pub use clock::Clock;
pub use forms::Forms;
