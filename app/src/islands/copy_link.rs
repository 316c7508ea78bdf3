//! An address with a button that copies it.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::copy_button::{CopyButton, Said};
use crate::browser::live;
use crate::island::{Island, Slot};

/// The address and its words.
#[derive(Serialize, Deserialize)]
pub struct CopyLink {
    pub address: String,
    #[serde(skip)]
    pub label: &'static str,
    pub copied: String,
}

impl Island for CopyLink {
    const NAME: &'static str = "CopyLink";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <Link link=self/> }
    }
}

/// Browser because: copying needs it.
#[component]
fn Link(link: CopyLink) -> impl IntoView {
    let CopyLink { address, label, copied } = link;
    let (said, words) = Said::new();
    view! {
        <CopyButton address label copied said class="button"/>
        <span role="status">{live(move || words.get())}</span>
    }
}
