//! Pieces of accounts: forms, the menu of the reader, gifts.

mod account_dialog;
mod account_forms;
mod gift_link;
mod give_form;
mod panel;
mod reader_menu;

pub use account_dialog::AccountDialog;
pub use account_forms::{FieldKind, FormView, forgot, passkey_words, register, send_link, sign_in};
pub use gift_link::GiftLink;
pub use give_form::GiveForm;
pub use panel::{FormError, Panel};
pub use reader_menu::ReaderMenu;
