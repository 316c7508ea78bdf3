//! Forms of accounts: on pages of their own, and in the dialog over every reading page.

mod dialog;
mod field;
mod form;
mod panel;
mod panels;
mod passkey_button;
mod provider_row;
mod send;
mod view;
mod wait_button;
mod webauthn;

pub use dialog::AccountDialog;
pub use view::{
    Choice, FieldView, LinkView, PanelForm, PanelPart, PanelView, PasskeyView, ProviderView, ProvidersView,
    Waiting,
};
