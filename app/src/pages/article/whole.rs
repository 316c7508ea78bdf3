//! An article with everything around it.

use domain::article::{Article, ArticleForm};
use domain::label::Section;
use domain::newsroom::StoreError;
use domain::profile::ProfileKind;
use domain::reading::{Reading, Text as Readable};
use leptos::prelude::*;

use super::parts::{Ads, ArticleExtras, Headline, TextAndGate, head, minutes, recommended, videos};
use crate::components::{
    AdSlot, ArticleData, CorrectionNotices, Dateline, EditorPick, HeadView, HeadlineBar, LeadPicture,
    PageHead, PicturePlacement, PictureView, ReadingToolsView, Recommendations, Related, ResumeLink, Tags,
    Tells, VideoRail, ZoomDialog,
};
use crate::context::Services;
use crate::island::island;
use crate::islands::ReadReporter;
use crate::islands::{Asker, ConfirmedNotice};
use crate::pages::PageError;

/// The page around the text. `path` is the article's one address.
pub(in crate::pages) async fn whole(
    services: Services,
    reading: Reading,
    path: String,
    asker: Asker,
) -> Result<impl IntoView + use<>, PageError> {
    let article = reading.article.clone();
    let around = ArticleExtras::of(&services, &article).await?;
    let ads = Ads::of(&services, &reading, asker).await?;
    let recommended = recommended(&services, &reading, &around.next).await?;
    let (words, comfort) = (services.text(), services.reading_text());
    let head = head(&services, &article, &path);
    let address = format!("{}{path}", services.site.url);
    let tools = ReadingToolsView {
        id: article.id.to_string(),
        path: path.clone(),
        address: address.clone(),
        title: article.title.clone(),
        text: comfort,
        keep: services.site.has_worker.then_some(services.offline_text().keep),
    };
    let lang = services.site.foreign(article.language);
    let body = match &reading.text {
        Readable::Whole(body) => Some(body),
        Readable::Teaser(..) => None,
    };
    let (class, placement) = match ArticleForm::of(&article, body) {
        ArticleForm::News => ("reading reading--news", PicturePlacement::Lead),
        ArticleForm::LongRead => ("reading reading--long", PicturePlacement::Opening),
        ArticleForm::Opinion => ("reading reading--opinion", PicturePlacement::Thumb),
    };
    let head = HeadView { placement, ..head };
    let (videos, language) = (videos(&services, &reading), article.language);
    let picture = match &article.picture {
        Some(picture) => PictureView::of(picture),
        None => portrait(&services, &article).await?,
    };
    // Where there is no gate, the page begins with it.
    let is_open = matches!(reading.text, Readable::Whole(..));
    let section = article.section.as_ref().map(|section| section.slug.to_string());
    let reporter = ReadReporter { article: article.id.to_string(), section: section.unwrap_or_default() };
    Ok(view! {
        <ArticleData article=article.clone() address=address.clone() body=body.cloned() services=services.clone()/>
        <PageHead head/>
        {is_open.then(|| view! { <ConfirmedNotice words=services.access_text().confirmed.to_owned() help=None/> })}
        <HeadlineBar site=services.site.name.clone() title=article.title.clone()/>
        <div class=class>
        <article class="article">
            <Headline article=article.clone() minutes=minutes(&reading) services=services.clone() tools/>
            {picture.map(|picture| view! { <LeadPicture picture placement lang enlarge=comfort.enlarge/> })}
            <div class="article__text">
                // Names that extractors of texts know: what is above and below the text is not the text.
                <div class="text-header">
                    <CorrectionNotices notices=around.notices reading=comfort/>
                    <Tells cards=around.told reading=comfort/>
                    <Dateline outlet=services.site.name.clone() place=article.byline.place.clone()/>
                </div>
                <div data-access=""><TextAndGate services=services.clone() reading path asker ads=ads.body/></div>
                <footer class="text-footer">
                    {article.byline.agency.clone().map(|agency| view! { <p class="article__agency">{agency}</p> })}
                    {around.pick.map(|pick| view! { <EditorPick href=pick.href title=pick.title lang=pick.lang text=words/> })}
                    {ads.pick.map(|ad| view! { <AdSlot ad/> })}
                    <Tags topics=article.topics.clone() label=words.topics/>
                </footer>
            </div>
        </article>
        // Stays where there is nothing in it: the videos of an article that opens in place come here.
        <div class="reading__rails"><VideoRail videos language text=comfort/></div>
        <Related cards=around.related heading=words.related/>
        <Recommendations items=recommended text=comfort/>
        </div>
        <ResumeLink article=article.id.to_string() text=comfort/>
        {island(reporter)}
        <ZoomDialog services/>
    })
}

/// Portrait of the author of an opinion.
async fn portrait(services: &Services, article: &Article) -> Result<Option<PictureView>, StoreError> {
    let is_opinion = article.section.as_ref().is_some_and(Section::is_opinion);
    let Some(author) = article.byline.reporters.first().filter(|_| is_opinion) else { return Ok(None) };
    let profile = services.profiles.profile(ProfileKind::Person, &author.slug).await?;
    let portrait = profile.and_then(|profile| profile.content.portrait);
    Ok(portrait.and_then(|portrait| PictureView::of(&portrait.picture())))
}
