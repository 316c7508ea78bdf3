//! Pieces of accounts: forms, the menu of the reader, gifts.

mod account_dialog;
mod account_forms;
mod account_panel;
mod follow_form;
mod followed_subjects;
mod gift_link;
mod give_form;
mod panel;
mod provider_row;
mod reader_menu;
mod unit_marks;

pub use account_dialog::AccountDialog;
pub use account_forms::{FieldKind, FormView, forgot, passkey_words, register, send_link, sign_in};
pub use account_panel::AccountPanel;
pub use follow_form::FollowForm;
pub use followed_subjects::FollowedSubjects;
pub use gift_link::GiftLink;
pub use give_form::GiveForm;
pub use panel::{FormError, Panel};
pub use provider_row::ProviderRow;
pub use reader_menu::ReaderMenu;
pub use unit_marks::unit_marks;
