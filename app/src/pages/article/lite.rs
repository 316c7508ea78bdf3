//! An article for poor connections: the same parts, without pictures, scripts and faces of its own.

use domain::reading::Reading;
use leptos::prelude::*;

use super::parts::{ArticleExtras, Headline, TextAndGate, head, minutes, videos};
use crate::components::{
    BodyAds, CorrectionNotices, Dateline, EditorPick, HeadView, PageHead, PictureView, Tags, Tells,
};
use crate::context::Services;
use crate::islands::Asker;
use crate::pages::PageError;
use crate::routes::LITE;

/// The page around the text. `path` is the article's one address.
pub(super) async fn lite(
    services: Services,
    reading: Reading,
    path: String,
    asker: Asker,
) -> Result<impl IntoView + use<>, PageError> {
    let article = reading.article.clone();
    let around = ArticleExtras::of(&services, &article).await?;
    let (words, comfort) = (services.text(), services.reading_text());
    // It is the other page's double: that one is the article's address, and nothing is fetched ahead.
    let head = HeadView { lead: None, ..head(&services, &article, &path) };
    let picture = article.picture.as_ref().and_then(PictureView::of).map(|picture| {
        let words = picture.caption.clone().unwrap_or_else(|| picture.alt.clone());
        let credit = picture.credit.map(|credit| format!(" {credit}"));
        view! { <p><a href=picture.src>{comfort.picture}</a> " " {words} {credit}</p> }
    });
    let videos = videos(&services, &reading).into_iter().map(|video| {
        view! { <li><a href=video.href>{video.title}</a> " (" {video.about} ")"</li> }
    });
    let videos = videos.collect::<Vec<_>>();
    let related = around.related.into_iter().map(
        |card| view! { <li><a href=format!("{}{LITE}", card.href) lang=card.lang>{card.title}</a></li> },
    );
    let related = related.collect::<Vec<_>>();
    Ok(view! {
        <PageHead head/>
        <article>
            <Headline article=article.clone() minutes=minutes(&reading) services=services.clone()/>
            {picture}
            <CorrectionNotices notices=around.notices reading=comfort/>
            <Tells cards=around.told reading=comfort/>
            <Dateline outlet=services.site.name.clone() place=article.byline.place.clone()/>
            <div><TextAndGate services=services.clone() reading path=format!("{path}{LITE}") asker ads=BodyAds::default()/></div>
            {article.byline.agency.clone().map(|agency| view! { <p>{agency}</p> })}
            {around.pick.map(|pick| view! { <EditorPick href=format!("{}{LITE}", pick.href) title=pick.title lang=pick.lang text=words/> })}
            <Tags topics=article.topics.clone() label=words.topics/>
        </article>
        <p><a href=path>{comfort.whole_version}</a></p>
        {(!videos.is_empty()).then(|| view! {
            <section aria-labelledby="video-rail"><h2 id="video-rail">{comfort.videos}</h2><ul>{videos}</ul></section>
        })}
        {(!related.is_empty()).then(|| view! {
            <aside aria-labelledby="terkait"><h2 id="terkait">{words.related}</h2><ul>{related}</ul></aside>
        })}
    })
}
