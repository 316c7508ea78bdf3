//! A picture that we keep, in the widths and forms that browsers choose from.

use domain::article::{ImageFormat, Picture, PictureFile};
use leptos::prelude::*;

/// A picture with what is told of it.
#[derive(Clone, Debug)]
pub struct PictureView {
    /// For a browser that knows one form only, and for machines.
    pub src: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What is seen; empty where nobody said.
    pub alt: String,
    /// What it means.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
    file: PictureFile,
}

/// One form of a picture, in all its widths.
#[derive(Clone, Debug)]
pub struct Source {
    /// `image/avif`
    pub kind: &'static str,
    /// As the attribute `srcset` has it.
    pub widths: String,
}

/// Where a picture stands. Says how wide it is there, for browsers choose before they know the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PicturePlacement {
    /// Above an article or on top of the front page: the largest one, wanted at once.
    Lead,
    /// Above the words of a card.
    Tile,
    /// Above the words of a card in a rail.
    Rail,
    /// Beside the words of a card.
    Thumb,
}

impl PicturePlacement {
    /// The attribute `sizes`: follows `style/layout` and `style/tokens/space.css`.
    pub fn sizes(self) -> &'static str {
        match self {
            Self::Lead => "(min-width: 80rem) 52rem, calc(100vw - 2rem)",
            Self::Tile => "(min-width: 40rem) 18rem, calc(100vw - 2rem)",
            Self::Rail => "13.5rem",
            Self::Thumb => "(min-width: 75rem) 8.5rem, calc(4rem + 6vw)",
        }
    }
}

impl PicturePlacement {
    /// The widest that any screen of today has use for there, in pixels: three to the point.
    fn widest(self) -> u32 {
        match self {
            Self::Lead => u32::MAX,
            Self::Tile => 1080,
            Self::Rail | Self::Thumb => 720,
        }
    }
}

impl PictureView {
    /// `None` where we do not keep the picture.
    pub fn of(picture: &Picture) -> Option<Self> {
        let file = picture.file()?;
        let alt = picture.alt.clone().unwrap_or_default();
        // A caption stands once: an alternative text that repeats it would be read out twice.
        let repeated = picture.caption.as_ref().is_some_and(|caption| caption.trim() == alt.trim());
        Some(Self {
            src: src(file, u32::MAX),
            width: file.width,
            height: file.height,
            alt: if repeated { String::new() } else { alt },
            caption: picture.caption.clone(),
            credit: picture.credit.clone(),
            file: file.clone(),
        })
    }

    /// The form that a browser of today chooses; `None` where there is but one.
    pub fn best(&self) -> Option<Source> {
        sources(&self.file, &ImageFormat::ALL, PicturePlacement::Lead.widest()).into_iter().next()
    }
}

/// The largest of `widest` pixels at most that everything understands.
pub(super) fn src(file: &PictureFile, widest: u32) -> String {
    let name = match (&file.placeholder, widths(file, widest).pop()) {
        (Some(_), Some(largest)) => file.rendition(largest, ImageFormat::Jpeg),
        _ => file.shown_as_it_is(),
    };
    format!("/gambar/{name}")
}

fn widths(file: &PictureFile, widest: u32) -> Vec<u32> {
    file.widths().into_iter().filter(|width| *width <= widest).collect()
}

/// Some of the forms, in widths of `widest` pixels at most.
pub(super) fn sources(file: &PictureFile, forms: &[ImageFormat], widest: u32) -> Vec<Source> {
    if file.placeholder.is_none() {
        return Vec::new();
    }
    let source = |form: &ImageFormat| {
        let width = |width| format!("/gambar/{} {width}w", file.rendition(width, *form));
        let widths = widths(file, widest).into_iter().map(width).collect::<Vec<_>>().join(", ");
        let kind = match form {
            ImageFormat::Avif => "image/avif",
            ImageFormat::Webp => "image/webp",
            ImageFormat::Jpeg => "image/jpeg",
        };
        Source { kind, widths }
    };
    forms.iter().map(source).collect()
}

/// The picture in its own shape, with a few of its colours until it is there. `alt` stays empty where words beside it say all.
#[component]
pub fn ResponsivePicture(
    picture: PictureView,
    placement: PicturePlacement,
    #[prop(optional)] alt: String,
) -> impl IntoView {
    let is_lead = placement == PicturePlacement::Lead;
    let (sizes, widest) = (placement.sizes(), placement.widest());
    // A page has dozens of small pictures: browsers of many years ago get one width of those.
    let forms = if is_lead { &ImageFormat::ALL[..] } else { &[ImageFormat::Avif, ImageFormat::Webp] };
    let src = src(&picture.file, widest);
    let sources = sources(&picture.file, forms, widest).into_iter().map(|Source { kind, widths }| {
        view! { <source r#type=kind srcset=widths sizes=sizes/> }
    });
    // A thumbnail is there before its placeholder would have been seen.
    let placeholder = picture.file.placeholder.filter(|placeholder| is_lead && !placeholder.is_empty());
    view! {
        <span class="picture">
            {placeholder.map(|placeholder| view! { <img class="picture__placeholder" src=placeholder alt="" aria-hidden="true"/> })}
            <picture>
                {sources.collect::<Vec<_>>()}
                <img class="picture__image" src=src width=picture.width height=picture.height alt=alt
                    loading=if is_lead { "eager" } else { "lazy" } decoding="async"
                    fetchpriority=is_lead.then_some("high")/>
            </picture>
        </span>
    }
}
