//! Reference to an element of an island.

use leptos::html::ElementType;
use leptos::tachys::html::node_ref::NodeRefContainer;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::Kept;

/// An element of a view, by `node_ref`. One type for all elements, where the framework's own has a copy of its code for each.
#[derive(Clone, Copy)]
pub struct ElementRef(Kept<Option<HtmlElement>>);

impl ElementRef {
    /// Reference to nothing yet.
    pub fn empty() -> Self {
        Self(Kept::new(|| None))
    }

    /// The element; `None` before it is in the page, and once the island has ended.
    pub fn get(self) -> Option<HtmlElement> {
        self.0.with(|element| element.clone()).flatten()
    }

    /// The element as one of its kind.
    pub fn get_as<Kind: JsCast>(self) -> Option<Kind> {
        self.get()?.dyn_into().ok()
    }
}

impl<Kind: ElementType> NodeRefContainer<Kind> for ElementRef {
    fn load(self, element: &Element) {
        let element = element.clone().dyn_into().ok();
        self.0.with(|kept| *kept = element);
    }
}
