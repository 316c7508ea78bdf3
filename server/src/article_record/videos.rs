//! The videos of a record.

use domain::article::{PictureSource, Video, VideoSource};
use url::Url;

use super::Clip;
use super::pictures::{LocalPicture, Pictured, source};
use super::read::ImportContext;
use crate::record::{Reject, excerpt, optional};
use crate::videos::VideoError;

/// Video that was found. A local file beside the record is not stored yet.
#[derive(Debug)]
pub(super) struct Seen {
    video: Video,
    /// Path of the local file; `None` for a video with a web address.
    local: Option<String>,
    poster: Option<LocalPicture>,
    /// Path of the captions, and the name under which they are stored.
    captions: Option<String>,
}

/// Finds the videos of a record. If one is unavailable, the article is imported without it and a warning is recorded.
pub(super) fn look(
    clips: Vec<Clip>,
    context: &ImportContext,
    warnings: &mut Vec<String>,
) -> Result<Vec<Seen>, Reject> {
    let mut found = Vec::new();
    for (position, clip) in (1..).zip(clips) {
        match (optional("videos.title", clip.title)?, optional("videos.src", clip.src)?) {
            (Some(title), Some(src)) => {
                let video = (title, src, optional("videos.poster", clip.poster)?);
                found.extend(look_at(video, optional("videos.captions", clip.captions)?, context, warnings));
            }
            (None, _) => warnings.push(format!("video {position}: it has no title; imported without it")),
            (_, None) => warnings.push(format!("video {position}: it has no src; imported without it")),
        }
    }
    Ok(found)
}

fn look_at(
    (title, src, poster): (String, String, Option<String>),
    captions: Option<String>,
    context: &ImportContext,
    warnings: &mut Vec<String>,
) -> Option<Seen> {
    let (video, local) = match Url::parse(&src) {
        Ok(address) if is_shown(&address) => (VideoSource::Elsewhere(address.into()), None),
        Ok(_) => {
            let why = "others' videos have an https address";
            warnings.push(format!("video {}: {why}; imported without it", excerpt(&src)));
            return None;
        }
        Err(_) => match context.videos.look(&context.folder, &src) {
            Ok(file) => (VideoSource::File(file), Some(src)),
            Err(error) => {
                warnings.push(left_out(&src, &error));
                return None;
            }
        },
    };
    let (poster, local_poster) = poster.and_then(|src| source(src, context, warnings)).unzip();
    let (captions, name) = captions.and_then(|src| captions_of(src, &video, context, warnings)).unzip();
    let video = Video { title, src: video, poster, captions: name };
    Some(Seen { video, local, poster: local_poster.flatten(), captions })
}

/// Whether readers may be sent to this address: a video on another site has to use https.
fn is_shown(address: &Url) -> bool {
    address.scheme() == "https" && address.username().is_empty() && address.password().is_none()
}

/// Finds the captions of a video; returns their path and the name under which they are stored.
fn captions_of(
    src: String,
    video: &VideoSource,
    context: &ImportContext,
    warnings: &mut Vec<String>,
) -> Option<(String, String)> {
    let why = match (video, Url::parse(&src)) {
        (VideoSource::Elsewhere(_), _) => "others show those of their videos themselves".to_owned(),
        (_, Ok(_)) => "they have to lie beside the file".to_owned(),
        (_, Err(_)) => match context.videos.look_at_captions(&context.folder, &src) {
            Ok(name) => return Some((src, name)),
            Err(error) => error.to_string(),
        },
    };
    warnings.push(format!("captions {}: {why}; imported without them", excerpt(&src)));
    None
}

impl Seen {
    /// Number of local files: the video and its captions.
    pub(super) fn files(&self) -> usize {
        [self.local.is_some(), self.poster.is_some(), self.captions.is_some()]
            .into_iter()
            .map(usize::from)
            .sum()
    }

    /// Names of the stored files. They are derived from the bytes, so they change with them.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let fetched = match &self.video.poster {
            Some(PictureSource::File(file)) => Some(file.name.as_str()),
            _ => None,
        };
        let poster = self.poster.as_ref().map(|poster| poster.name.as_str()).or(fetched);
        let video = self.video.file().map(|file| file.name.as_str());
        [video, poster, self.video.captions.as_deref()].into_iter().flatten()
    }

    /// Stores the video with its picture and captions; `None` if the video itself is unavailable.
    pub(super) fn keep(mut self, pictured: &Pictured<'_>) -> Option<Video> {
        if let (Some(src), Some(file)) = (&self.local, self.video.file()) {
            pictured.keep_video(src, &file.name)?;
        }
        if let Some(poster) = &self.poster {
            self.video.poster = pictured.keep(&poster.src).map(PictureSource::File);
        }
        if let (Some(src), Some(name)) = (&self.captions, &self.video.captions)
            && pictured.keep_video(src, name).is_none()
        {
            self.video.captions = None;
        }
        Some(self.video)
    }

    /// Stores again the files that the store has lost.
    pub(super) fn restore_media(&self, pictured: &Pictured<'_>) {
        if let (Some(src), Some(file)) = (&self.local, self.video.file()) {
            pictured.keep_video(src, &file.name);
        }
        if let (Some(src), Some(name)) = (&self.captions, &self.video.captions) {
            pictured.keep_video(src, name);
        }
        if let Some(poster) = &self.poster {
            pictured.restore_media(poster);
        }
    }
}

pub(super) fn left_out(src: &str, error: &VideoError) -> String {
    format!("video {}: {error}; imported without it", excerpt(src))
}
