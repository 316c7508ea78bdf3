//! Content of every page's head: the script that runs before anything is painted, and the addresses of the wasm module.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{LazyLock, OnceLock};

use leptos::prelude::*;

/// Script of the head. The policy allows it by its hash, so it never varies.
pub const HEAD_SCRIPT: &str = include_str!(concat!(env!("OUT_DIR"), "/head.js"));

/// Addresses of the files that the browser loads once the page is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// JavaScript that wasm-bindgen writes.
    pub script: String,
    /// Wasm file that the script starts.
    pub wasm: String,
}

impl Module {
    /// Addresses in the framework's tags for this build. `None` where those tags no longer look as expected.
    pub fn of(assets: &LeptosOptions) -> Option<&'static Self> {
        static MODULE: OnceLock<Option<Module>> = OnceLock::new();
        MODULE.get_or_init(|| Self::find(assets)).as_ref()
    }

    fn find(assets: &LeptosOptions) -> Option<Self> {
        let tags = || view! { <HydrationScripts options=assets.clone() islands=true/> }.to_html();
        let html = Owner::new().with(tags);
        let address = |rel: &str| {
            let tag = html.split('<').find(|tag| tag.starts_with("link") && tag.contains(rel))?;
            Some(tag.split_once("href=\"")?.1.split_once('"')?.0.to_owned())
        };
        Some(Self { script: address("rel=\"modulepreload\"")?, wasm: address("rel=\"preload\"")? })
    }
}

/// The style of the light page.
pub const LITE_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/lite.css"));

/// Path of the light page's style. It holds the hash of the file, so browsers may keep it without asking again.
pub static LITE_STYLE_PATH: LazyLock<String> = LazyLock::new(|| {
    let mut hasher = DefaultHasher::new();
    LITE_STYLE.hash(&mut hasher);
    format!("/pkg/lite.{:016x}.css", hasher.finish())
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_found_in_the_tags_of_the_framework() {
        let assets = LeptosOptions::builder().output_name("warta").site_pkg_dir("pkg").build();
        let module = Module::of(&assets).unwrap();
        assert!(module.script.starts_with("/pkg/warta") && module.script.contains(".js"), "{module:?}");
        assert!(module.wasm.starts_with("/pkg/warta") && module.wasm.contains(".wasm"), "{module:?}");
    }
}
