//! The reading page.

use domain::access::Visitor;
use domain::article::{Article, ArticleId};
use domain::reading::{self, Reading, Text as Readable};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{PageError, page};
use crate::components::{
    ArticleBody, Byline, BylineView, CardView, Dateline, EditionBadge, EditorPick, Gate, GateView, HeadView,
    LeadPicture, PageHead, PictureView, PublishedView, Related, Tags, TextView, article_path,
};
use crate::context::Services;

/// Cards under an article.
const RELATED: u32 = 10;

/// `/read/{id}/{slug}`
#[component]
pub fn ArticlePage() -> impl IntoView {
    let params = use_params_map();
    let id = params.read_untracked().get("id").unwrap_or_default();
    let slug = params.read_untracked().get("slug");
    page(move |services| make(services, id, slug))
}

async fn make(
    services: Services,
    id: String,
    slug: Option<String>,
) -> Result<impl IntoView + use<>, PageError> {
    let id = ArticleId::parse(&id).map_err(|_| PageError::NotFound)?;
    let now = services.now();
    let read = reading::read(&*services.articles, Visitor::Anyone, &id, now).await?;
    let Reading { article, text: readable } = read.ok_or(PageError::NotFound)?;
    let path = article_path(&article.id, &article.slug());
    if slug.as_deref() != Some(article.slug().as_str()) {
        return Err(PageError::Moved(path));
    }
    let related = reading::related(&*services.articles, &article, now, RELATED).await?;
    let pick = match &article.editor_pick {
        Some(pick) => services.articles.card(pick, now).await?,
        None => None,
    };
    let related = CardView::all(&services, &related);
    let words = services.text();
    let head = head(&services, &article, &path);
    Ok(view! {
        <PageHead head/>
        <div class="reading">
        <article class="article">
            <Headline article=article.clone() services=services.clone()/>
            <div class="article__text">
                <Dateline outlet=services.site.name.clone() place=article.byline.place.clone()/>
                <TextAndGate services=services.clone() article=article.clone() readable/>
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
fn TextAndGate(services: Services, article: Article, readable: Readable) -> impl IntoView {
    let language = article.language.as_str();
    let (text, gate) = match readable {
        Readable::Whole(body) => (TextView::Whole(body), None),
        Readable::Teaser(reason) => (TextView::Teaser(article.teaser), Some(GateView::of(&services, reason))),
    };
    view! {
        <ArticleBody text language/>
        {gate.map(|gate| view! { <Gate gate/> })}
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
