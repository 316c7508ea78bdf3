//! Forms of accounts: on pages of their own, and in the dialog over every reading page.

mod dialog;
mod field;
mod form;
mod panel;
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

#[cfg(feature = "hydrate")]
use {crate::island::lazy, web_sys::HtmlElement};

#[cfg(feature = "hydrate")]
lazy! {
    /// Brings an island of accounts to life.
    pub(super) fn hydrate_lazily(name: String, place: HtmlElement) -> (), in account {
        super::by_name!(name.as_str(), place, FieldView, PanelView, PasskeyView);
    }
}
