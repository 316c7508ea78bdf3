//! The picture above an article's text.

use leptos::prelude::*;

use crate::components::{PicturePlacement, PictureView, ResponsivePicture};

/// The picture with its words, which stand once, and the way to see it larger.
#[component]
pub fn LeadPicture(
    picture: PictureView,
    placement: PicturePlacement,
    /// The language of its words, where it is not the page's.
    lang: Option<&'static str>,
    enlarge: &'static str,
) -> impl IntoView {
    let words = picture.caption.is_some() || picture.credit.is_some();
    let src = picture.src.clone();
    let (caption, credit, alt) = (picture.caption.clone(), picture.credit.clone(), picture.alt.clone());
    view! {
        <figure class="lead-picture">
            <a class="lead-picture__link" href=src data-zoom="">
                <ResponsivePicture picture placement alt/>
                <span class="lead-picture__enlarge">{enlarge}</span>
            </a>
            {words.then(|| view! {
                <figcaption class="lead-picture__words" lang=lang>
                    {caption} " " {credit.map(|credit| view! { <span class="lead-picture__credit">{credit}</span> })}
                </figcaption>
            })}
        </figure>
    }
}
