//! The reading page.

mod visitor;

use domain::access::{RuleName, Visitor};
use domain::article::{Article, ArticleId};
use domain::reading::{self, Reading, Text as Readable};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{PageError, page};
use crate::components::{
    ArticleBody, ArticleData, Byline, BylineView, CardView, Dateline, EditionBadge, EditorPick, Gate,
    GateView, GiveForm, HeadView, LeadPicture, PageHead, PictureView, PublishedView, Related, Tags, TextView,
    article_path,
};
use crate::context::{self, Answer, Services};
use crate::counts;
use visitor::visitor;

/// Cards under an article.
const RELATED: u32 = 10;

/// `/read/{id}/{slug}`
#[component]
pub fn ArticlePage() -> impl IntoView {
    let params = use_params_map();
    let id = params.read_untracked().get("id").unwrap_or_default();
    let slug = params.read_untracked().get("slug");
    let asker = context::as_reader().map(|how| (how, context::browser()));
    let is_crawler = context::as_crawler();
    let (is_fragment, answer) = (context::is_fragment(), Answer::here());
    page(move |services| async move {
        let is_own = asker.is_some();
        let id = ArticleId::parse(&id).map_err(|_| PageError::NotFound)?;
        if is_own && let Some(card) = services.articles.card(&id, services.now()).await? {
            // Before a unit is spent: who is only led on has not been given the text.
            moved(&article_path(&card.id, &card.slug()), slug.as_deref())?;
        }
        let visitor = match asker {
            Some((how, browser)) => visitor(&services, &answer, &browser, &id, how).await?,
            None if is_crawler => Visitor::Crawler,
            None => Visitor::Anyone,
        };
        let policy = &services.quota.policy;
        let read = reading::read(&*services.articles, policy, &visitor, &id, services.now()).await?;
        let reading = read.ok_or(PageError::NotFound)?;
        let path = article_path(&reading.article.id, &reading.article.slug());
        moved(&path, slug.as_deref())?;
        if is_own {
            counts::decided(&reading);
        }
        if let (Readable::Teaser(..), Some(rule)) = (&reading.text, reading.decided_by()) {
            answer.gate(rule);
        }
        if is_fragment {
            let view = view! { <TextAndGate services reading path is_own/> };
            return Ok(view.into_any());
        }
        Ok(whole(services, reading, path, is_own).await?.into_any())
    })
}

/// Leads to the article's one address from every other.
fn moved(path: &str, slug: Option<&str>) -> Result<(), PageError> {
    let own = path.rsplit('/').next();
    if own == slug { Ok(()) } else { Err(PageError::Moved(path.to_owned())) }
}

/// The page around the text.
pub(super) async fn whole(
    services: Services,
    reading: Reading,
    path: String,
    is_own: bool,
) -> Result<impl IntoView + use<>, PageError> {
    let (article, now) = (reading.article.clone(), services.now());
    let related = reading::related(&*services.articles, &article, now, RELATED).await?;
    let pick = match &article.editor_pick {
        Some(pick) => services.articles.card(pick, now).await?,
        None => None,
    };
    let related = CardView::all(&services, &related);
    let words = services.text();
    let head = head(&services, &article, &path);
    Ok(view! {
        <ArticleData article=article.clone() address=format!("{}{path}", services.site.url) picture=head.picture.clone() services=services.clone()/>
        <PageHead head/>
        <div class="reading">
        <article class="article">
            <Headline article=article.clone() services=services.clone()/>
            <div class="article__text">
                <Dateline outlet=services.site.name.clone() place=article.byline.place.clone()/>
                <div data-access=""><TextAndGate services=services.clone() reading path is_own/></div>
                {article.byline.agency.clone().map(|agency| view! { <p class="article__agency">{agency}</p> })}
                {pick.map(|pick| view! { <EditorPick href=article_path(&pick.id, &pick.slug()) title=pick.title text=words/> })}
                <Tags topics=article.topics.clone() label=words.topics/>
            </div>
        </article>
        <Related cards=related heading=words.related/>
        </div>
    })
}

/// Everything above the text.
#[component]
fn Headline(article: Article, services: Services) -> impl IntoView {
    let text = services.text();
    let published = PublishedView::of(&services, article.published_at);
    let updated =
        article.updated_at.filter(|at| *at > article.published_at).map(|at| PublishedView::of(&services, at));
    let byline = BylineView { reporters: article.byline.reporters, editors: article.byline.editors, text };
    let picture = article.picture.as_ref().and_then(PictureView::of);
    view! {
        <header class="article__head">
            <p class="article__kicker">
                {article.section.map(|section| view! { <a href=format!("/rubrik/{}", section.slug)>{section.name}</a> })}
                <EditionBadge edition=article.edition cover_story=article.cover_story text/>
            </p>
            <h1 class="article__title" lang=article.language.as_str()>{article.title}</h1>
            {article.summary.map(|summary| view! { <p class="article__summary" lang=article.language.as_str()>{summary}</p> })}
            <Byline byline/>
            <p class="article__times">
                <time datetime=published.machine>{published.full}</time>
                {updated.map(|updated| view! {
                    <span class="article__updated">{text.updated} " " <time datetime=updated.machine>{updated.full}</time></span>
                })}
            </p>
        </header>
        {picture.map(|picture| view! { <LeadPicture picture/> })}
    }
}

/// As much of the text as this reader may read, and the gate where that is not all.
#[component]
fn TextAndGate(services: Services, reading: Reading, path: String, is_own: bool) -> impl IntoView {
    let may_give = is_own && reading.decided_by() == Some(RuleName::Subscription);
    let Reading { article, text, trace } = reading;
    let language = article.language.as_str();
    let give = may_give.then(|| view! { <GiveForm id=article.id.to_string() services=services.clone()/> });
    let (text, gate) = match text {
        Readable::Whole(body) => (TextView::Whole(body), None),
        Readable::Teaser(reason, offer) => {
            let gate = GateView::of(&services, &article, path, (reason, offer), trace, is_own);
            (TextView::Teaser(article.teaser), Some(gate))
        }
    };
    view! {
        <ArticleBody text language/>
        {gate.map(|gate| view! { <Gate gate services=services.clone()/> })}
        {give}
    }
}

fn head(services: &Services, article: &Article, path: &str) -> HeadView {
    let site = &services.site;
    let picture = article.picture.as_ref().and_then(PictureView::of);
    HeadView {
        title: format!("{} – {}", article.title, site.name),
        description: article.summary.clone(),
        canonical: Some(format!("{}{path}", site.url)),
        picture: picture.map(|picture| format!("{}{}", site.url, picture.src)),
        kind: "article",
    }
}
