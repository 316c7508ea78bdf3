//! The text of an article, as much of it as this reader may read.

use domain::article::{Language, Teaser};
use domain::body::Body;
use leptos::either::EitherOf3;
use leptos::prelude::*;

use super::body_parts::with_parts;
use super::chapters::Chapters;
use super::drop_cap::can_have_drop_cap;
use super::lite_text::lite_text;
use super::withheld::with_withheld;
use crate::components::BodyAds;
use crate::components::promotion::with_ads;
use crate::text;

/// Text that may be sent to the reader.
#[derive(Clone, Debug)]
pub enum TextView {
    /// The whole text. A [`Body`] is proof of a grant.
    Whole(Body),
    /// The first paragraphs, which everyone may read.
    Teaser(Teaser),
}

/// Text in the article's own language, which may differ from the page's. The light version loads no pictures. `drop_cap` is the
/// publisher's setting; some texts cannot have a drop cap. `contents` is the heading of a table of
/// contents, for long reads. For search engines, all that is not in `marked` is marked as withheld.
#[component]
pub fn ArticleBody(
    text: TextView,
    language: Language,
    is_lite: bool,
    drop_cap: bool,
    contents: Option<&'static str>,
    ads: BodyAds,
    #[prop(optional_no_strip)] marked: Option<Teaser>,
) -> impl IntoView {
    let (words, language) = (text::reading(language), language.as_str());
    match text {
        TextView::Whole(body) if is_lite => EitherOf3::A(view! {
            <div class="article-body" lang=language inner_html=lite_text(body.html(), words)></div>
        }),
        TextView::Whole(body) => {
            let drop_cap = drop_cap && can_have_drop_cap(body.html());
            let (html, chapters) = with_parts(body.html(), words);
            let html = match marked {
                Some(teaser) => with_withheld(&html, &teaser),
                None => with_ads(html, ads),
            };
            EitherOf3::B(view! {
                {contents.map(|heading| view! { <Chapters chapters heading language/> })}
                <div class="article-body" class=("drop-cap", drop_cap) lang=language inner_html=html></div>
            })
        }
        TextView::Teaser(teaser) => EitherOf3::C(view! {
            <div class="article-body article-body--teaser" lang=language>
                {teaser.paragraphs().iter().map(|words| view! { <p>{words.clone()}</p> }).collect::<Vec<_>>()}
            </div>
        }),
    }
}
