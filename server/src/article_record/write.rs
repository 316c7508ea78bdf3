//! Conversion of an article to its record.

use chrono::{DateTime, SecondsFormat, Utc};
use domain::article::{
    Article, Correction, CoverStory, Picture, PictureSource, Video, VideoSource, original,
};
use domain::body::Body;

use super::{Clip, CorrectionRecord, Image, Record};

/// Folder for pictures, beside the exported file.
pub const PICTURES: &str = "pictures";
/// Folder for videos and their captions, beside the exported file.
pub const VIDEOS: &str = "videos";

/// Converts an article to a record. Importing the record into an empty store gives the same article.
pub fn record(article: &Article, body: &Body) -> Record {
    let names = |names: Vec<&String>| Some(names.into_iter().cloned().collect::<Vec<_>>());
    Record {
        id: Some(article.id.as_str().to_owned()),
        title: Some(article.title.clone()),
        summary: article.summary.clone(),
        // Pictures inside the text are exported beside the file, like the lead picture.
        body_html: Some(beside_the_file(body.html())),
        published_at: Some(time(article.published_at)),
        updated_at: article.updated_at.map(time),
        edition: Some(article.edition.as_str().to_owned()),
        cover_story: Some(article.cover_story == CoverStory::Yes),
        section: article.section.as_ref().map(|section| section.name.clone()),
        tags: names(article.topics.iter().map(|topic| &topic.name).collect()),
        reporters: names(article.byline.reporters.iter().map(|person| &person.name).collect()),
        editors: names(article.byline.editors.iter().map(|person| &person.name).collect()),
        agency: article.byline.agency.clone(),
        place: article.byline.place.clone(),
        image: article.picture.as_ref().map(image),
        editor_pick: article.editor_pick.as_ref().map(|pick| pick.as_str().to_owned()),
        videos: Some(body.videos().iter().map(clip).collect()),
        language: Some(article.language.as_str().to_owned()),
        corrections: (!article.corrections.is_empty())
            .then(|| article.corrections.iter().map(correction_record).collect()),
        ..Record::default()
    }
}

fn beside_the_file(html: &str) -> String {
    let mut parts = html.split("src=\"/gambar/");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_at(part.find('"').unwrap_or(part.len()));
        text.extend(["src=\"", PICTURES, "/", &original(name), rest]);
    }
    text
}

fn correction_record(correction: &Correction) -> CorrectionRecord {
    CorrectionRecord {
        kind: Some(correction.kind.as_str().to_owned()),
        noted_at: Some(time(correction.noted_at)),
        text: Some(correction.text.clone()),
        article: correction.told_in.as_ref().map(ToString::to_string),
    }
}

fn image(picture: &Picture) -> Image {
    Image {
        src: Some(picture_src(&picture.src)),
        alt: picture.alt.clone(),
        caption: picture.caption.clone(),
        credit: picture.credit.clone(),
    }
}

fn clip(video: &Video) -> Clip {
    let src = match &video.src {
        VideoSource::File(file) => format!("{VIDEOS}/{}", file.name),
        VideoSource::Elsewhere(address) => address.clone(),
    };
    let captions = video.captions.as_ref().filter(|_| video.file().is_some());
    Clip {
        title: Some(video.title.clone()),
        src: Some(src),
        poster: video.poster.as_ref().map(picture_src),
        captions: captions.map(|name| format!("{VIDEOS}/{name}")),
    }
}

fn picture_src(source: &PictureSource) -> String {
    match source {
        PictureSource::File(file) => format!("{PICTURES}/{}", file.name),
        PictureSource::Origin(address) => address.clone(),
    }
}

fn time(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}
