//! Articles to save.

use chrono::{DateTime, Utc};
use domain::article::{
    Article, ArticleId, Byline, CoverStory, Edition, Language, Picture, PictureFile, PictureSource, Teaser,
    Video, VideoFile, VideoSource,
};
use domain::label::{Person, Section, Topic};
use domain::newsroom::{Draft, Fingerprint};

pub fn noon() -> DateTime<Utc> {
    "2024-06-19T12:00:00Z".parse().unwrap()
}

pub fn id(number: u32) -> ArticleId {
    ArticleId::parse(&number.to_string()).unwrap()
}

/// A draft with every field filled, in Dunia, on Korea Utara, by Nadira Kusuma.
pub fn draft(number: u32, published_at: DateTime<Utc>) -> Draft {
    let file = PictureFile {
        name: format!("{number}.jpg"),
        width: 1280,
        height: 853,
        placeholder: Some("data:,".into()),
    };
    let article = Article {
        id: id(number),
        title: format!("Judul {number}"),
        summary: Some("Ringkasan.".into()),
        published_at,
        updated_at: None,
        edition: Edition::Online,
        cover_story: CoverStory::No,
        section: Section::named("Dunia"),
        topics: ["Korea Utara", "Rusia"].into_iter().filter_map(Topic::named).collect(),
        byline: Byline {
            reporters: Person::named("Nadira Kusuma").into_iter().collect(),
            // Reports and edits: lists must not show the article twice.
            editors: ["Nadira Kusuma", "Sita"].into_iter().filter_map(Person::named).collect(),
            agency: Some("KANTOR BERITA".into()),
            place: Some("Jakarta".into()),
        },
        picture: Some(Picture {
            src: PictureSource::File(file),
            alt: Some("Yang terlihat".into()),
            caption: Some("Maknanya".into()),
            credit: Some("Pembuatnya".into()),
        }),
        editor_pick: None,
        language: Language::Indonesian,
        corrections: vec![],
        teaser: Teaser::from_text("Satu.\n\nDua."),
    };
    let file = VideoFile { name: format!("{number}.mp4"), bytes: 7 };
    let poster = PictureFile { name: format!("{number}.png"), width: 640, height: 360, placeholder: None };
    Draft {
        article,
        body_html: format!("<p>Isi {number}.</p>"),
        videos: vec![Video {
            title: "Video “satu”".into(),
            src: VideoSource::File(file),
            poster: Some(PictureSource::File(poster)),
            captions: Some(format!("{number}.vtt")),
        }],
        sanitiser: 1,
        fingerprint: Fingerprint(format!("f{number}")),
    }
}
