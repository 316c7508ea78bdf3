//! Stored picture, in the widths and formats that browsers choose from.

use domain::article::{ImageFormat, Picture, PictureFile};
use leptos::prelude::*;

use super::feed_text::picture_size;

/// A picture with its texts.
#[derive(Clone, Debug)]
pub struct PictureView {
    /// Address of the version for link previews and for browsers that know only one format.
    pub src: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Alternative text; empty if there is none, or if the caption is the same.
    pub alt: String,
    pub caption: Option<String>,
    /// Name of the photographer or the agency.
    pub credit: Option<String>,
    file: PictureFile,
}

/// One format of a picture, in all its widths.
#[derive(Clone, Debug)]
pub struct Source {
    /// Media type, such as `image/avif`.
    pub kind: &'static str,
    /// Value of the attribute `srcset`.
    pub widths: String,
}

/// Position of a picture on a page. It gives the displayed width, because browsers choose a file before they lay out the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PicturePlacement {
    /// Over the whole width of a page, loaded first.
    Opening,
    /// Beside a headline, on top of an article or of the front page: loaded first.
    #[default]
    Lead,
    /// Above the text of a card.
    Tile,
    /// Above the text of a card in a carousel.
    Rail,
    /// Beside the text of a card.
    Thumb,
}

impl PicturePlacement {
    /// Value of the attribute `sizes`; follows `style/layout` and `style/tokens/space.css`.
    pub fn sizes(self) -> &'static str {
        match self {
            Self::Opening => "(min-width: 108rem) 104rem, 100vw",
            Self::Lead => "(min-width: 60rem) 42vw, calc(100vw - 2rem)",
            Self::Tile => "(min-width: 44rem) 30vw, calc(4rem + 6vw)",
            Self::Rail => "(min-width: 60rem) 19vw, 13.5rem",
            Self::Thumb => "(min-width: 75rem) 8.5rem, calc(4rem + 6vw)",
        }
    }
}

impl PicturePlacement {
    /// Largest useful width in pixels: three for each CSS pixel, as on the densest screens.
    fn widest(self) -> u32 {
        match self {
            Self::Opening | Self::Lead => u32::MAX,
            Self::Tile => 1080,
            Self::Rail | Self::Thumb => 720,
        }
    }
}

impl PictureView {
    /// View of a picture; `None` if its file is not stored here.
    pub fn of(picture: &Picture) -> Option<Self> {
        let file = picture.file()?;
        let alt = picture.alt.clone().unwrap_or_default();
        // Screen readers would read the same text twice if the alternative text repeated the caption.
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

    /// Width and height in pixels of the picture at `src`.
    pub fn largest(&self) -> (u32, u32) {
        picture_size(&self.file)
    }

    /// Format that a current browser chooses; `None` if there is only the original.
    pub fn best(&self, placement: PicturePlacement) -> Option<Source> {
        sources(&self.file, &ImageFormat::ALL, placement.widest()).into_iter().next()
    }
}

/// Address of the largest version of at most `widest` pixels, in a format that every client knows.
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

/// Versions of a picture in these formats, in widths of at most `widest` pixels.
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

/// Picture in its own proportions, with a coarse preview until it is loaded. `alt` stays empty if the text beside it says the same.
#[component]
pub fn ResponsivePicture(
    picture: PictureView,
    placement: PicturePlacement,
    #[prop(optional)] alt: String,
) -> impl IntoView {
    let is_lead = matches!(placement, PicturePlacement::Opening | PicturePlacement::Lead);
    let (sizes, widest) = (placement.sizes(), placement.widest());
    // A page has dozens of small pictures. Very old browsers get only one width of them.
    let forms = if is_lead { &ImageFormat::ALL[..] } else { &[ImageFormat::Avif, ImageFormat::Webp] };
    let src = src(&picture.file, widest);
    let sources = sources(&picture.file, forms, widest).into_iter().map(|Source { kind, widths }| {
        view! { <source r#type=kind srcset=widths sizes=sizes/> }
    });
    // A thumbnail loads before its placeholder could be seen.
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
