//! The videos of a record.

use domain::article::{PictureSource, Video, VideoSource};
use url::Url;

use super::Clip;
use super::pictures::{LocalPicture, Pictured, source};
use super::read::ImportContext;
use crate::record::{Reject, excerpt, optional};
use crate::videos::VideoError;

/// A video that was looked at. What is a file beside the record is not taken over yet.
#[derive(Debug)]
pub(super) struct Seen {
    video: Video,
    /// Where the video is, beside the file; `None` where it is elsewhere.
    local: Option<String>,
    poster: Option<LocalPicture>,
    /// Where its captions are.
    captions: Option<String>,
}

/// What cannot be had is left out with a warning; the article is worth more than its videos.
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

/// Who leads readers elsewhere leads them by a closed line.
fn is_shown(address: &Url) -> bool {
    address.scheme() == "https" && address.username().is_empty() && address.password().is_none()
}

/// Where the captions of a video are, and their name.
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
    /// How many files beside the record belong to it.
    pub(super) fn files(&self) -> usize {
        [self.local.is_some(), self.poster.is_some(), self.captions.is_some()]
            .into_iter()
            .map(usize::from)
            .sum()
    }

    /// The names of the files that belong to it, which change with their bytes.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let fetched = match &self.video.poster {
            Some(PictureSource::File(file)) => Some(file.name.as_str()),
            _ => None,
        };
        let poster = self.poster.as_ref().map(|poster| poster.name.as_str()).or(fetched);
        let video = self.video.file().map(|file| file.name.as_str());
        [video, poster, self.video.captions.as_deref()].into_iter().flatten()
    }

    /// Takes over what belongs to it; `None` where the video itself cannot be had.
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

    /// Takes over again what the store has lost.
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
