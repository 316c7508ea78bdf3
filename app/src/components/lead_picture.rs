//! Pictures, with their words.

use domain::article::{Picture, PictureFile};
use leptos::prelude::*;

/// A picture that we keep.
#[derive(Clone, Debug)]
pub struct PictureView {
    /// Its address.
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
}

impl PictureView {
    /// `None` where we do not keep the picture.
    pub fn of(picture: &Picture) -> Option<Self> {
        let file = picture.file()?;
        let alt = picture.alt.clone().unwrap_or_default();
        // A caption stands once: an alternative text that repeats it would be read out twice.
        let repeated = picture.caption.as_ref().is_some_and(|caption| caption.trim() == alt.trim());
        Some(Self {
            src: picture_path(file),
            width: file.width,
            height: file.height,
            alt: if repeated { String::new() } else { alt },
            caption: picture.caption.clone(),
            credit: picture.credit.clone(),
        })
    }
}

/// The address of a kept picture.
fn picture_path(file: &PictureFile) -> String {
    format!("/gambar/{}", file.name)
}

/// The picture above an article's text.
#[component]
pub fn LeadPicture(picture: PictureView) -> impl IntoView {
    let words = picture.caption.is_some() || picture.credit.is_some();
    view! {
        <figure class="lead-picture">
            <img src=picture.src width=picture.width height=picture.height alt=picture.alt fetchpriority="high"/>
            {words.then(|| view! {
                <figcaption class="lead-picture__words">
                    {picture.caption} " " {picture.credit.map(|credit| view! { <span class="lead-picture__credit">{credit}</span> })}
                </figcaption>
            })}
        </figure>
    }
}
