//! Forms of accounts: on pages of their own, and in the dialog over every reading page.

mod dialog;
mod field;
mod form;
mod panels;
mod passkey_button;
mod send;
mod view;
mod wait_button;
mod webauthn;

pub use dialog::AccountDialog;
pub(super) use dialog::Dialog;
pub use view::{
    Choice, ChoicesView, FieldView, LinkView, PanelForm, PanelPart, PanelView, PasskeyView, ProviderView,
    ProvidersView, Waiting,
};
