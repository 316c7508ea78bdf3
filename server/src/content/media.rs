//! Pictures and embeds inside a text.

/// Makes pictures that stand in a text our own.
pub trait Media {
    /// The address at which we serve the picture at `src`, with its width and height; `None` if it is not ours to serve.
    fn picture(&self, src: &str) -> Option<(String, u32, u32)>;
}

/// Serves no picture: for texts that have been through the import before.
pub(crate) struct NoMedia;

impl Media for NoMedia {
    fn picture(&self, _: &str) -> Option<(String, u32, u32)> {
        None
    }
}
