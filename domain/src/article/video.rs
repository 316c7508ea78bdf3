//! A video that goes with an article.

use serde::{Deserialize, Serialize};

use super::PictureSource;

/// A video with what is shown before it plays. It is part of what an article's lock keeps, see [`crate::body`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Video {
    /// The headline of the video.
    pub title: String,
    /// Location of its bytes.
    pub src: VideoSource,
    /// The still picture.
    pub poster: Option<PictureSource>,
    /// The name of its WebVTT captions: the SHA-256 of their bytes in hex, a dot, and `vtt`.
    pub captions: Option<String>,
}

/// Location of the bytes of a video.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum VideoSource {
    /// Kept by us.
    File(VideoFile),
    /// On a page of others, known by its address only. Stores of older versions hold paths here too.
    Elsewhere(String),
}

/// A video that we keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VideoFile {
    /// The SHA-256 of its bytes in hex, a dot, and the format's ending: `mp4` or `webm`.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
}

impl Video {
    /// The video's file, where we have one.
    pub fn file(&self) -> Option<&VideoFile> {
        match &self.src {
            VideoSource::File(file) => Some(file),
            VideoSource::Elsewhere(_) => None,
        }
    }
}
