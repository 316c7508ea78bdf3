//! A video that goes with an article.

/// A video by its address, with what is shown before it plays. The record and the store keep it in this form.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Video {
    /// The headline of the video.
    pub title: String,
    /// A path beside the record's file, or an address.
    pub src: String,
    /// The still picture, like `src`.
    pub poster: Option<String>,
    /// The WebVTT captions, like `src`.
    pub captions: Option<String>,
}
