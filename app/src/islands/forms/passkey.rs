//! Passkeys are the browser's own matter: a script of a hundred lines talks to it, and is loaded where there is a button for it.

use leptos::prelude::*;
use web_sys::Element;

use super::find;

const SCRIPT: &str = "/passkey.js";

/// Has the script look at the buttons that have just come.
pub(super) fn prepare(root: &Element) {
    if find(root, "[data-passkey]").is_none() {
        return;
    }
    match document().query_selector(&format!("script[src='{SCRIPT}']")) {
        Ok(Some(_)) => {
            if let Ok(event) = web_sys::Event::new("passkey") {
                let _ = window().dispatch_event(&event);
            }
        }
        _ => load(),
    }
}

fn load() {
    if let (Ok(script), Some(head)) = (document().create_element("script"), document().head()) {
        // Cannot fail: the names are valid ones.
        let _ = script.set_attribute("type", "module");
        let _ = script.set_attribute("src", SCRIPT);
        let _ = head.append_child(&script);
    }
}
