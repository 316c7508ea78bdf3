//! Videos of an article, for readers who may read all of it. Our own videos play on the page; those of other sites are links, or
//! players in frames.

use domain::article::{Language, Picture, PictureFile, PictureSource, Video, VideoSource};
use domain::body::Body;
use leptos::attr::custom::custom_attribute;
use leptos::either::Either;
use leptos::prelude::*;

use super::video_frame::{frame, host};
use crate::components::{PicturePlacement, PictureView, Rail, ResponsivePicture};
use crate::context::Services;
use crate::island::around;
use crate::islands::VideoFrame;
use crate::text::reading::ReadingText;

/// Data of a video as it is shown.
#[derive(Clone, Debug)]
pub struct VideoView {
    /// Headline of the video.
    pub title: String,
    /// Address of the file, or of the video's page at another site.
    pub href: String,
    /// Size of the file, or the host of the other site.
    pub about: String,
    shown: Shown,
}

#[derive(Clone, Debug)]
enum Shown {
    Own { poster: Option<String>, captions: Option<String> },
    Elsewhere { still: Option<PictureView>, frame: Option<String> },
}

impl VideoView {
    /// Videos of a text that may be sent to the reader: a [`Body`] is proof of a grant.
    pub fn all(services: &Services, body: &Body) -> Vec<Self> {
        body.videos().iter().filter_map(|video| Self::of(services, video)).collect()
    }

    /// View of a video; `None` if its address is not HTTPS.
    fn of(services: &Services, video: &Video) -> Option<Self> {
        let title = video.title.clone();
        Some(match &video.src {
            VideoSource::File(file) => {
                let captions = video.captions.as_ref().map(|name| format!("/video/{name}"));
                let poster = video.poster.as_ref().and_then(poster);
                let about = (services.reading_text().megabytes)(file.bytes);
                let href = format!("/video/{}", file.name);
                Self { title, href, about, shown: Shown::Own { poster, captions } }
            }
            VideoSource::Elsewhere(address) => {
                let about = host(address)?;
                let frame = frame(address, &services.site.video_frames);
                let still = video.poster.clone().and_then(|src| {
                    PictureView::of(&Picture { src, alt: None, caption: None, credit: None })
                });
                Self { title, href: address.clone(), about, shown: Shown::Elsewhere { still, frame } }
            }
        })
    }
}

/// Address of a poster. The attribute takes only one, so it is WebP, which every browser of the last years knows.
fn poster(src: &PictureSource) -> Option<String> {
    const WIDEST: u32 = 720;
    let PictureSource::File(file) = src else { return None };
    Some(format!("/gambar/{}", still(file, WIDEST)))
}

fn still(file: &PictureFile, widest: u32) -> String {
    if file.placeholder.is_none() {
        return file.shown_as_it_is();
    }
    let widths = file.widths();
    let width = widths.iter().rev().find(|width| **width <= widest).or(widths.first());
    file.rendition(width.copied().unwrap_or(file.width), domain::article::ImageFormat::Webp)
}

/// Carousel of videos; nothing if there are none.
#[component]
pub fn VideoRail(videos: Vec<VideoView>, language: Language, text: &'static ReadingText) -> impl IntoView {
    (!videos.is_empty()).then(|| {
        let items = (1..).zip(videos).map(|(number, video)| {
            let id = format!("video-{number}");
            let VideoView { title, href, about, shown } = video;
            let player = match shown {
                Shown::Own { poster, captions } => Either::Left(player(href, poster, captions, &id, language, text)),
                Shown::Elsewhere { still, frame } => {
                    let words = (text.watch_at)(&about);
                    let label = format!("{title} – {words}");
                    let inner = move || view! {
                        {still.map(|picture| view! { <ResponsivePicture picture placement=PicturePlacement::Tile/> })}
                        <span class="video-rail__words">{words}</span>
                    };
                    Either::Right(match frame {
                        Some(player) => Either::Left(around(VideoFrame { href, label, title: title.clone(), player }, inner)),
                        None => Either::Right(view! {
                            <a class="video-rail__player video-rail__link" href=href rel="noopener" aria-label=label>{inner()}</a>
                        }),
                    })
                }
            };
            view! {
                <figure class="video-rail__video">
                    {player}
                    <figcaption class="video-rail__title" id=id lang=language.as_str()>{title}</figcaption>
                </figure>
            }
            .into_any()
        });
        view! { <Rail name="video-rail" heading=text.videos items=items.collect() is_stop=true text/> }
    })
}

/// Player for our own video. It loads only the poster until the reader plays the video. Its box has the proportions of most videos;
/// others are fitted into it.
fn player(
    src: String,
    poster: Option<String>,
    captions: Option<String>,
    title: &str,
    language: Language,
    text: &'static ReadingText,
) -> impl IntoView + use<> {
    let inline = custom_attribute("playsinline", "");
    // Defers the poster, in browsers that know the attribute.
    let lazy = custom_attribute("loading", "lazy");
    let title = title.to_owned();
    view! {
        <video class="video-rail__player" controls preload="none" {..inline} {..lazy} width="640" height="360" src=src poster=poster aria-labelledby=title>
            {captions.map(|src| view! { <track kind="captions" src=src srclang=language.as_str() label=(text.captions)(language) default/> })}
        </video>
    }
}
