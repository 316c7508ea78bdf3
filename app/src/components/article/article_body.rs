//! The text of an article, as much of it as this reader may read.

use domain::article::Teaser;
use domain::body::Body;
use leptos::either::EitherOf3;
use leptos::prelude::*;

use super::body_pictures::{with_links, with_pictures};
use super::drop_cap::can_have_drop_cap;
use crate::components::BodyAds;
use crate::components::promotion::with_ads;

/// A text that may leave the server.
#[derive(Clone, Debug)]
pub enum TextView {
    /// All of it; a [`Body`] is proof of a grant.
    Whole(Body),
    /// What everyone may read.
    Teaser(Teaser),
}

/// The text in the article's own language, which may not be the page's. The light one loads no picture. `drop_cap` is what the
/// publisher wants; not every text can have it.
#[component]
pub fn ArticleBody(
    text: TextView,
    language: &'static str,
    is_lite: bool,
    drop_cap: bool,
    ads: BodyAds,
) -> impl IntoView {
    match text {
        TextView::Whole(body) if is_lite => EitherOf3::A(view! {
            <div class="article-body" lang=language inner_html=with_links(body.html())></div>
        }),
        TextView::Whole(body) => EitherOf3::B(view! {
            <div class="article-body" class=("drop-cap", drop_cap && can_have_drop_cap(body.html())) lang=language inner_html=with_ads(with_pictures(body.html()), ads)></div>
        }),
        TextView::Teaser(teaser) => EitherOf3::C(view! {
            <div class="article-body article-body--teaser" lang=language>
                {teaser.paragraphs().iter().map(|words| view! { <p>{words.clone()}</p> }).collect::<Vec<_>>()}
            </div>
        }),
    }
}
