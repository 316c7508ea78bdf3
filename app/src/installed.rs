//! Service worker and manifest, which make the site readable without a network and installable like an app.

/// Script of the service worker; the server puts the files of this build before it.
pub const WORKER_SCRIPT: &str = include_str!(concat!(env!("OUT_DIR"), "/worker.js"));

/// Path of the service worker. At the root, so that it answers for the whole site.
pub const WORKER_PATH: &str = "/sw.js";

/// Path of the manifest of the installed site.
pub const MANIFEST_PATH: &str = "/manifest.webmanifest";

/// Header of an answer that holds the whole text of an article, with the name of those who may read it: [`TO_EVERYONE`] or [`TO_READER`].
/// The service worker keeps nothing without it.
pub const TEXT: &str = "x-text";
/// The text is open to everyone.
pub const TO_EVERYONE: &str = "everyone";
/// The text is open to the reader who asked.
pub const TO_READER: &str = "reader";

/// Colour of the paper, around which a browser paints its own frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    pub light: &'static str,
    pub dark: &'static str,
}

impl Paper {
    /// The colours of the token `--color-paper`.
    ///
    /// # Panics
    /// If the token is not written as `light-dark(…, …)`; a test finds that first.
    pub fn of_tokens() -> Self {
        let tokens = include_str!("../../style/tokens/colours.css");
        let value =
            tokens.split_once("--color-paper: light-dark(").and_then(|(_, rest)| rest.split_once(')'));
        let colours = value.and_then(|(value, _)| value.split_once(", "));
        let (light, dark) = colours.expect("the paper has a light and a dark colour");
        Self { light, dark }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_of_the_browser_has_the_colours_of_the_paper() {
        assert_eq!(Paper::of_tokens(), Paper { light: "#fbf8f1", dark: "#171512" });
    }
}
