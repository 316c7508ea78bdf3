//! A picture over the page.

use leptos::prelude::*;

use crate::context::Services;
use crate::island::island;
use crate::islands::PictureViewer;

/// For every picture of the page that can be enlarged.
#[component]
pub fn ZoomDialog(services: Services) -> impl IntoView {
    island(PictureViewer { heading: services.reading_text().picture, close: services.account_text().close })
}
