//! A picture that we keep, in the widths and forms that browsers choose from.

use domain::article::{Form, Picture, PictureFile};
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
    sources: Vec<Source>,
    placeholder: Option<String>,
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
pub enum Stand {
    /// Above an article or on top of the front page: the largest one, wanted at once.
    Lead,
    /// Above the words of a card.
    Tile,
    /// Beside the words of a card.
    Thumb,
}

impl Stand {
    /// The attribute `sizes`: follows `style/layout` and `style/components/article-card.css`.
    pub fn sizes(self) -> &'static str {
        match self {
            Self::Lead => "(min-width: 80rem) 52rem, 100vw",
            Self::Tile => "(min-width: 40rem) 18rem, 100vw",
            Self::Thumb => "8.5rem",
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
            src: src(file),
            width: file.width,
            height: file.height,
            alt: if repeated { String::new() } else { alt },
            caption: picture.caption.clone(),
            credit: picture.credit.clone(),
            sources: sources(file),
            placeholder: file.placeholder.clone().filter(|placeholder| !placeholder.is_empty()),
        })
    }

    /// The form that a browser of today chooses; `None` where there is but one.
    pub fn best(&self) -> Option<&Source> {
        self.sources.first()
    }
}

/// The largest that everything understands.
pub(super) fn src(file: &PictureFile) -> String {
    let name = match (&file.placeholder, file.widths().pop()) {
        (Some(_), Some(largest)) => file.rendition(largest, Form::Jpeg),
        _ => file.shown_as_it_is(),
    };
    format!("/gambar/{name}")
}

/// Every form but the last, which is the `src` of the picture itself.
pub(super) fn sources(file: &PictureFile) -> Vec<Source> {
    if file.placeholder.is_none() {
        return Vec::new();
    }
    let source = |form| {
        let width = |width| format!("/gambar/{} {width}w", file.rendition(width, form));
        let widths = file.widths().into_iter().map(width).collect::<Vec<_>>().join(", ");
        let kind = match form {
            Form::Avif => "image/avif",
            Form::Webp => "image/webp",
            Form::Jpeg => "image/jpeg",
        };
        Source { kind, widths }
    };
    Form::ALL.map(source).into()
}

/// The picture in its own shape, with a few of its colours until it is there. `alt` stays empty where words beside it say all.
#[component]
pub fn PictureOf(picture: PictureView, stand: Stand, #[prop(optional)] alt: String) -> impl IntoView {
    let is_lead = stand == Stand::Lead;
    let sizes = stand.sizes();
    let sources = picture.sources.into_iter().map(|Source { kind, widths }| {
        view! { <source r#type=kind srcset=widths sizes=sizes/> }
    });
    // A thumbnail is there before its placeholder would have been seen.
    let placeholder = picture.placeholder.filter(|_| is_lead);
    view! {
        <span class="picture">
            {placeholder.map(|placeholder| view! { <img class="picture__placeholder" src=placeholder alt="" aria-hidden="true"/> })}
            <picture>
                {sources.collect::<Vec<_>>()}
                <img class="picture__image" src=picture.src width=picture.width height=picture.height alt=alt
                    loading=if is_lead { "eager" } else { "lazy" } decoding="async"
                    fetchpriority=is_lead.then_some("high")/>
            </picture>
        </span>
    }
}
